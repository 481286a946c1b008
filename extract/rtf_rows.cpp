#include "extract/rtf_rows.h"

#include <algorithm>

namespace mingdan::rtf {

using docx::Border;

namespace {

/// Word's longest measure is 22 inches; what is far beyond is no edge.
std::int32_t twips_of(std::int32_t number) {
    return std::clamp(number, -1'000'000, 1'000'000);
}

}  // namespace

/// The borders that divide rows; of the others only that they are meant.
bool RowDefinition::read_border(Word word) {
    switch (word) {
        case Word::clbrdrt:
            side_ = Side::cell_top;
            return true;
        case Word::clbrdrb:
            side_ = Side::cell_bottom;
            return true;
        case Word::trbrdrt:
            side_ = Side::row_top;
            return true;
        case Word::trbrdrh:
            side_ = Side::row_inside;
            return true;
        case Word::clbrdrl:
        case Word::clbrdrr:
        case Word::trbrdrb:
        case Word::trbrdrl:
        case Word::trbrdrr:
        case Word::trbrdrv:
            side_ = Side::other;
            return true;
        case Word::brdrnil:
        case Word::brdrnone:
        case Word::brdrtbl:
            set_border(Border::absent);
            return true;
        case Word::brdrs:
        case Word::brdrth:
        case Word::brdrdb:
        case Word::brdrdot:
        case Word::brdrdash:
        case Word::brdrhair:
        case Word::brdrdashd:
        case Word::brdrdashdd:
        case Word::brdrtriple:
        case Word::brdrwavy:
            set_border(Border::drawn);
            return true;
        default:
            return false;
    }
}

void RowDefinition::set_border(Border border) {
    switch (side_) {
        case Side::cell_top:
            next_.borders.top = border;
            return;
        case Side::cell_bottom:
            next_.borders.bottom = border;
            return;
        case Side::row_top:
            borders_.top = border;
            return;
        case Side::row_inside:
            borders_.inside = border;
            return;
        case Side::other:
            return;
    }
}

bool RowDefinition::read(const Token& token) {
    switch (token.word) {
        case Word::trowd:
            *this = {};
            return true;
        case Word::trleft:
            left_ = twips_of(token.number);
            return true;
        case Word::trhdr:
            header_ = !token.has_number || token.number != 0;
            return true;
        case Word::cellx:
            next_.right = twips_of(token.number);
            cells_.push_back(next_);
            next_ = {};
            return true;
        case Word::clvmgf:
            next_.vertical = Merge::restart;
            return true;
        case Word::clvmrg:
            next_.vertical = Merge::continues;
            return true;
        case Word::clmgf:
            next_.horizontal = Merge::restart;
            return true;
        case Word::clmrg:
            next_.horizontal = Merge::continues;
            return true;
        case Word::cltxtbrl:
        case Word::cltxtbrlv:
        case Word::cltxbtlr:
        case Word::cltxlrtbv:
            next_.vertical_text = true;
            return true;
        default:
            return read_border(token.word);
    }
}

void RowDefinition::apply(EdgeRow& row, bool first) const {
    const auto is_open = [](Border own, Border row_side) {
        return own == Border::unsaid ? row_side != Border::drawn : own == Border::absent;
    };
    row.left = left_;
    row.header = header_;
    for (std::size_t i = 0; i < std::min(row.cells.size(), cells_.size()); ++i) {
        EdgeCell& cell = row.cells[i];
        const CellDefinition& definition = cells_[i];
        cell.right = definition.right;
        cell.has_edge = true;
        cell.vertical = definition.vertical;
        cell.horizontal = definition.horizontal;
        cell.content.vertical = definition.vertical_text;
        cell.content.open_top = is_open(definition.borders.top, first ? borders_.top : borders_.inside);
        cell.content.open_bottom = is_open(definition.borders.bottom, borders_.inside);
    }
}

}  // namespace mingdan::rtf
