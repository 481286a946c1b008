// An annex's title: the notice's own list of attachments proves it; without that, the first line that is no heading,
// and the lines after it as long as what they say does not yet end as a title does (…名单).
#include <utility>

#include "model/utf8.h"
#include "normalize/lexicon.h"
#include "normalize/section_label.h"
#include "normalize/spaces.h"
#include "normalize/zone_reader.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kMostTitleLines = 4;

/// The title that the attachment list gives to this annex, or "".
std::string listed_title(const Draft& draft, const Zone& zone) {
    const auto& listed = draft.notice.attachments;
    if (listed.size() == 1 && (!zone.annex || zone.annex->text == "附件" || zone.annex->text == listed[0].label.text)) {
        return text::compare_key(listed[0].title.text);
    }
    for (const Attachment& attachment : listed) {
        if (zone.annex && attachment.label.text == zone.annex->text) {
            return text::compare_key(attachment.title.text);
        }
    }
    return {};
}

bool may_be_title(const Piece& piece) {
    const std::string_view text = piece.text.text;
    const LabelParts parts = label_parts(text);
    const std::string_view label = text.substr(0, parts.label_end);
    if (parts.numbering.kind != Numbering::none || !piece.number.empty()) {
        return false;
    }
    if (parts.count) {
        return lexicon::ends_as_list_title(label);
    }
    return utf8::length(text) <= 60 && utf8::last(text) != U'。' && utf8::last(text) != U'：';
}

bool goes_on(const Piece& piece) {
    const LabelParts parts = label_parts(piece.text.text);
    return parts.numbering.kind == Numbering::none && piece.number.empty() && !parts.count &&
           utf8::length(piece.text.text) <= 40;
}

}  // namespace

std::size_t count_title_lines(const Draft& draft, const Zone& zone, const std::vector<std::size_t>& lines) {
    const std::string wanted = listed_title(draft, zone);
    std::string joined;
    for (std::size_t i = 0; i < lines.size() && i < kMostTitleLines && !wanted.empty(); ++i) {
        joined += text::compare_key(draft.flow[lines[i]].text.text);
        if (joined == wanted) {
            return i + 1;
        }
    }
    if (lines.empty() || !may_be_title(draft.flow[lines[0]])) {
        return 0;
    }
    std::string text = draft.flow[lines[0]].text.text;
    for (std::size_t count = 1; count < lines.size() && count < kMostTitleLines; ++count) {
        if (lexicon::ends_as_list_title(text)) {
            return count;
        }
        const Piece& next = draft.flow[lines[count]];
        if (!goes_on(next)) {
            break;
        }
        text += next.text.text;
        if (lexicon::ends_as_list_title(text)) {
            return count + 1;
        }
    }
    return 1;
}

Field take_title(Draft& draft, const std::vector<std::size_t>& lines, std::size_t count) {
    Field title;
    for (std::size_t i = 0; i < count; ++i) {
        Piece& piece = draft.flow[lines[i]];
        piece.taken = true;
        if (i == 0) {
            title = std::move(piece.text);
        } else {
            const std::string_view between = between_lines(title.text, piece.text.text);
            join(title, std::move(piece.text), between, Fix::join_title);
        }
    }
    close_han(title);
    return title;
}

}  // namespace mingdan
