// Styles: what a paragraph, a run or a table has without saying so itself (ECMA-376 part 1, 17.7).
//
// Only what a reader needs: alignment, outline level, page break, numbering, hidden text, and of tables whether lines
// are drawn. Every style is resolved along its basedOn chain when the part ends; chains that bite their tail are cut.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/docx_values.h"

namespace mingdan::docx {

/// w:numPr; what is missing comes from the style, and there from the style it is based on.
struct NumberingReference {
    std::optional<std::int32_t> number;  ///< w:numId; 0 cancels
    std::optional<std::int32_t> level;   ///< w:ilvl
};

/// The lines of a table or a cell as far as they divide rows.
struct Borders {
    Border top = Border::unsaid;
    Border bottom = Border::unsaid;
    Border inside = Border::unsaid;  ///< between rows (w:insideH)
};

struct Style {
    std::string id;
    std::string name;
    std::string based_on;
    std::optional<Alignment> alignment;
    std::optional<std::uint8_t> outline;  ///< 1-9, 0: body text
    std::optional<bool> page_break_before;
    std::optional<bool> hidden;
    NumberingReference numbering;
    Borders borders;
};

class Styles {
public:
    /// The style of that id, or nullptr.
    const Style* find(std::string_view id) const;
    /// What a paragraph has that names no style; never nullptr.
    const Style* default_paragraph() const { return &default_paragraph_; }
    /// True if some style hides text, so that runs need to be asked for theirs.
    bool any_hidden() const { return any_hidden_; }
    /// The style and those it is based on have this id among them.
    bool is_based_on(const Style& style, std::string_view id) const;

private:
    friend class StylesHandler;
    void resolve();

    std::vector<Style> styles_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
    Style default_paragraph_;
    std::string default_paragraph_id_;
    bool any_hidden_ = false;
};

/// Reads styles.xml.
class StylesHandler : public xml::Handler {
public:
    explicit StylesHandler(Styles& styles) : styles_(styles) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view) override {}

private:
    void start_style(const xml::Attributes& attributes);
    void read_paragraph_property(xml::Token token, const xml::Attributes& attributes);

    Styles& styles_;
    Style style_;
    bool in_style_ = false;
    bool is_default_paragraph_ = false;
};

/// One property of w:numPr or w:pPr; false if it is none of them.
bool read_numbering(xml::Token token, const xml::Attributes& attributes, NumberingReference& numbering);
/// One border of w:tblBorders or w:tcBorders.
void read_border(xml::Token token, const xml::Attributes& attributes, Borders& borders);
/// w:outlineLvl: 0-8 are headings of level 1-9, 9 is body text.
std::uint8_t outline_level(const xml::Attributes& attributes);

}  // namespace mingdan::docx
