// The style sheet (STSH, [MS-DOC] 2.9.271): what paragraphs and runs have without saying so themselves. Each style is
// resolved along the styles it is based on; chains that bite their tail are cut.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/docx_styles.h"

namespace mingdan::doc {

class Styles {
public:
    void read(std::string_view sheet, std::string_view data);

    /// Never nullptr: an unknown number means the default paragraph style.
    const docx::Style* paragraph(std::uint16_t number) const;
    /// Whether a style hides text.
    bool hides(std::uint16_t number) const;
    bool any_hidden() const { return any_hidden_; }
    /// The lines that a table style draws.
    docx::Borders borders(std::uint16_t number) const;

private:
    std::vector<docx::Style> styles_;
    docx::Style none_;
    bool any_hidden_ = false;
};

}  // namespace mingdan::doc
