// Spreadsheets: XLSX, XLSM, XLTX, Transitional and Strict (ECMA-376 part 1, 18). The parts are found by relationship.
// Every sheet that can be seen is a table; text boxes and comments come beside it. Charts, pivot caches and macros are
// not read. XLSB, the binary form in the same package, is named.
#include <algorithm>
#include <utility>

#include "extract/ooxml.h"
#include "extract/reader.h"
#include "extract/xlsx_parts.h"
#include "model/try.h"
#include "wrap/zip.h"

namespace mingdan {

namespace xlsx {

namespace {

constexpr std::string_view kWorkbook = "xl/workbook.xml";

class PackageReader {
public:
    PackageReader(ooxml::Package package, const Limits& limits, Document& document)
        : package_(std::move(package)), document_(document), builder_(limits, document) {}

    Result<void> read() {
        TRY_ASSIGN(std::string main, package_.office_document());
        main = main.empty() ? std::string(kWorkbook) : main;
        if (main.ends_with(".bin") || (!package_.has(main) && package_.has("xl/workbook.bin"))) {
            return fail(ErrorCode::unsupported_format, "this is a binary Excel workbook (XLSB), which is not read",
                        "open it in Excel or WPS and save it as .xlsx");
        }
        WorkbookHandler workbook;
        TRY(package_.parse(main, workbook));
        parts_.dates = workbook.dates;
        TRY_ASSIGN(relationships_, package_.relationships_of(main));
        TRY(read_definitions());
        for (const SheetEntry& entry : workbook.sheets) {
            TRY(read_sheet(entry));
        }
        builder_.finish();
        return {};
    }

private:
    Result<void> read_definitions() {
        if (const auto* styles = relationships_.by_kind("styles"); styles != nullptr && package_.has(styles->target)) {
            StylesHandler handler;
            TRY(package_.parse(styles->target, handler));
            parts_.styles = handler.take();
        }
        if (const auto* strings = relationships_.by_kind("sharedStrings");
            strings != nullptr && package_.has(strings->target)) {
            SharedStringsHandler handler(parts_.strings, builder_);
            TRY(package_.parse(strings->target, handler));
        }
        return {};
    }

    /// Chart sheets and dialogs hold no cells.
    Result<void> read_sheet(const SheetEntry& entry) {
        const ooxml::Relationship* part = relationships_.by_id(entry.relationship);
        if (part == nullptr || part->external || part->kind != "worksheet") {
            return {};
        }
        Worksheet sheet;
        sheet.name = entry.name;
        sheet.hidden = entry.hidden;
        SheetHandler handler(parts_, builder_, sheet);
        TRY(package_.parse(part->target, handler));
        TRY(read_beside(part->target, sheet));
        document_.parts.push_back(part->target);
        return builder_.add(std::move(sheet),
                            static_cast<std::uint16_t>(std::min<std::size_t>(document_.parts.size(), UINT16_MAX)));
    }

    Result<void> read_beside(const std::string& part, Worksheet& sheet) {
        TRY_ASSIGN(const ooxml::Relationships relationships, package_.relationships_of(part));
        for (const ooxml::Relationship& one : relationships.list) {
            if ((one.kind == "drawing" || one.kind == "comments") && !one.external && package_.has(one.target)) {
                BesideHandler handler(sheet);
                TRY(package_.parse(one.target, handler));
            }
        }
        return {};
    }

    ooxml::Package package_;
    Document& document_;
    WorkbookBuilder builder_;
    ooxml::Relationships relationships_;
    WorkbookParts parts_;
};

}  // namespace

}  // namespace xlsx

namespace {

bool sniff(const Input& input) {
    return zip::looks_like_zip(input.view()) && zip::names_entry(input.view(), "xl/");
}

Result<Document> read(const Input& input) {
    TRY_ASSIGN(ooxml::Package package, ooxml::Package::open(input));
    Document document;
    document.format = "xlsx";
    TRY(xlsx::PackageReader(std::move(package), input.limits, document).read());
    return document;
}

}  // namespace

extern const Reader xlsx_reader{"xlsx", "xlsx,xlsm,xltx,xltm", "Excel workbooks, Transitional and Strict", sniff, read};

}  // namespace mingdan
