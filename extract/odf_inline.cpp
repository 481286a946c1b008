// What stands in a paragraph (OpenDocument 1.3 part 3, 6), paragraphs themselves, lists; and where each text goes.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/odf_body.h"
#include "extract/odf_values.h"

namespace mingdan::odf {

namespace {

constexpr std::uint32_t kMostBlanks = 1024;  // of one text:s

}  // namespace

bool BodyHandler::start_inline(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case text_p:
        case text_h:
            start_paragraph(token, attributes);
            return true;
        case text_span:
            if (hidden_depth_ == 0 && reading_.styles.any_hidden() &&
                reading_.styles.find(Family::text, attributes.text(n_text, "style-name")).hidden.value_or(false)) {
                hidden_depth_ = parser().depth();
            }
            return true;
        case text_s:
            generate(std::string(std::min(count(attributes, n_text, "c"), kMostBlanks), ' '));
            return true;
        case text_tab:
            generate("\t");
            return true;
        case text_line_break:
            if (begins_inline() && !is_hidden()) {
                builder_.soft_break();
            }
            return true;
        case text_hidden_paragraph:
            if (attributes.find(n_text, "is-hidden") == "true") {
                builder_.hide_paragraph();
            }
            return true;
        default:
            return false;
    }
}

void BodyHandler::start_paragraph(xml::Token token, const xml::Attributes& attributes) {
    ParagraphStart start;
    const Style& style = reading_.styles.find(Family::paragraph, attributes.text(n_text, "style-name"));
    start.style = &style;
    const std::int64_t level = integer(attributes, n_text, "outline-level").value_or(1);
    if (token == text_h) {
        start.outline = static_cast<std::uint8_t>(std::clamp<std::int64_t>(level, 1, 9));
    }
    if (in_list()) {
        start.number = list_number(style);
    } else if (token == text_h && level >= 1 && level <= static_cast<std::int64_t>(kLevels)) {
        start.number = heading_number(attributes, style, static_cast<std::size_t>(level - 1));
    }
    builder_.begin_paragraph(std::move(start));
}

bool BodyHandler::is_hidden() {
    if (hidden_depth_ != 0) {
        return true;
    }
    const ParagraphDraft& paragraph = builder_.paragraph();
    return paragraph.open && paragraph.start.style->hidden.value_or(false);
}

void BodyHandler::generate(std::string_view text) {
    if (begins_inline() && !is_hidden()) {
        check(reading_.charge_text(text.size()));
        builder_.append_generated(text);
    }
}

void BodyHandler::leave(Reason reason, std::string_view text, std::uint32_t characters) {
    reading_.leave(reason, text, characters, builder_.place());
}

void BodyHandler::text(std::string_view text) {
    if (body_depth_ == 0 || !begins_inline()) {
        return;
    }
    if (auto charged = reading_.charge_text(text.size()); !charged) {
        parser().stop(std::move(charged.error()));
        return;
    }
    const std::uint32_t characters = count_characters(text);
    reading_.document.read += characters;
    if (left_out_depth_ != 0) {
        leave(left_out_reason_, text, characters);
    } else if (is_hidden()) {
        leave(Reason::hidden, text, characters);
    } else {
        builder_.append(text);
    }
}

/// Goes on with the list that the attributes name, or begins one.
ListCounters& BodyHandler::counters_for(const xml::Attributes& attributes, const std::string& style) {
    ListCounters* counters = nullptr;
    if (attributes.find(n_text, "continue-list")) {
        counters = reading_.lists.find(attributes.text(n_text, "continue-list"));
    } else if (attributes.find(n_text, "continue-numbering") == "true") {
        counters = reading_.lists.latest(style);
    }
    return counters == nullptr ? reading_.lists.begin(style) : *counters;
}

void BodyHandler::start_list(const xml::Attributes& attributes) {
    OpenList list;
    list.depth = parser().depth();
    list.style = attributes.text(n_text, "style-name");
    if (in_list()) {
        OpenList& parent = lists_.back();
        list.level = parent.level + 1;
        list.counters = parent.counters;
        list.style = list.style.empty() ? parent.style : list.style;
        if (parent.sublists++ > 0 && list.level < kLevels && attributes.find(n_text, "continue-numbering") != "true") {
            list.counters->value[list.level].reset();
        }
    } else {
        list.counters = &counters_for(attributes, list.style);
        if (attributes.find(n_xml, "id")) {
            reading_.lists.name(attributes.text(n_xml, "id"), *list.counters);
        }
    }
    lists_.push_back(std::move(list));
}

/// text:list-header stands on the list's level and bears no number; of an item the first paragraph bears it.
void BodyHandler::start_list_item(xml::Token token, const xml::Attributes& attributes) {
    if (in_list()) {
        OpenList& list = lists_.back();
        list.in_item = true;
        list.numbered = token == text_list_header;
        list.sublists = 0;
        list.start = integer(attributes, n_text, "start-value");
    }
}

/// text:numbered-paragraph: an item of a list whose elements do not stand around it.
void BodyHandler::start_numbered(const xml::Attributes& attributes) {
    OpenList list;
    list.depth = parser().depth();
    list.style = attributes.text(n_text, "style-name");
    list.level = count(attributes, n_text, "level") - 1;
    const std::string id = attributes.text(n_text, "list-id");
    list.counters = id.empty() ? nullptr : reading_.lists.find(id);
    if (list.counters == nullptr) {
        list.counters = &counters_for(attributes, list.style);
        reading_.lists.name(id, *list.counters);
    }
    list.start = integer(attributes, n_text, "start-value");
    list.in_item = true;
    lists_.push_back(std::move(list));
}

std::string BodyHandler::list_number(const Style& style) {
    OpenList& list = lists_.back();
    const bool covered = builder_.in_cell() && builder_.top().cell.covered;
    if (!list.in_item || list.numbered || covered || list.level >= kLevels) {
        return {};
    }
    list.numbered = true;
    const ListStyle* levels = reading_.styles.find_list(list.style.empty() ? style.list.value_or("") : list.style);
    return levels == nullptr ? std::string{} : number_text(*list.counters, *levels, list.level, list.start);
}

/// A heading outside of any list counts by the outline style (16.34), unless its style takes the numbers away.
std::string BodyHandler::heading_number(const xml::Attributes& attributes, const Style& style, std::size_t level) {
    if ((style.list && style.list->empty()) || attributes.find(n_text, "is-list-header") == "true") {
        return {};
    }
    const bool restarts = attributes.find(n_text, "restart-numbering") == "true";
    const auto start = restarts ? integer(attributes, n_text, "start-value") : std::nullopt;
    return number_text(reading_.lists.headings(), reading_.styles.outline(), level, start);
}

std::string BodyHandler::number_text(ListCounters& counters, const ListStyle& style, std::size_t level,
                                     std::optional<std::int64_t> start) {
    std::string unknown_format;
    std::string text = next_number(counters, style, level, start, unknown_format);
    if (!unknown_format.empty()) {
        reading_.find_once(
            FindingCode::unknown_numbering, unknown_format,
            fmt::format("automatic numbers of the format “{}” are not known; decimal was used", unknown_format),
            builder_.place());
    }
    return text;
}

}  // namespace mingdan::odf
