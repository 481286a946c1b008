// A text that remembers: where it was read, what was done to it, how much of the source it stands for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/origin.h>

namespace mingdan {

/// The closed list of changes that are made to a text (contract section 6); `fix_name` gives the printed code.
enum class Fix : std::uint8_t {
#define FIX(id, name, purpose) id,
#include <mingdan/fixes.def>
#undef FIX
};

/// "join-label" for Fix::join_label.
std::string_view fix_name(Fix fix);
/// One sentence for people: what the fix does.
std::string_view fix_purpose(Fix fix);

/// One change of a text: which rule made it and what stood there before.
struct Change {
    Fix fix{};
    std::string before;
    /// What stood there after it, only where neither the next change nor the text tells (see text_after).
    std::optional<std::string> after = std::nullopt;

    friend bool operator==(const Change&, const Change&) = default;
};

/// A text with its history. `text` is UTF-8. Passes change it through `rewrite` and `cut` (normalize/rewrite.h) only.
struct Field {
    std::string text;
    Origin origin;
    /// How many non-space characters of the source this text holds or was made from. Computed text has 0, and so have
    /// copies: the sum over all values of a notice plus what was left out is what was read (contract section 6).
    std::uint32_t weight = 0;
    std::vector<Change> changes;

    friend bool operator==(const Field&, const Field&) = default;
};

/// What stood there after a change. REQUIRES: change < field.changes.size().
std::string_view text_after(const Field& field, std::size_t change);

}  // namespace mingdan
