// What all parts of one OpenDocument file share while it is read.
#pragma once

#include <cstdint>

#include "extract/intake.h"
#include "extract/odf_numbering.h"
#include "extract/odf_styles.h"

namespace mingdan::odf {

class Reading : public Intake {
public:
    using Intake::Intake;

    Styles styles;
    Lists lists;
    std::uint32_t hidden_cells = 0;   ///< cells with content in hidden rows and columns; they are read
    std::uint32_t formulas_bare = 0;  ///< formulas whose result the file does not hold
    Origin formula_at;                ///< the first one
    std::uint64_t copies = 0;         ///< positions filled by repeating what stands in the file once

    /// The findings that speak of the whole file.
    void report();
};

}  // namespace mingdan::odf
