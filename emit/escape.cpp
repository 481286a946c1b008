// JSON: RFC 8259 section 7. CSV: RFC 4180 section 2. Markdown: GFM 0.29, sections 2.4 (any ASCII punctuation may be
// escaped by a backslash), 4.2 (a run of # behind a space closes a heading) and 4.10 (tables).
#include "emit/escape.h"

#include <array>

namespace mingdan {

namespace {

/// Tells by its first byte whether a character is one of the marks.
class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view marks) {
        for (const char c : marks) {
            add(c);
        }
    }
    constexpr void add(char c) { has_[static_cast<unsigned char>(c)] = true; }
    constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }
    /// The first mark at or behind `at`, or the text's end.
    std::size_t find(std::string_view text, std::size_t at) const {
        while (at < text.size() && !has(text[at])) {
            ++at;
        }
        return at;
    }

private:
    std::array<bool, 256> has_{};
};

constexpr ByteSet json_marks() {
    ByteSet marks("\"\\");
    for (char c = 0; c < 0x20; ++c) {
        marks.add(c);
    }
    return marks;
}

constexpr ByteSet kJsonMarks = json_marks();
constexpr ByteSet kCsvMarks(",\"\r\n");
constexpr ByteSet kQuotationMark("\"");
constexpr ByteSet kMarkdownMarks("\\|`*_~[]<>&\r\n");

/// Copies the text and has `escape(out, text, at)` write each mark; it answers how many bytes it took.
template <class Escape>
void append_escaped(std::string& out, std::string_view text, const ByteSet& marks, Escape escape) {
    std::size_t begin = 0;
    for (std::size_t at = marks.find(text, 0); at < text.size(); at = marks.find(text, begin)) {
        out.append(text, begin, at - begin);
        begin = at + escape(out, text, at);
    }
    out.append(text, begin);
}

std::size_t escape_json(std::string& out, std::string_view text, std::size_t at) {
    constexpr std::string_view kHexadecimal = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) {
        out += "\\u00";
        out += kHexadecimal[byte >> 4];
        out += kHexadecimal[byte & 15];
    } else {
        out += '\\';
        out += text[at];
    }
    return 1;
}

std::size_t double_mark(std::string& out, std::string_view text, std::size_t at) {
    out.append(2, text[at]);
    return 1;
}

std::size_t escape_markdown(std::string& out, std::string_view text, std::size_t at) {
    if (text[at] == '\r' || text[at] == '\n') {
        out += "<br>";
        return text.substr(at, 2) == "\r\n" ? 2 : 1;
    }
    out += '\\';
    out += text[at];
    return 1;
}

std::size_t count_digits(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9') {
        ++count;
    }
    return count;
}

constexpr std::string_view kBlanks[] = {" ",      "\u3000", "\u00A0", "\v",     "\f",     "\uFEFF", "\u200B",
                                        "\u200C", "\u200D", "\u2060", "\u0085", "\u1680", "\u2000", "\u2001",
                                        "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                        "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F"};
constexpr std::string_view kFormulaStarts[] = {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};

constexpr ByteSet formula_leads() {
    ByteSet leads("");
    for (const std::string_view blank : kBlanks) {
        leads.add(blank.front());
    }
    for (const std::string_view start : kFormulaStarts) {
        leads.add(start.front());
    }
    return leads;
}

/// First bytes of what may run; those of Chinese characters, U+4000 and above, are not among them.
constexpr ByteSet kFormulaLeads = formula_leads();

/// The length of the first of these that the text begins with, or 0.
template <std::size_t count>
std::size_t match_first(std::string_view text, const std::string_view (&words)[count]) {
    for (const std::string_view word : words) {
        if (text.starts_with(word)) {
            return word.size();
        }
    }
    return 0;
}

std::string_view without_outer_blanks(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n\v\f");
    return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n\v\f") + 1 - begin);
}

bool is_space_or_tab(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    append_escaped(out, text, kJsonMarks, escape_json);
    out += '"';
}

bool is_json_number(std::string_view text) {
    text.remove_prefix(text.starts_with('-') ? 1 : 0);
    const std::size_t whole = count_digits(text);
    if (whole == 0 || (whole > 1 && text[0] == '0')) {
        return false;
    }
    text.remove_prefix(whole);
    return text.empty() || (text[0] == '.' && text.size() > 1 && count_digits(text.substr(1)) == text.size() - 1);
}

void quote_csv_field(std::string& out, std::size_t begin) {
    const auto field = std::string_view(out).substr(begin);
    if (field.empty()) {
        return;
    }
    const std::size_t mark = kCsvMarks.find(field, 0);
    if (mark == field.size() && !is_space_or_tab(field.front()) && !is_space_or_tab(field.back())) {
        return;
    }
    const std::string plain(field);
    out.resize(begin);
    out += '"';
    append_escaped(out, plain, kQuotationMark, double_mark);
    out += '"';
}

bool runs_as_formula(std::string_view cell) {
    if (cell.empty() || !kFormulaLeads.has(cell.front())) {
        return false;
    }
    while (const std::size_t blank = match_first(cell, kBlanks)) {
        cell.remove_prefix(blank);
    }
    return match_first(cell, kFormulaStarts) > 0;
}

void append_markdown_text(std::string& out, std::string_view text) {
    append_escaped(out, text, kMarkdownMarks, escape_markdown);
}

void append_markdown_paragraph(std::string& out, std::string_view text) {
    constexpr ByteSet kOpeners("#+-=");
    text = without_outer_blanks(text);  // four of them would open a code block, and none is ever shown
    const std::size_t digits = count_digits(text);
    const bool numbered = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    out.append(text, 0, digits);
    text.remove_prefix(digits);
    if (numbered || (digits == 0 && !text.empty() && kOpeners.has(text[0]))) {
        out += '\\';
    }
    append_markdown_text(out, text);
}

void append_markdown_heading(std::string& out, std::string_view text) {
    const std::size_t last = text.find_last_not_of('#');
    const std::size_t closing = last == std::string_view::npos ? 0 : last + 1;
    append_markdown_text(out, text.substr(0, closing));
    if (closing < text.size()) {
        out += '\\';
        out += text.substr(closing);
    }
}

}  // namespace mingdan
