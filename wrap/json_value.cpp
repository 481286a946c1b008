#include "wrap/json_value.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace mingdan {

namespace {

constexpr std::size_t kDeepest = 64;

/// Builds the tree from nlohmann's events; a false ends the parsing.
class Builder {
public:
    explicit Builder(JsonValue& root) : root_(root) {}

    const std::string& fault() const { return fault_; }

    bool null() { return add({}) != nullptr; }
    bool boolean(bool) { return add({JsonValue::Kind::boolean, {}, {}, {}}) != nullptr; }
    bool number_integer(std::int64_t number) { return digits(std::to_string(number)); }
    bool number_unsigned(std::uint64_t number) { return digits(std::to_string(number)); }
    bool number_float(double, const std::string& text) { return digits(text); }
    bool string(std::string& text) { return add({JsonValue::Kind::text, std::move(text), {}, {}}) != nullptr; }
    bool binary(std::vector<std::uint8_t>&) { return false; }
    bool key(std::string& name) {
        open_.back()->names.push_back(std::move(name));
        return true;
    }
    bool start_object(std::size_t) { return open(JsonValue::Kind::object); }
    bool start_array(std::size_t) { return open(JsonValue::Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) {
        fault_ = fmt::format("it is no JSON at byte {}", position);
        return false;
    }

private:
    bool digits(std::string text) { return add({JsonValue::Kind::number, std::move(text), {}, {}}) != nullptr; }
    JsonValue* add(JsonValue value) {
        JsonValue& place = open_.empty() ? root_ : open_.back()->items.emplace_back();
        place = std::move(value);
        return &place;
    }
    bool open(JsonValue::Kind kind) {
        if (open_.size() == kDeepest) {
            fault_ = fmt::format("it is nested more than {} deep", kDeepest);
            return false;
        }
        open_.push_back(
            add({kind, {}, {}, {}}));  // an open value's siblings come after it is closed: it stays in place
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    JsonValue& root_;
    std::vector<JsonValue*> open_;
    std::string fault_;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return &items[i];
        }
    }
    return nullptr;
}

std::string_view JsonValue::text_of(std::string_view name) const {
    const JsonValue* member = find(name);
    return member == nullptr ? std::string_view{} : std::string_view(member->text);
}

Result<JsonValue> parse_json(std::string_view json) {
    JsonValue root;
    Builder builder(root);
    if (!nlohmann::json::sax_parse(json, &builder)) {
        return fail(ErrorCode::damaged_text, builder.fault(), "write the file anew with mingdan convert");
    }
    return root;
}

}  // namespace mingdan
