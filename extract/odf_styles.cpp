#include "extract/odf_styles.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/odf_values.h"

namespace mingdan::odf {

namespace {

constexpr int kMostParents = 64;

Family to_family(std::string_view name) {
    constexpr std::pair<std::string_view, Family> kNames[] = {
        {"paragraph", Family::paragraph}, {"text", Family::text},     {"table", Family::table},
        {"table-column", Family::column}, {"table-row", Family::row}, {"table-cell", Family::cell},
    };
    const auto* const at =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.first == name; });
    return at == std::end(kNames) ? Family::other : at->second;
}

std::optional<Alignment> to_alignment(std::string_view value) {
    return value == "center"                     ? std::optional(Alignment::center)
           : value == "justify"                  ? std::optional(Alignment::both)
           : value == "end" || value == "right"  ? std::optional(Alignment::right)
           : value == "start" || value == "left" ? std::optional(Alignment::left)
                                                 : std::nullopt;
}

bool is_break(std::string_view value) {
    return value == "page" || value == "column" || value == "even-page" || value == "odd-page";
}

bool draws(std::string_view border) {
    return border != "none" && border != "hidden" && !border.starts_with("0 ") && !border.empty();
}

template <class Value>
void inherit(std::optional<Value>& own, const std::optional<Value>& parent) {
    if (!own) {
        own = parent;
    }
}

void inherit_all(Style& style, const Style& parent) {
    inherit(style.alignment, parent.alignment);
    inherit(style.breaks_before, parent.breaks_before);
    inherit(style.breaks_after, parent.breaks_after);
    inherit(style.begins_master, parent.begins_master);
    inherit(style.list, parent.list);
    inherit(style.hidden, parent.hidden);
    inherit(style.displayed, parent.displayed);
    inherit(style.vertical, parent.vertical);
    inherit(style.line_above, parent.line_above);
    inherit(style.line_below, parent.line_below);
}

}  // namespace

Style* Styles::look_up(Set& set, Family family, const std::string& name) {
    auto& styles = set.styles[static_cast<std::size_t>(family)];
    const auto at = styles.find(name);
    return at == styles.end() ? nullptr : &at->second;
}

/// Parents are common styles, always; a chain that is a ring ends after some steps.
void Styles::settle(Family family, Style& style, int steps) {
    style.settled = true;
    Style* parent = style.parent.empty() ? nullptr : look_up(common_, family, style.parent);
    if (parent == nullptr || parent == &style || steps == 0) {
        inherit_all(style, defaults_[static_cast<std::size_t>(family)]);
        return;
    }
    if (!parent->settled) {
        settle(family, *parent, steps - 1);
    }
    inherit_all(style, *parent);
}

const Style& Styles::find(Family family, std::string_view name) {
    const std::string key(name);
    Style* style = look_up(automatic_, family, key);
    if (style == nullptr) {
        style = look_up(common_, family, key);
    }
    if (style == nullptr) {
        return defaults_[static_cast<std::size_t>(family)];
    }
    if (!style->settled) {
        settle(family, *style, kMostParents);
    }
    return *style;
}

const ListStyle* Styles::find_list(std::string_view name) const {
    const std::string key(name);
    for (const Set* set : {&automatic_, &common_}) {
        if (const auto at = set->lists.find(key); at != set->lists.end()) {
            return &at->second;
        }
    }
    return nullptr;
}

void Styles::forget_automatic() {
    automatic_ = {};
}

void StyleReader::start_style(const xml::Attributes& attributes, Styles::Set& set) {
    const Family family = to_family(attributes.find(n_style, "family").value_or(""));
    style_ = &set.styles[static_cast<std::size_t>(family)][attributes.text(n_style, "name")];
    style_->parent = attributes.text(n_style, "parent-style-name");
    if (const auto master = attributes.find(n_style, "master-page-name")) {
        style_->begins_master = !master->empty();
    }
    if (attributes.find(n_style, "list-style-name")) {
        style_->list = attributes.text(n_style, "list-style-name");
    }
}

void StyleReader::read_paragraph(const xml::Attributes& attributes) {
    if (const auto value = attributes.find(n_fo, "text-align")) {
        style_->alignment = to_alignment(*value);
    }
    if (const auto value = attributes.find(n_fo, "break-before")) {
        style_->breaks_before = is_break(*value);
    }
    if (const auto value = attributes.find(n_fo, "break-after")) {
        style_->breaks_after = is_break(*value);
    }
}

/// fo:border stands for all four sides, beside which a side of its own may stand.
void StyleReader::read_cell(const xml::Attributes& attributes) {
    if (const auto all = attributes.find(n_fo, "border")) {
        style_->line_above = style_->line_below = draws(*all);
    }
    if (const auto top = attributes.find(n_fo, "border-top")) {
        style_->line_above = draws(*top);
    }
    if (const auto bottom = attributes.find(n_fo, "border-bottom")) {
        style_->line_below = draws(*bottom);
    }
    if (const auto mode = attributes.find(n_style, "writing-mode")) {
        style_->vertical = mode->starts_with("tb") || mode->starts_with("bt");
    }
    if (attributes.find(n_style, "direction") == "ttb") {
        style_->vertical = true;
    }
}

void StyleReader::start_level(xml::Token token, const xml::Attributes& attributes) {
    const std::int64_t number = integer(attributes, n_text, "level").value_or(0);
    if (list_ == nullptr || number < 1 || number > static_cast<std::int64_t>(kLevels)) {
        return;
    }
    ListLevel& level = (*list_)[static_cast<std::size_t>(number - 1)];
    level = {};
    level.numbered = token == text_list_level_style_number || token == text_outline_level_style;
    level.format = attributes.text(n_style, "num-format");
    level.prefix = attributes.text(n_style, "num-prefix");
    level.suffix = attributes.text(n_style, "num-suffix");
    level.pattern = attributes.text(n_loext, "num-list-format");
    if (level.pattern.empty()) {
        level.pattern = attributes.text(n_style, "num-list-format");
    }
    level.start = integer(attributes, n_text, "start-value").value_or(1);
    level.displayed = static_cast<std::size_t>(
        std::clamp<std::int64_t>(integer(attributes, n_text, "display-levels").value_or(1), 1, number));
}

void StyleReader::start(xml::Token token, const xml::Attributes& attributes, bool automatic) {
    Styles::Set& set = automatic ? styles_.automatic_ : styles_.common_;
    switch (token) {
        case style_style:
            start_style(attributes, set);
            return;
        case style_default_style:
            style_ =
                &styles_
                     .defaults_[static_cast<std::size_t>(to_family(attributes.find(n_style, "family").value_or("")))];
            return;
        case text_list_style:
            list_ = &set.lists[attributes.text(n_style, "name")];
            return;
        case text_outline_style:
            list_ = &styles_.outline_;
            return;
        case text_list_level_style_number:
        case text_list_level_style_bullet:
        case text_list_level_style_image:
        case text_outline_level_style:
            start_level(token, attributes);
            return;
        case style_paragraph_properties:
            if (style_ != nullptr) {
                read_paragraph(attributes);
            }
            return;
        case style_text_properties:
            if (const auto display = attributes.find(n_text, "display"); style_ != nullptr && display) {
                style_->hidden = *display == "none";
                styles_.any_hidden_ = styles_.any_hidden_ || *style_->hidden;
            }
            return;
        case style_table_properties:
            if (const auto display = attributes.find(n_table, "display"); style_ != nullptr && display) {
                style_->displayed = *display != "false";
            }
            return;
        case style_table_cell_properties:
            if (style_ != nullptr) {
                read_cell(attributes);
            }
            return;
        default:
            return;
    }
}

void StyleReader::end(xml::Token token) {
    if (token == style_style || token == style_default_style) {
        style_ = nullptr;
    } else if (token == text_list_style || token == text_outline_style) {
        list_ = nullptr;
    }
}

}  // namespace mingdan::odf
