#include "extract/docx_equation.h"

#include <algorithm>
#include <vector>

namespace mingdan::docx {

namespace {

constexpr int kDeepest = 16;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct Argument {
    std::string text;
    bool raised = false;  ///< came from \s\up
};

/// Reads `\o\ac(a,b)`, `\s\up 5(a)` and text between them.
class Equation {
public:
    explicit Equation(std::string_view code) : code_(code) {}

    /// The text up to the closing bracket or the separator, which stay.
    Argument argument(int depth) {
        Argument result;
        while (at_ < code_.size() && code_[at_] != ')' && code_[at_] != ',' && code_[at_] != ';') {
            if (code_[at_] == '\\') {
                element(result, depth);
            } else if (code_[at_] == '(') {
                ++at_;
                result.text += list(depth, {});
            } else {
                result.text += code_[at_++];
            }
        }
        return result;
    }

    bool done() const { return at_ >= code_.size(); }
    void step() { ++at_; }

private:
    /// A switch with its options and arguments, a `\* format`, or an escaped character.
    void element(Argument& into, int depth) {
        const char next = at_ + 1 < code_.size() ? code_[at_ + 1] : '\0';
        if (next == '*') {
            skip_format();
            return;
        }
        if (!is_letter(next)) {  // \, \( \) \\ are the characters themselves
            into.text.append(code_.substr(at_ + 1, 1));
            at_ += 2;
            return;
        }
        std::string switches;
        while (at_ < code_.size() && code_[at_] != '(' && code_[at_] != ',' && code_[at_] != ')') {
            switches += lower(code_[at_++]);
        }
        if (at_ < code_.size() && code_[at_] == '(') {
            ++at_;
            into.text += list(depth, switches);
            into.raised = into.raised || switches.find("\\up") != switches.npos;
        }
    }

    /// `\* jc2`, `\* "Font:宋体"`
    void skip_format() {
        at_ = std::min(code_.find_first_not_of(' ', at_ + 2), code_.size());
        if (at_ < code_.size() && code_[at_] == '"') {
            at_ = std::min(code_.find('"', at_ + 1), code_.size() - 1) + 1;
        } else {
            at_ = std::min(code_.find_first_of(" \\", at_), code_.size());
        }
    }

    /// The arguments up to the closing bracket, joined.
    std::string list(int depth, std::string_view switches) {
        if (depth >= kDeepest) {
            at_ = code_.size();
            return {};
        }
        std::vector<Argument> arguments;
        while (at_ < code_.size()) {
            arguments.push_back(argument(depth + 1));
            if (at_ < code_.size() && code_[at_++] == ')') {
                break;
            }
        }
        return join(arguments, switches);
    }

    static std::string join(const std::vector<Argument>& arguments, std::string_view switches) {
        const bool overstrike = switches.find("\\o") != switches.npos;
        const bool figure = overstrike && arguments.size() == 2 && is_figure(arguments.front().text);
        const bool guided = overstrike && arguments.size() == 2 && arguments.front().raised &&
                            !arguments.back().raised && switches.find("\\a") != switches.npos;
        std::string text;
        for (const Argument& argument : arguments) {
            if (&argument != &arguments.front() || (!figure && !guided)) {
                text += argument.text;
            }
        }
        return text;
    }

    static bool is_figure(std::string_view text) {
        constexpr std::string_view kFigures[] = {"○", "◯", "〇", "□", "△", "◇"};
        return std::find(std::begin(kFigures), std::end(kFigures), text) != std::end(kFigures);
    }

    std::string_view code_;
    std::size_t at_ = 0;
};

}  // namespace

std::string compose_equation(std::string_view instruction) {
    const std::size_t word = std::min(instruction.find_first_not_of(' '), instruction.size());
    if (instruction.size() < word + 2 || lower(instruction[word]) != 'e' || lower(instruction[word + 1]) != 'q') {
        return {};
    }
    Equation equation(instruction.substr(word + 2));
    std::string text;
    while (!equation.done()) {
        text += equation.argument(0).text;
        if (!equation.done()) {
            equation.step();
        }
    }
    const std::size_t first = text.find_first_not_of(' ');
    return first == text.npos ? std::string{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace mingdan::docx
