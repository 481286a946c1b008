// Writes JSON piece by piece: commas, line ends and indentation come by themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/field.h>

namespace mingdan {

/// How a JSON array or object is set: all on one line, or one member a line.
enum class Layout : std::uint8_t { line, lines };

/// Appends to a string, which may be emptied between two calls (Output does). Inside an object every value follows its
/// `key`. The layout of an empty array or object is always "[]" or "{}".
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    void open_object(Layout layout = Layout::line) { open('{', '}', layout); }
    void open_array(Layout layout = Layout::line) { open('[', ']', layout); }
    void close();
    void key(std::string_view name);

    void text(std::string_view text);
    void number(std::uint64_t number);
    void null();
    /// Begins a value that the caller appends by himself.
    std::string& value();

    // Members: key and value at once.
    void text(std::string_view name, std::string_view text);
    void optional_text(std::string_view name, std::optional<std::string_view> text);
    void number(std::string_view name, std::uint64_t number);
    void field(std::string_view name, const Field& field) { text(name, field.text); }
    void field(std::string_view name, const std::optional<Field>& field);
    void fields(std::string_view name, const std::vector<Field>& fields, Layout layout);

private:
    struct Level {
        char closing;
        Layout layout;
        bool empty;
    };

    void open(char opening, char closing, Layout layout);
    void begin_value();
    void begin_line();

    std::string& out_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace mingdan
