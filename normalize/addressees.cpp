// notice.addressees (主送机关): split at ， and ； outside brackets, at 、 only where neither occurs; a long list may
// go on over several lines, broken anywhere.
#include <algorithm>

#include "model/utf8.h"
#include "normalize/frame_line.h"
#include "normalize/frame_words.h"
#include "normalize/pass.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

bool is_open(char32_t c) {
    return c == U'（' || c == U'(' || c == U'〔' || c == U'[';
}
bool is_close(char32_t c) {
    return c == U'）' || c == U')' || c == U'〕' || c == U']';
}
bool is_comma(char32_t c) {
    return c == U'，' || c == U',' || c == U'；' || c == U';';
}
bool is_colon(char32_t c) {
    return c == U'：' || c == U':';
}

/// What parts the addressees of this notice.
enum class Mark { comma, enumeration, space };

/// Calls `see(c, from, after)` for every character outside brackets.
template <class See>
void outside_brackets(std::string_view line, See see) {
    int depth = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(line, at);
        depth += is_open(c) ? 1 : is_close(c) && depth > 0 ? -1 : 0;
        if (depth == 0 && !is_close(c)) {
            see(c, from, at);
        }
    }
}

Mark mark_of(const std::vector<Piece*>& lines) {
    bool enumeration = false;
    bool comma = false;
    for (const Piece* piece : lines) {
        outside_brackets(piece->text.text, [&](char32_t c, std::size_t, std::size_t) {
            comma = comma || is_comma(c);
            enumeration = enumeration || c == U'、';
        });
    }
    return comma ? Mark::comma : enumeration ? Mark::enumeration : Mark::space;
}

bool opens_addressee(std::string_view text) {
    return text.starts_with("各") || text.starts_with("有关") || text.starts_with("市直") || text.starts_with("省直");
}

class Splitter {
public:
    Splitter(Draft& draft, Mark mark) : draft_(draft), mark_(mark) {}

    void take(Piece& piece) {
        const Field line = std::move(piece.text);
        piece.taken = true;
        if (open_ && opens_addressee(line.text)) {
            open_ = false;  // each on a line of its own
        }
        std::size_t begin = 0;
        outside_brackets(line.text, [&](char32_t c, std::size_t from, std::size_t after) {
            if (parts(line.text, c, after)) {
                add(line, begin, from);
                draft_.leave(part_of(line, from, after - from), Reason::separator);
                open_ = false;
                begin = after;
            }
        });
        add(line, begin, line.text.size());
        give_rest(line);
    }

    void finish() {
        for (Field& addressee : draft_.notice.addressees) {
            rewrite(addressee, fold(addressee.text), Fix::fold_spaces);
        }
    }

private:
    bool parts(std::string_view line, char32_t c, std::size_t after) const {
        if (is_colon(c) || is_comma(c)) {
            return true;
        }
        if (mark_ == Mark::enumeration) {
            return c == U'、';
        }
        return mark_ == Mark::space && text::is_space(c) && opens_addressee(line.substr(after));
    }

    /// Adds bytes [begin, end) as an addressee, or to the last one if that goes on from the line before.
    void add(const Field& line, std::size_t begin, std::size_t end) {
        begin = after_spaces(line.text, begin);
        end = std::max(begin, before_spaces(line.text, end));
        if (begin == end) {
            return;
        }
        Field part = part_of(line, begin, end - begin);
        if (open_ && !draft_.notice.addressees.empty()) {
            join(draft_.notice.addressees.back(), std::move(part), "", Fix::join_wrapped);
        } else {
            draft_.notice.addressees.push_back(std::move(part));
        }
        open_ = true;
    }

    /// Marks without width count in a line's weight though they are not in its parts.
    void give_rest(const Field& line) {
        const std::uint32_t counted = count_characters(line.text);
        if (line.weight > counted && !draft_.notice.addressees.empty()) {
            draft_.notice.addressees.back().weight += line.weight - counted;
        }
    }

    /// No space between Han characters.
    static std::string fold(std::string_view text) {
        std::string folded;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t from = at;
            const char32_t c = utf8::next(text, at);
            if (!text::is_space(c) && !text::is_zero_width(c)) {
                folded.append(text, from, at - from);
            } else if (at < text.size() && text::is_word(utf8::last(folded)) &&
                       text::is_word(utf8::first(text.substr(at)))) {
                folded += " ";
            }
        }
        return folded;
    }

    Draft& draft_;
    Mark mark_;
    bool open_ = false;  ///< the last addressee may go on
};

void run(Draft& draft) {
    std::vector<Piece*> lines;
    for (Piece& piece : draft.flow) {
        if (piece.part == Part::addressee && !piece.taken && !piece.blank()) {
            lines.push_back(&piece);
        }
    }
    Splitter splitter(draft, mark_of(lines));
    for (Piece* piece : lines) {
        splitter.take(*piece);
    }
    splitter.finish();
}

}  // namespace

extern const Pass addressees_pass{"addressees", "splits the addressee line (主送机关)", run};

}  // namespace mingdan
