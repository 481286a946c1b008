#include "extract/odf_reading.h"

#include <fmt/format.h>

namespace mingdan::odf {

void Reading::report() {
    Intake::report();
    if (hidden_cells > 0) {
        document.findings.push_back(
            make_finding(FindingCode::hidden_cells,
                         fmt::format("{} filled cells stand in hidden rows or columns; they were read", hidden_cells)));
    }
    if (formulas_bare > 0) {
        document.findings.push_back(make_finding(
            FindingCode::missing_value,
            fmt::format("{} cells hold a formula without its result; the cells were read as empty", formulas_bare), {},
            formula_at));
    }
}

}  // namespace mingdan::odf
