// Where paragraphs and runs of characters have which properties: pages of 512 bytes, found by a table of their first
// offsets ([MS-DOC] 2.8.5, 2.8.6, 2.9.174 PapxFkp, 2.9.33 ChpxFkp).
#pragma once

#include <cstdint>
#include <string_view>

namespace mingdan::doc {

struct Run {
    std::uint32_t begin = 0;  ///< offsets in the main stream
    std::uint32_t end = 0;
    std::uint16_t style = 0;  ///< of a paragraph
    std::string_view properties;
};

class Runs {
public:
    enum class Of : std::uint8_t { paragraphs, characters };

    /// REQUIRES: both views outlive it. `table` is PlcBtePapx or PlcBteChpx.
    Runs(std::string_view word, std::string_view table, Of of);

    /// The run around an offset; without properties, and as long as can be, where the file names none.
    const Run& at(std::uint32_t offset);

private:
    Run look_up(std::uint32_t offset) const;
    Run on_page(std::string_view page, std::uint32_t offset, Run outside) const;

    std::string_view word_;
    std::string_view table_;
    std::size_t pages_ = 0;
    Of of_;
    Run last_;
};

}  // namespace mingdan::doc
