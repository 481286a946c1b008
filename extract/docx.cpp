// Word documents: DOCX, DOCM, DOTX, DOTM, Transitional and Strict (ECMA-376 / ISO/IEC 29500).
//
// The parts are found by relationship, and by their customary names where the package has no relationships. Styles and
// numbering come first, since the body needs them; then the body, headers and footers, notes and comments. Macros,
// custom XML, the glossary and embedded objects are not read; the latter are named.
#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/docx_body.h"
#include "extract/ooxml.h"
#include "extract/reader.h"
#include "model/try.h"
#include "wrap/zip.h"

namespace mingdan {

namespace docx {

namespace {

using namespace ooxml;

/// What a related part holds, and what its customary name is.
struct PartKind {
    std::string_view relationship;
    std::string_view prefix;
    StoryKind story;
    xml::Token root;
};

constexpr PartKind kStories[] = {
    {"header", "word/header", StoryKind::header, w_hdr},
    {"footer", "word/footer", StoryKind::footer, w_ftr},
    {"footnotes", "word/footnotes", StoryKind::footnote, w_footnotes},
    {"endnotes", "word/endnotes", StoryKind::endnote, w_endnotes},
    {"comments", "word/comments", StoryKind::comment, w_comments},
};

/// The parts of one kind that exist, each once.
std::vector<std::string> related_parts(const Package& package, const Relationships& relationships,
                                       std::string_view kind, std::string_view prefix) {
    if (!relationships.present) {
        return package.parts_named(prefix, ".xml");
    }
    std::vector<std::string> parts;
    for (const Relationship& one : relationships.list) {
        if (one.kind == kind && !one.external && package.has(one.target) &&
            std::find(parts.begin(), parts.end(), one.target) == parts.end()) {
            parts.push_back(one.target);
        }
    }
    return parts;
}

class PackageReader {
public:
    PackageReader(Package package, const Limits& limits, Document& document)
        : package_(std::move(package)), reading_(limits, document) {}

    Result<void> read() {
        TRY_ASSIGN(const std::string main, package_.main_part());
        TRY_ASSIGN(relationships_, package_.relationships_of(main));
        TRY(read_definitions());
        TRY(read_body(main));
        for (const PartKind& kind : kStories) {
            for (const std::string& part : related_parts(package_, relationships_, kind.relationship, kind.prefix)) {
                TRY(read_stories(kind, part));
            }
        }
        reading_.report();
        return {};
    }

private:
    Result<void> read_definitions() {
        for (const std::string& part : related_parts(package_, relationships_, "styles", "word/styles")) {
            StylesHandler handler(reading_.styles);
            TRY(package_.parse(part, handler));
            break;
        }
        for (const std::string& part : related_parts(package_, relationships_, "numbering", "word/numbering")) {
            NumberingHandler handler(reading_.numbering);
            TRY(package_.parse(part, handler));
            break;
        }
        return {};
    }

    Result<void> read_body(const std::string& part) {
        auto& body = reading_.document.body;
        BodyHandler handler(reading_, relationships_, reading_.add_part(part), w_document,
                            [&](std::int64_t, std::vector<Block> blocks) {
                                if (body.empty()) {
                                    body = std::move(blocks);
                                } else {
                                    std::move(blocks.begin(), blocks.end(), std::back_inserter(body));
                                }
                            });
        return package_.parse(part, handler);
    }

    Result<void> read_stories(const PartKind& kind, const std::string& part) {
        TRY_ASSIGN(const Relationships relationships, package_.relationships_of(part));
        auto& stories = reading_.document.stories;
        BodyHandler handler(
            reading_, relationships, reading_.add_part(part), kind.root,
            [&](std::int64_t id, std::vector<Block> blocks) {
                if (!blocks.empty()) {
                    stories.push_back({kind.story, std::move(blocks), reading_.anchor_of(kind.story, id)});
                }
            });
        return package_.parse(part, handler);
    }

    Package package_;
    Relationships relationships_;
    Reading reading_;
};

}  // namespace

}  // namespace docx

namespace {

/// Every ZIP archive: what it is instead of a Word document is told by read(). Readers of other packages sniff first.
bool sniff(const Input& input) {
    return zip::looks_like_zip(input.view());
}

Result<Document> read(const Input& input) {
    TRY_ASSIGN(ooxml::Package package, ooxml::Package::open(input));
    Document document;
    document.format = "docx";
    TRY(docx::PackageReader(std::move(package), input.limits, document).read());
    return document;
}

}  // namespace

extern const Reader docx_reader{"docx", "docx,docm,dotx,dotm", "Word documents and templates, Transitional and Strict",
                                sniff, read};

}  // namespace mingdan
