#include "normalize/open_label.h"

#include <utility>

#include <fmt/format.h>

#include "normalize/section_label.h"
#include "normalize/spaces.h"

namespace mingdan {

Numbering label_kind(std::string_view text, std::string_view number) {
    const Numbering printed = number_prefix(text).kind;
    return printed == Numbering::none && !number.empty() ? number_prefix(std::string(number) + "x").kind : printed;
}

void open_label(Draft& draft, Outline& outline, Field text, std::string_view number, std::uint32_t level,
                std::vector<Field>& notes) {
    const LabelParts parts = label_parts(text.text);
    Outline::Entry entry;
    entry.kind = label_kind(text.text, number);
    entry.level = level;
    entry.count = parts.count;
    entry.declared_empty = parts.declared_empty;
    std::optional<Field> remark;
    clean_label(draft, text, parts, remark);
    close_han(text, Fix::join_label);
    if (remark) {
        notes.push_back(std::move(*remark));
    }
    entry.label = std::move(text);
    missing_lists(draft, outline.open(std::move(entry)));
}

void missing_lists(Draft& draft, std::vector<Outline::Entry> labels) {
    for (Outline::Entry& entry : labels) {
        if (!entry.declared_empty && entry.count.value_or(1) > 0) {
            draft.find(FindingCode::missing_table, fmt::format("no list follows the heading {}", entry.label.text), {},
                       entry.label.origin);
        }
        draft.leave(std::move(entry.label), Reason::empty_section);
    }
}

}  // namespace mingdan
