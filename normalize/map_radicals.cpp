// Text that was born in a PDF file has radicals where ideographs are meant (normalize/radicals.cpp). They are mapped
// before anything else looks at the text, since ⼀等奖 and 吴兴⻄区 are no words that a table knows.
#include "normalize/pass.h"
#include "normalize/radicals.h"

namespace mingdan {

namespace {

void map_field(Field& field) {
    if (may_hold_radical(field.text)) {
        rewrite(field, without_radicals(field.text), Fix::map_radical);
    }
}

void run(Draft& draft) {
    for (Piece& piece : draft.flow) {
        map_field(piece.text);
        for (Cell& cell : piece.table.cells) {
            for (Line& line : cell.lines) {
                map_field(line.field);
            }
        }
    }
}

}  // namespace

extern const Pass map_radicals_pass{"map-radicals", "writes ideographs for the radicals that text out of PDF files has",
                                    run};

}  // namespace mingdan
