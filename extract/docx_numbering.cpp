#include "extract/docx_numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/number_format.h"

namespace mingdan::docx {

using namespace ooxml;

namespace {

constexpr int kMostLinks = 8;

std::int32_t key(const xml::Attributes& attributes, std::string_view name) {
    return static_cast<std::int32_t>(
        std::clamp<std::int64_t>(integer_value(attributes, name).value_or(-1), -1, 1 << 30));
}

const NumberingLevel& level_of(const NumberingInstance& instance, const AbstractNumbering& abstract,
                               std::size_t level) {
    return instance.level[level] ? *instance.level[level] : abstract.levels[level];
}

std::string write(const NumberingLevel& level, bool legal, std::int64_t value, std::string& unknown_format) {
    if (legal && level.format != "none") {
        return fmt::format("{}", value);
    }
    if (level.digits > 0) {
        return fmt::format("{:0{}}", value, level.digits);
    }
    if (auto text = format_number(level.format, value)) {
        return std::move(*text);
    }
    unknown_format = level.format;
    return fmt::format("{}", value);
}

}  // namespace

const NumberingInstance* Numbering::instance(std::int32_t number) const {
    const auto at = instances_.find(number);
    return at == instances_.end() ? nullptr : &at->second;
}

std::optional<std::int32_t> Numbering::abstract_of(const NumberingInstance& instance, const Styles& styles) const {
    std::int32_t abstract = instance.abstract;
    for (int steps = 0; steps < kMostLinks; ++steps) {
        const auto at = abstracts_.find(abstract);
        if (at == abstracts_.end()) {
            return std::nullopt;
        }
        const Style* linked = at->second.linked_style.empty() ? nullptr : styles.find(at->second.linked_style);
        const NumberingInstance* next =
            linked == nullptr ? nullptr : this->instance(linked->numbering.number.value_or(0));
        if (next == nullptr || next->abstract == abstract) {
            return abstract;
        }
        abstract = next->abstract;
    }
    return std::nullopt;
}

void NumberingHandler::start_level(const xml::Attributes& attributes) {
    const std::int32_t index = key(attributes, "ilvl");
    level_ = nullptr;
    if (index < 0 || static_cast<std::size_t>(index) >= kLevels) {
        return;
    }
    const auto at = static_cast<std::size_t>(index);
    if (instance_ != nullptr) {
        level_ = &instance_->level[at].emplace();
    } else if (abstract_ != nullptr) {
        level_ = &abstract_->levels[at];
    }
}

/// w:numFmt. Word writes custom formats for newer programs and a plain one for older ones: the first that stands wins.
void NumberingHandler::read_format(const xml::Attributes& attributes) {
    if (parser().above() == mc_Fallback && level_->digits > 0) {
        return;
    }
    const std::string format = attributes.text(w, "val");
    if (format != "custom") {
        level_->format = format;
        return;
    }
    const std::string sample = attributes.text(w, "format");
    const std::size_t digits = std::min(sample.find_first_not_of("0123456789"), sample.size());
    if (digits > 1 && digits < 20 && sample[digits - 1] == '1') {
        level_->digits = static_cast<std::uint8_t>(digits);
        level_->format = "decimal";
    } else {
        level_->format = sample.empty() ? format : sample;
    }
}

void NumberingHandler::read_level(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case w_start:
            level_->start = integer_value(attributes).value_or(0);
            break;
        case w_numFmt:
            read_format(attributes);
            break;
        case w_lvlText:
            level_->text = attributes.text(w, "val");
            break;
        case w_lvlRestart:
            level_->restart = integer_value(attributes);
            break;
        case w_isLgl:
            level_->legal = on_off(attributes);
            break;
        case w_pStyle:
            level_->paragraph_style = attributes.text(w, "val");
            break;
        default:
            break;
    }
}

void NumberingHandler::start(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case w_abstractNum:
            abstract_ = &numbering_.define(key(attributes, "abstractNumId"));
            return;
        case w_num:
            instance_ = &numbering_.add(key(attributes, "numId"));
            return;
        case w_abstractNumId:
            if (instance_ != nullptr) {
                instance_->abstract = key(attributes, "val");
            }
            return;
        case w_numStyleLink:
            if (abstract_ != nullptr) {
                abstract_->linked_style = attributes.text(w, "val");
            }
            return;
        case w_lvlOverride:
            override_ = static_cast<std::size_t>(std::clamp<std::int32_t>(key(attributes, "ilvl"), 0, kLevels - 1));
            return;
        case w_startOverride:
            if (instance_ != nullptr) {
                instance_->start[override_] = integer_value(attributes).value_or(0);
            }
            return;
        case w_lvl:
            start_level(attributes);
            return;
        case w_pPr:
        case w_rPr:
            parser().skip();
            return;
        default:
            if (level_ != nullptr) {
                read_level(token, attributes);
            }
    }
}

void NumberingHandler::end(xml::Token token) {
    if (token == w_lvl) {
        level_ = nullptr;
    } else if (token == w_abstractNum) {
        abstract_ = nullptr;
    } else if (token == w_num) {
        instance_ = nullptr;
    }
}

/// Counts the level up, or begins it, and ends the deeper levels that a number of this level ends.
void NumberCounters::advance(Counter& counter, const NumberingInstance& instance, const AbstractNumbering& abstract,
                             std::size_t level, std::int32_t number) {
    std::uint16_t& used = overridden_[number];
    const auto bit = static_cast<std::uint16_t>(1u << level);
    std::optional<std::int64_t>& value = counter.value[level];
    if (instance.start[level] && (used & bit) == 0) {
        value = *instance.start[level];
    } else if (value && *value < INT32_MAX) {
        value = *value + 1;
    } else {
        value = instance.start[level].value_or(level_of(instance, abstract, level).start);
    }
    used = static_cast<std::uint16_t>(used | bit);
    for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) {
        const std::int64_t restart =
            level_of(instance, abstract, deeper).restart.value_or(static_cast<std::int64_t>(deeper));
        if (static_cast<std::int64_t>(level) < restart) {
            counter.value[deeper].reset();
        }
    }
}

std::string NumberCounters::next(const Numbering& numbering, const Styles& styles, std::int32_t number,
                                 std::int32_t level, std::string& unknown_format) {
    const NumberingInstance* instance = numbering.instance(number);
    const auto key = instance == nullptr ? std::nullopt : numbering.abstract_of(*instance, styles);
    if (!key || level < 0 || static_cast<std::size_t>(level) >= kLevels) {
        return {};
    }
    const AbstractNumbering& abstract = numbering.abstract(*key);
    const auto own = static_cast<std::size_t>(level);
    Counter& counter = counters_[*key];
    advance(counter, *instance, abstract, own, number);
    const NumberingLevel& definition = level_of(*instance, abstract, own);
    if (definition.format == "bullet") {
        return {};
    }
    std::string text;
    for (std::size_t i = 0; i < definition.text.size(); ++i) {
        const char next = i + 1 < definition.text.size() ? definition.text[i + 1] : '\0';
        if (definition.text[i] != '%' || next < '1' || next > '9') {
            text += definition.text[i];
            continue;
        }
        const auto named = static_cast<std::size_t>(next - '1');
        const NumberingLevel& other = level_of(*instance, abstract, named);
        text += write(other, definition.legal, counter.value[named].value_or(other.start), unknown_format);
        ++i;
    }
    return text;
}

std::int32_t level_of_style(const Numbering& numbering, const Styles& styles, const Style& style) {
    const NumberingInstance* instance = numbering.instance(style.numbering.number.value_or(0));
    const auto key = instance == nullptr ? std::nullopt : numbering.abstract_of(*instance, styles);
    if (key) {
        for (std::size_t level = 0; level < kLevels; ++level) {
            const std::string& id = numbering.abstract(*key).levels[level].paragraph_style;
            if (!id.empty() && id == style.id) {
                return static_cast<std::int32_t>(level);
            }
        }
        for (std::size_t level = 0; level < kLevels; ++level) {
            const std::string& id = numbering.abstract(*key).levels[level].paragraph_style;
            if (!id.empty() && !style.numbering.level && styles.is_based_on(style, id)) {
                return static_cast<std::int32_t>(level);
            }
        }
    }
    return style.numbering.level.value_or(0);
}

}  // namespace mingdan::docx
