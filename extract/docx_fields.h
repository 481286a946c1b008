// Complex fields (w:fldChar, ECMA-376 part 1, 17.16.18): instruction, result, nested inside each other.
//
// Text of the instruction is a field code; results are text. A field without a separator ends at its end. Text runs
// that stand inside an instruction wait until it is sure that they belong to it: a begin that was never ended must not
// swallow the paragraph.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/docx_story.h"

namespace mingdan::docx {

struct FieldCode {
    bool in_result = false;
    bool contents = false;  ///< TOC: the result is left out
    std::string instruction;
    std::string held;          ///< text runs inside the instruction
    std::string form_value;    ///< the chosen entry of a drop-down list, whose field has no result
    std::int64_t chosen = 0;   ///< w:ddList/w:result
    std::int64_t entries = 0;  ///< w:listEntry so far
};

class FieldStack {
public:
    std::size_t size() const { return fields_.size(); }
    FieldCode& top() { return fields_.back(); }
    void begin() { fields_.emplace_back(); }
    void pop() { fields_.pop_back(); }
    FieldCode& at(std::size_t index) { return fields_[index]; }

    /// The innermost field whose instruction is being read, or nullptr.
    FieldCode* in_instruction() {
        for (std::size_t i = fields_.size(); i > 0; --i) {
            if (!fields_[i - 1].in_result) {
                return &fields_[i - 1];
            }
        }
        return nullptr;
    }
    bool in_contents() const {
        for (const FieldCode& field : fields_) {
            if (field.in_result && field.contents) {
                return true;
            }
        }
        return false;
    }

private:
    std::vector<FieldCode> fields_;
};

/// The first word of an instruction in capitals: "TOC", "EQ", "FORMCHECKBOX".
inline std::string field_name(std::string_view instruction) {
    std::string name;
    for (const char c : instruction.substr(std::min(instruction.find_first_not_of(" \t"), instruction.size()))) {
        if (c == ' ' || c == '\\' || c == '\t') {
            break;
        }
        name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return name;
}

/// What becomes of a field's texts: its instruction is left out, or composed if it is an EQ.
class FieldReader {
public:
    /// `keeps` says whether text that came now would be kept. REQUIRES: reading and builder outlive it.
    FieldReader(Reading& reading, StoryBuilder& builder, std::function<bool()> keeps)
        : reading_(reading), builder_(builder), keeps_(std::move(keeps)) {}

    FieldStack& open() { return stack_; }
    void begin() { stack_.begin(); }
    void separate();
    void end();
    /// A paragraph ends inside an instruction: text runs in it were no part of the instruction after all.
    void release_held_text();
    /// Fields that were never ended end with their container.
    void end_all(std::size_t down_to);

private:
    void settle_instruction(FieldCode& field);
    void leave(std::string_view text, std::uint32_t characters);

    Reading& reading_;
    StoryBuilder& builder_;
    std::function<bool()> keeps_;
    FieldStack stack_;
};

}  // namespace mingdan::docx
