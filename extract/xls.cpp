// Excel 97-2003 workbooks (XLS, XLT, and WPS .et, which is the same): BIFF8 in the stream Workbook of a compound file
// ([MS-XLS]). What its sheets mean is read as an XLSX's are. Older ones (BIFF5, stream Book) and encrypted ones are
// named.
#include <algorithm>
#include <utility>

#include "extract/compound_file.h"
#include "extract/little_endian.h"
#include "extract/reader.h"
#include "extract/xls_sheet.h"
#include "model/try.h"

namespace mingdan {

namespace xls {

namespace {

constexpr std::string_view kSaveAsXlsx = "open it in Excel or WPS and save it as .xlsx";

struct SheetEntry {
    std::string name;
    std::size_t place = 0;
    bool hidden = false;
    bool worksheet = false;
};

class WorkbookReader {
public:
    WorkbookReader(std::string stream, const Limits& limits, Document& document)
        : stream_(std::move(stream)), document_(document), builder_(limits, document) {}

    Result<void> read() {
        TRY(read_globals());
        for (const SheetEntry& entry : sheets_) {
            if (!entry.worksheet) {
                continue;  // charts, macro sheets, modules
            }
            Worksheet sheet;
            sheet.name = entry.name;
            sheet.hidden = entry.hidden;
            TRY(read_sheet(stream_, entry.place, globals_, builder_, sheet));
            document_.parts.push_back(entry.name);
            TRY(builder_.add(std::move(sheet),
                             static_cast<std::uint16_t>(std::min<std::size_t>(document_.parts.size(), UINT16_MAX))));
        }
        builder_.finish();
        return {};
    }

private:
    Result<void> read_globals() {
        constexpr std::uint16_t kBiff8 = 0x0600;
        Records records(stream_);
        Record record;
        if (!records.next(record) || record.type != kBof) {
            return fail(ErrorCode::damaged_file, "the stream Workbook does not begin as a workbook does",
                        std::string(kSaveAsXlsx));
        }
        if (bytes::u16(record.data, 0) != kBiff8) {
            return fail(ErrorCode::unsupported_format, "this is an Excel 5.0/95 workbook, which is not read",
                        std::string(kSaveAsXlsx));
        }
        while (records.next(record) && record.type != kEof) {
            if (record.type == kFilePass) {
                return fail(ErrorCode::encrypted, "this is an Excel workbook that is encrypted with a password",
                            "open it with its password and save it without one");
            }
            TRY(take(records, record));
        }
        return {};
    }

    Result<void> take(Records& records, const Record& record) {
        const std::string_view data = record.data;
        switch (record.type) {
            case kDate1904:
                globals_.dates = bytes::u16(data, 0) == 1 ? DateSystem::from_1904 : DateSystem::from_1900;
                break;
            case kBoundSheet8:
                sheets_.push_back({read_string(data, 6, true), bytes::u32(data, 0), (bytes::u8(data, 4) & 3) != 0,
                                   bytes::u8(data, 5) == 0});
                break;
            case kFormat:
                globals_.formats[bytes::u16(data, 0)] = read_string(data, 2, false);
                break;
            case kXf: {
                const std::uint16_t lines = bytes::u16(data, 10);
                globals_.styles.push_back(
                    {bytes::u16(data, 2),
                     {(lines & 0x000F) != 0, (lines & 0x00F0) != 0, (lines & 0x0F00) != 0, (lines & 0xF000) != 0}});
                break;
            }
            case kSst:
                return read_strings(data, records.continuation());
            default:
                break;
        }
        return {};
    }

    /// The count that the record declares is not believed.
    Result<void> read_strings(std::string_view data, std::vector<std::string_view> more) {
        more.insert(more.begin(), data);
        Pieces pieces(std::move(more));
        pieces.skip(4);
        std::string phonetic;
        for (std::uint32_t left = pieces.u32(); left > 0 && !pieces.at_end(); --left) {
            std::string text = pieces.rich_string(phonetic);
            TRY(builder_.charge_text(text.size() + phonetic.size()));
            globals_.strings.push_back(std::move(text));
            builder_.leave(Reason::ruby, std::exchange(phonetic, {}), 0);
        }
        return {};
    }

    std::string stream_;
    Document& document_;
    WorkbookBuilder builder_;
    Globals globals_;
    std::vector<SheetEntry> sheets_;
};

}  // namespace

}  // namespace xls

namespace {

bool sniff(const Input& input) {
    if (!CompoundFile::looks_like(input.view())) {
        return false;
    }
    const auto file = CompoundFile::open(input.view(), input.limits);
    return file && !file->has("EncryptedPackage") && !file->has("WordDocument") && file->has("Workbook");
}

Result<Document> read(const Input& input) {
    TRY_ASSIGN(CompoundFile file, CompoundFile::open(input.view(), input.limits));
    TRY_ASSIGN(std::string stream, file.stream("Workbook"));
    Document document;
    document.format = "xls";
    TRY(xls::WorkbookReader(std::move(stream), input.limits, document).read());
    return document;
}

}  // namespace

extern const Reader xls_reader{"xls", "xls,xlt,et,ett", "Excel 97-2003 workbooks, and those of WPS", sniff, read};

}  // namespace mingdan
