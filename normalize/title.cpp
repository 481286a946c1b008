// notice.title: its lines joined, wherever they broke. Layout spaces go; a space stays beside a Latin letter or digit,
// and one is set where a line's last would touch the next line's first.
#include "model/utf8.h"
#include "normalize/frame_line.h"
#include "normalize/pass.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// Without spaces between Han characters and their marks; other runs become one space.
std::string fold_title(std::string_view title) {
    std::string folded;
    folded.reserve(title.size());
    for (std::size_t at = 0; at < title.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(title, at);
        if (!text::is_space(c)) {
            folded.append(title, from, at - from);
            continue;
        }
        at = after_spaces(title, at);
        const bool beside_word = text::is_word(utf8::last(folded)) || text::is_word(utf8::first(title.substr(at)));
        folded += beside_word ? " " : "";
    }
    return folded;
}

void run(Draft& draft) {
    std::optional<Field>& title = draft.notice.title;
    for (Piece& piece : draft.flow) {
        if (piece.part != Part::title || piece.taken) {
            continue;
        }
        piece.taken = true;
        if (!title) {
            title = std::move(piece.text);
            continue;
        }
        const std::string_view between = between_lines(title->text, piece.text.text);
        join(*title, std::move(piece.text), between, Fix::join_title);
    }
    if (title) {
        rewrite(*title, fold_title(title->text), Fix::fold_spaces);
    }
}

}  // namespace

extern const Pass title_pass{"title", "joins the title's lines", run};

}  // namespace mingdan
