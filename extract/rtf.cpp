// Rich Text Format (RTF 1.9.1), also where a .doc is RTF inside.
//
// Tokens (rtf_tokens) drive the groups (rtf_reader); bytes become characters by the font they are set in
// (rtf_characters); paragraphs, cells and rows become blocks (rtf_flow), tables by their cells' edges (edge_table).
#include <algorithm>

#include "extract/reader.h"
#include "extract/rtf_reader.h"
#include "model/try.h"

namespace mingdan {

namespace {

std::string_view without_mark_and_space(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

bool sniff(const Input& input) {
    return without_mark_and_space(input.view()).starts_with("{\\rtf");
}

Result<Document> read(const Input& input) {
    Document document;
    document.format = "rtf";
    document.parts = {""};
    TRY(rtf::RtfReader(without_mark_and_space(input.view()), input.limits, document).read());
    const bool cut = std::any_of(document.findings.begin(), document.findings.end(),
                                 [](const Finding& finding) { return finding.code == FindingCode::cut_short; });
    if (cut && document.body.empty() && document.read == 0) {
        return fail(ErrorCode::damaged_text, "the RTF ends before its text begins", "the file, fetched or saved anew");
    }
    return document;
}

}  // namespace

extern const Reader rtf_reader{"rtf", "rtf", "Rich Text Format", sniff, read};

}  // namespace mingdan
