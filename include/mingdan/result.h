// Errors as values: what ends one document, in the shape of std::expected (which GCC 12 has under C++23 only).
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace mingdan {

/// What ends one document, or one call. Each code has a stable printed name ("not-a-zip") and an exit code.
enum class ErrorCode : std::uint8_t {
#define ERROR_CODE(id, name, exit_code) id,
#include <mingdan/errors.def>
#undef ERROR_CODE
};
std::string_view error_name(ErrorCode code);
int exit_code(ErrorCode code);  ///< contract section 1

/// An error answers: which file, which part, what was seen, what to try.
struct Error {
    ErrorCode code{};
    std::string message;  ///< what was seen
    std::string hint;     ///< what to try, or empty
    std::string file;     ///< the input or output it concerns, or empty
    std::string part;     ///< the part inside it, or empty

    /// "notice.docx: word/document.xml: the XML is damaged at line 3: …. Try: …"
    std::string describe() const;

    friend bool operator==(const Error&, const Error&) = default;
};

/// Either a value or an Error. REQUIRES of value access: has_value().
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : is_(std::move(value)) {}
    Result(Error error) : is_(std::move(error)) {}

    bool has_value() const { return std::holds_alternative<T>(is_); }
    explicit operator bool() const { return has_value(); }
    T& value() & { return assert(has_value()), *std::get_if<T>(&is_); }
    const T& value() const& { return assert(has_value()), *std::get_if<T>(&is_); }
    T&& value() && { return assert(has_value()), std::move(*std::get_if<T>(&is_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    Error& error() { return assert(!has_value()), *std::get_if<Error>(&is_); }
    const Error& error() const { return assert(!has_value()), *std::get_if<Error>(&is_); }

private:
    std::variant<T, Error> is_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)), failed_(true) {}

    bool has_value() const { return !failed_; }
    explicit operator bool() const { return !failed_; }
    Error& error() { return error_; }
    const Error& error() const { return error_; }

private:
    Error error_;
    bool failed_ = false;
};

/// An error without file and part; those are added on the way up by whoever knows them.
inline Error fail(ErrorCode code, std::string message, std::string hint = {}) {
    return Error{code, std::move(message), std::move(hint), {}, {}};
}

}  // namespace mingdan
