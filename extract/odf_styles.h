// Styles: what decides where a text goes and where a page, a border or a number begins.
//
// OpenDocument 1.3 part 3, 16. Common styles stand in styles.xml; automatic ones stand in each part for itself and may
// bear a name that is used in the other part, too. Properties come down the chain of parents, at the end of which is
// the family's default style.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <mingdan/document.h>

#include "extract/odf_names.h"

namespace mingdan::odf {

enum class Family : std::uint8_t { paragraph, text, table, column, row, cell, other };
constexpr std::size_t kFamilies = static_cast<std::size_t>(Family::other) + 1;
constexpr std::size_t kLevels = 10;

struct Style {
    std::string parent;
    std::optional<Alignment> alignment;
    std::optional<bool> breaks_before;  ///< fo:break-before: page or column
    std::optional<bool> breaks_after;   ///< fo:break-after
    std::optional<bool> begins_master;  ///< style:master-page-name: a page of that kind begins
    std::optional<std::string> list;    ///< style:list-style-name; "" takes the numbers away
    std::optional<bool> hidden;         ///< text:display="none"
    std::optional<bool> displayed;      ///< table:display
    std::optional<bool> vertical;       ///< style:writing-mode from top to bottom, style:direction="ttb"
    std::optional<bool> line_above;     ///< fo:border-top: drawn, or none
    std::optional<bool> line_below;
    bool settled = false;  ///< has what its parents say
};

/// text:list-level-style-number, -bullet, text:outline-level-style
struct ListLevel {
    bool numbered = false;
    std::string format;  ///< style:num-format: "1", "一, 二, 三, ..."; "" shows no number
    std::string prefix;
    std::string suffix;
    std::string pattern;  ///< LibreOffice's and 1.4's num-list-format, "第%1%章": says it all if it is there
    std::int64_t start = 1;
    std::size_t displayed = 1;  ///< text:display-levels
};

using ListStyle = std::array<ListLevel, kLevels>;

class Styles {
public:
    /// The style with all that its parents say; the family's default where there is none of that name.
    const Style& find(Family family, std::string_view name);
    /// nullptr where there is none of that name.
    const ListStyle* find_list(std::string_view name) const;
    const ListStyle& outline() const { return outline_; }
    /// A part begins: the automatic styles of the one before it do not hold in it.
    void forget_automatic();
    /// True if some style hides text.
    bool any_hidden() const { return any_hidden_; }

private:
    friend class StyleReader;
    struct Set {
        std::array<std::unordered_map<std::string, Style>, kFamilies> styles;
        std::unordered_map<std::string, ListStyle> lists;
    };

    Style* look_up(Set& set, Family family, const std::string& name);
    void settle(Family family, Style& style, int steps);

    Set common_;
    Set automatic_;
    std::array<Style, kFamilies> defaults_;
    ListStyle outline_;
    bool any_hidden_ = false;
};

/// Takes the events inside office:styles and office:automatic-styles.
class StyleReader {
public:
    explicit StyleReader(Styles& styles) : styles_(styles) {}

    void start(xml::Token token, const xml::Attributes& attributes, bool automatic);
    void end(xml::Token token);

private:
    void start_style(const xml::Attributes& attributes, Styles::Set& set);
    void start_level(xml::Token token, const xml::Attributes& attributes);
    void read_paragraph(const xml::Attributes& attributes);
    void read_cell(const xml::Attributes& attributes);

    Styles& styles_;
    Style* style_ = nullptr;
    ListStyle* list_ = nullptr;
};

}  // namespace mingdan::odf
