#include "extract/docx_fields.h"

#include <fmt/format.h>

#include "extract/docx_equation.h"

namespace mingdan::docx {

void FieldReader::leave(std::string_view text, std::uint32_t characters) {
    reading_.leave(Reason::field_code, text, characters, builder_.place());
}

void FieldReader::separate() {
    if (stack_.size() > builder_.top().fields && !stack_.top().in_result) {  // else of one that this cell did not begin
        settle_instruction(stack_.top());
    }
}

void FieldReader::end() {
    if (stack_.size() <= builder_.top().fields) {
        return;
    }
    if (!stack_.top().in_result) {
        settle_instruction(stack_.top());
    }
    const std::string form_value = std::move(stack_.top().form_value);
    stack_.pop();
    if (!form_value.empty() && stack_.in_instruction() == nullptr && keeps_()) {
        builder_.append_generated(form_value);
    }
}

/// The instruction is complete: its result follows, or its end.
void FieldReader::settle_instruction(FieldCode& field) {
    field.in_result = true;
    const std::string name = field_name(field.instruction);
    std::uint32_t code = count_characters(field.instruction);
    if (name == "EQ" && stack_.in_instruction() == nullptr && keeps_()) {
        if (const std::string composed = compose_equation(field.instruction); !composed.empty()) {
            builder_.append(composed);
            code -= count_characters(composed);
            reading_.document.findings.push_back(make_finding(
                FindingCode::composed_character,
                fmt::format("“{}” was composed by the field {}", composed, field.instruction), {}, builder_.here()));
        }
    }
    leave(field.instruction, code);
    leave(field.held, count_characters(field.held));
    reading_.end_piece();
    field.contents = name == "TOC";
    field.held.clear();
}

void FieldReader::release_held_text() {
    for (std::size_t i = 0; i < stack_.size(); ++i) {
        if (!stack_.at(i).held.empty()) {
            builder_.append(std::exchange(stack_.at(i).held, {}));
        }
    }
}

void FieldReader::end_all(std::size_t down_to) {
    while (stack_.size() > down_to) {
        if (!stack_.top().held.empty()) {
            builder_.append(std::exchange(stack_.top().held, {}));
        }
        if (!stack_.top().in_result) {
            settle_instruction(stack_.top());
        }
        stack_.pop();
    }
}

}  // namespace mingdan::docx
