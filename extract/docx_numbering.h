// Automatic numbers: the digits of a numbered paragraph stand nowhere in its text and are computed here
// (ECMA-376 part 1, 17.9).
//
// w:num -> w:abstractNum, over w:numStyleLink where that is set; w:lvlOverride with w:startOverride or a level of its
// own; w:lvlRestart, w:isLgl, %1 to %9 of w:lvlText. Counters belong to the abstract definition, so two lists that
// share it count on, unless an override starts one anew. Word's custom formats ("001, 002, …") pad with zeros.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/docx_styles.h"

namespace mingdan::docx {

constexpr std::size_t kLevels = 9;

struct NumberingLevel {
    std::int64_t start = 1;
    std::string format = "decimal";
    std::string text;                     ///< "第%1章"
    std::string paragraph_style;          ///< w:pStyle: the style that stands on this level
    std::optional<std::int64_t> restart;  ///< w:lvlRestart: 0 never, n after a level up to n
    std::uint8_t digits = 0;              ///< of a custom format that pads with zeros
    bool legal = false;                   ///< w:isLgl: all numbers decimal
};

struct AbstractNumbering {
    std::array<NumberingLevel, kLevels> levels;
    std::string linked_style;  ///< w:numStyleLink: the levels stand with that style's numbering
};

struct NumberingInstance {
    std::int32_t abstract = -1;
    std::array<std::optional<std::int64_t>, kLevels> start;
    std::array<std::optional<NumberingLevel>, kLevels> level;
};

class Numbering {
public:
    /// The definition that a w:numId means and the instance itself; nullptr where there is none.
    const NumberingInstance* instance(std::int32_t number) const;
    /// The abstract definition's key, links followed; nullopt where there is none.
    std::optional<std::int32_t> abstract_of(const NumberingInstance& instance, const Styles& styles) const;
    const AbstractNumbering& abstract(std::int32_t key) const { return abstracts_.at(key); }
    /// The definition or the instance of that key, made if there is none.
    AbstractNumbering& define(std::int32_t key) { return abstracts_[key]; }
    NumberingInstance& add(std::int32_t number) { return instances_[number]; }

private:
    std::unordered_map<std::int32_t, AbstractNumbering> abstracts_;
    std::unordered_map<std::int32_t, NumberingInstance> instances_;
};

/// Reads numbering.xml.
class NumberingHandler : public xml::Handler {
public:
    explicit NumberingHandler(Numbering& numbering) : numbering_(numbering) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view) override {}

private:
    void start_level(const xml::Attributes& attributes);
    void read_level(xml::Token token, const xml::Attributes& attributes);
    void read_format(const xml::Attributes& attributes);

    Numbering& numbering_;
    AbstractNumbering* abstract_ = nullptr;
    NumberingInstance* instance_ = nullptr;
    NumberingLevel* level_ = nullptr;
    std::size_t override_ = 0;
};

/// The counters of one story. `unknown_format` is set to a format's name when one had to be written as decimal.
class NumberCounters {
public:
    /// The next paragraph's number, as it is printed before the text; "" for bullets and for no numbering.
    std::string next(const Numbering& numbering, const Styles& styles, std::int32_t number, std::int32_t level,
                     std::string& unknown_format);

private:
    struct Counter {
        std::array<std::optional<std::int64_t>, kLevels> value;
    };

    void advance(Counter& counter, const NumberingInstance& instance, const AbstractNumbering& abstract,
                 std::size_t level, std::int32_t number);

    std::unordered_map<std::int32_t, Counter> counters_;          ///< by abstract definition
    std::unordered_map<std::int32_t, std::uint16_t> overridden_;  ///< by w:numId: levels whose startOverride was used
};

/// The level on which a paragraph stands whose numbering comes from its style.
std::int32_t level_of_style(const Numbering& numbering, const Styles& styles, const Style& style);

}  // namespace mingdan::docx
