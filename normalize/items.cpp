// What tells a wrap from a new item (contract section 4): a soft break or a geometric wrap is a wrap; separate
// paragraphs are items where each could stand alone, and a wrap where a line is cut in the middle and the next
// completes it.
#include "normalize/items.h"

#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "normalize/brackets.h"
#include "normalize/section_label.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::u32string_view kOrganisationEndings =
    U"校学院园局委部会司社厂店站所队村镇乡街县区市府办处室中心团馆库场行厅院工总合寺庙堡支";
/// 党委, 党支部, 党总支, 党组: what organisations of the party end with.
constexpr std::u32string_view kPartyEndings = U"委支部组";

/// The last character that counts: closing brackets with what they hold are remarks.
char32_t ending_of(std::string_view text) {
    while (!text.empty() && text::is_one_of(utf8::last(text), U"）)")) {
        const std::size_t full = text.rfind("（");
        const std::size_t half = text.rfind('(');
        const std::size_t open = full == std::string_view::npos   ? half
                                 : half == std::string_view::npos ? full
                                                                  : std::max(full, half);
        if (open == std::string_view::npos || open == 0) {
            break;
        }
        text = text::trim(text.substr(0, open));
    }
    while (!text.empty() && text::is_one_of(utf8::last(text), U"、；;，,。")) {
        std::size_t end = text.size();
        utf8::previous(text, end);
        text = text.substr(0, end);
    }
    return utf8::last(text);
}

bool is_numbered(const Line& line) {
    const NumberPrefix prefix = number_prefix(line.field.text);
    return !line.number.empty() || (prefix.kind != Numbering::none && prefix.kind != Numbering::han);
}

bool is_quoted(std::string_view text) {
    const char32_t first = utf8::first(text);
    const char32_t last = utf8::last(text);
    return (first == U'《' && last == U'》') || (first == U'“' && last == U'”');
}

bool closes_before(std::string_view text) {
    return text::is_one_of(utf8::first(text), U"）)］]〕】》〉」』”，。、；：！？");
}
bool stays_open(std::string_view text) {
    return text::is_one_of(utf8::last(text), U"（(［[〔【《〈「『“，、—-·的和与及暨");
}

bool stands_alone(std::string_view text, Role role, const Endings& endings) {
    if (!is_balanced(text)) {
        return false;
    }
    switch (role) {
        case Role::person:
            if (!may_part(text, role)) {
                return is_person_name(text);
            }
            for (const std::string_view part : parts_of_item(text, role)) {
                if (!is_person_name(part)) {
                    return false;
                }
            }
            return true;
        case Role::organisation:
            return utf8::length(text) >= 4 && endings.is_usual(text);
        default:
            return is_quoted(text);
    }
}

/// `both_alone`: each of the two lines could stand alone.
bool begins_item(const Line& above, const Line& line, Role role, bool both_alone) {
    if (is_numbered(line)) {
        return true;
    }
    if (stays_open(above.field.text) || closes_before(line.field.text)) {
        // a separator at a line's end parts items wherever items are kept
        const bool list = role == Role::person || role == Role::organisation;
        return list && text::is_one_of(utf8::last(above.field.text), U"、；;，,") && !closes_before(line.field.text);
    }
    return both_alone;
}

/// Names of persons parted by spaces: 张三 李四 are two, 张 三 is one that was padded.
std::vector<std::string_view> part_names(std::string_view text) {
    std::vector<std::string_view> tokens;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        depth += text::is_one_of(c, U"（(") ? 1 : text::is_one_of(c, U"）)") ? -1 : 0;
        if (text::is_space(c) && depth <= 0) {
            if (from > begin) {
                tokens.push_back(text.substr(begin, from - begin));
            }
            begin = at;
        }
    }
    if (begin < text.size()) {
        tokens.push_back(text.substr(begin));
    }
    const auto is_han_name = [](std::string_view token) { return text::is_han(utf8::first(token)); };
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool single = utf8::length(tokens[i]) == 1 && is_han_name(tokens[i]);
        const bool pads = single && i + 1 < tokens.size() && is_han_name(tokens[i + 1]);
        if (pads && utf8::length(without_remark(tokens[i + 1])) <= 2) {
            names.push_back(
                text.substr(static_cast<std::size_t>(tokens[i].data() - text.data()),
                            static_cast<std::size_t>(tokens[i + 1].data() + tokens[i + 1].size() - tokens[i].data())));
            ++i;
        } else if (!is_han_name(tokens[i]) && !names.empty()) {
            // a bracketed remark or a Latin word stays with what stands before it
            const std::string_view last = names.back();
            names.back() = text.substr(static_cast<std::size_t>(last.data() - text.data()),
                                       static_cast<std::size_t>(tokens[i].data() + tokens[i].size() - last.data()));
        } else {
            names.push_back(tokens[i]);
        }
    }
    return names;
}

}  // namespace

bool may_part(std::string_view text, Role role) {
    if (role != Role::person && role != Role::organisation) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0xE4 && byte <= 0xE9) {
            i += 2;  // an ideograph
        } else if (byte == ';' || byte == ',' || byte == 0xE3 || byte == 0xEF ||
                   (role == Role::person && byte <= ' ') || byte == 0xC2 || byte == 0xE2) {
            return true;
        }
    }
    return false;
}

void Endings::add(std::string_view text) {
    const char32_t c = ending_of(text);
    if (c == 0) {
        return;
    }
    ++total_;
    for (auto& [ending, count] : counts_) {
        if (ending == c) {
            ++count;
            return;
        }
    }
    counts_.push_back({c, 1});
}

bool Endings::is_usual(std::string_view text) const {
    const char32_t c = ending_of(text);
    std::uint32_t count = 0;
    for (const auto& [ending, times] : counts_) {
        count = ending == c ? times : count;
    }
    if (count >= 2 && count * 20 >= total_) {
        return true;
    }
    std::uint32_t party = 0;
    for (const auto& [ending, times] : counts_) {
        party += text::is_one_of(ending, kPartyEndings) ? times : 0;
    }
    // where the values are 党委 and 党支部 a line that ends in 学校 goes on in the next
    const bool only_party = total_ >= 8 && party * 10 >= total_ * 9;
    return text::is_one_of(c, only_party ? kPartyEndings : kOrganisationEndings);
}

bool is_person_name(std::string_view text) {
    text = text::trim(without_remark(text));
    std::size_t han = 0;
    bool dotted = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (text::is_han(c)) {
            ++han;
        } else if (text::is_one_of(c, U"·•・‧.．")) {
            dotted = true;
        } else if (!text::is_space(c) && !text::is_word(c)) {
            return false;
        }
    }
    return dotted || (han == 0 ? !text.empty() : han >= 2 && han <= 4);
}

bool reads_as_item(std::string_view text) {
    return is_person_name(text) || (utf8::length(text) >= 4 && Endings{}.is_usual(text));
}

namespace {

void join_line(DraftValue& value, Line& last, Line& line) {
    const std::string_view between = between_lines(last.field.text, line.field.text);
    join(last.field, std::move(line.field), between, Fix::join_wrapped);
    last.end = line.end;
    value.derivation = Derivation::joined;
}

/// A paragraph's own lines come first: each of its soft breaks is a wrap, unless a number opens an item there.
void join_soft_breaks(DraftValue& value) {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < value.lines.size(); ++i) {
        Line& last = value.lines[kept];
        Line& line = value.lines[i];
        if ((last.end == LineEnd::soft_break || last.end == LineEnd::wrap) && !is_numbered(line)) {
            join_line(value, last, line);
        } else if (++kept != i) {
            value.lines[kept] = std::move(line);
        }
    }
    value.lines.resize(kept + 1);
}

}  // namespace

void join_wraps(DraftValue& value, Role role, const Endings& endings) {
    if (value.lines.size() < 2) {
        return;
    }
    join_soft_breaks(value);
    std::size_t kept = 0;
    bool alone = stands_alone(value.lines.front().field.text, role, endings);
    for (std::size_t i = 1; i < value.lines.size(); ++i) {
        Line& last = value.lines[kept];
        Line& line = value.lines[i];
        const bool next_alone = stands_alone(line.field.text, role, endings);
        if (begins_item(last, line, role, alone && next_alone)) {
            alone = next_alone;
            if (++kept != i) {
                value.lines[kept] = std::move(line);
            }
            continue;
        }
        join_line(value, last, line);
        alone = stands_alone(last.field.text, role, endings);
    }
    value.lines.resize(kept + 1);
}

std::vector<std::string_view> parts_of_item(std::string_view text, Role role) {
    if (role != Role::person && role != Role::organisation) {
        return {text};
    }
    std::vector<std::string_view> parts;
    if (!may_part(text, role)) {
        parts.push_back(text);
        return parts;
    }
    for (const std::string_view part : split_outside(text, U"、；;，,")) {
        if (role == Role::organisation) {
            if (const std::string_view trimmed = text::trim(part); !trimmed.empty()) {
                parts.push_back(trimmed);
            }
            continue;
        }
        for (const std::string_view name : part_names(part)) {
            parts.push_back(name);
        }
    }
    return parts;
}

}  // namespace mingdan
