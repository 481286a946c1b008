// A line of text while it comes in: white space collapses as CSS says (css-text-3, 4.1), with its rule for East Asian
// text that browsers long lacked: a line break of the source between two wide characters is no space.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingdan::html {

/// What a line break of the source stands for.
enum class SourceBreak : std::uint8_t {
    nothing_between_wide,  ///< no space between two wide characters, else one
    space,                 ///< LibreOffice breaks its lines at spaces only
};

class LineDraft {
public:
    explicit LineDraft(SourceBreak source_break) : source_break_(source_break) {}

    /// Collapses white space; what begins the line goes.
    void append(std::string_view text);
    /// Text that stands as it is.
    void append_as_is(std::string_view text);
    /// Text that no text of the page holds.
    void append_generated(std::string_view text);

    bool empty() const { return text_.empty(); }
    std::uint32_t generated() const { return generated_; }
    /// The text; the line begins anew. White space that ends it goes.
    std::string take();

private:
    void settle_space(std::string_view next);

    SourceBreak source_break_;
    std::string text_;
    bool space_ = false;         ///< white space waits for what follows
    bool source_broke_ = false;  ///< and a line break of the source was among it
    std::uint32_t generated_ = 0;
};

}  // namespace mingdan::html
