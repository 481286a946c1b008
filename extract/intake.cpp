#include "extract/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/over_limit.h"

namespace mingdan {

std::uint16_t Intake::add_part(std::string name) {
    document.parts.push_back(std::move(name));
    return static_cast<std::uint16_t>(std::min<std::size_t>(document.parts.size(), UINT16_MAX));
}

Result<void> Intake::charge_text(std::size_t bytes) {
    text_bytes += bytes;
    if (text_bytes > limits.text_bytes) {
        return over_limit("text-bytes", limits.text_bytes, "the document's text has more bytes than");
    }
    return {};
}

void Intake::leave(Reason reason, std::string_view text, std::uint32_t characters, const Origin& place) {
    auto& pieces = document.left_out;
    if (piece_open_ && pieces.back().reason == reason && pieces.back().origin.part == place.part &&
        pieces.back().origin.paragraph == place.paragraph) {
        pieces.back().text += text;
        pieces.back().characters += characters;
        return;
    }
    if (characters == 0) {
        return;
    }
    Origin origin = place;
    origin.text = next_text();
    pieces.push_back({reason, std::string(text), characters, origin});
    piece_open_ = true;
}

void Intake::find_once(FindingCode code, const std::string& key, std::string message, const Origin& origin) {
    if (found_.insert(fmt::format("{}:{}", static_cast<int>(code), key)).second) {
        document.findings.push_back(make_finding(code, std::move(message), {}, origin));
    }
}

void Intake::report() {
    if (insertions + deletions + moves > 0) {
        document.findings.push_back(make_finding(
            FindingCode::tracked_changes,
            fmt::format(
                "the file holds revisions ({} insertions, {} deletions, {} moves); the text as accepted was read",
                insertions, deletions, moves)));
    }
    std::uint64_t hidden = 0;
    for (const LeftOut& piece : document.left_out) {
        hidden += piece.reason == Reason::hidden ? piece.characters : 0;
    }
    if (hidden > 0) {
        document.findings.push_back(
            make_finding(FindingCode::hidden_text,
                         fmt::format("the file holds {} characters of hidden text, which was left out", hidden)));
    }
}

}  // namespace mingdan
