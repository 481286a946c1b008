// An annex begins at its label. What stands behind the notice without a label is one zone of its own. In the body each
// run of paragraphs around a table is a zone.
#include <utility>

#include "normalize/annex_label.h"
#include "normalize/pass.h"
#include "normalize/zones.h"

namespace mingdan {

namespace {

bool is_candidate(const Piece& piece) {
    return !piece.taken && !piece.blank() &&
           (piece.part == Part::annex || piece.part == Part::unknown || piece.part == Part::body);
}

std::uint32_t pictures_of(const Piece& piece) {
    std::uint32_t pictures = piece.pictures;
    for (const Cell& cell : piece.table.cells) {
        pictures += cell.pictures;
    }
    return pictures;
}

void close(std::vector<Zone>& zones, Zone& zone) {
    if (!zone.pieces.empty() || zone.annex) {
        zones.push_back(std::move(zone));
    }
    zone = Zone{};
}

void run(Draft& draft) {
    std::vector<Zone>& zones = draft.zones;
    Zone zone;
    for (std::size_t i = 0; i < draft.flow.size(); ++i) {
        Piece& piece = draft.flow[i];
        if (!is_candidate(piece)) {
            zone.pictures += piece.part == Part::annex ? piece.pictures : 0;
            continue;
        }
        const bool body = piece.part == Part::body;
        if (body != zone.in_body) {
            close(zones, zone);
            zone.in_body = body;
            zone.first = i;
        }
        if (!body && !piece.is_table) {
            if (const auto label = annex_label(piece.text.text)) {
                close(zones, zone);
                zone.first = i;
                zone.annex = take_label(draft, piece.text, *label);
                if (piece.text.text.empty()) {
                    draft.leave(piece, Reason::separator);  // nothing is left of it
                    continue;
                }
            }
        }
        zone.has_table = zone.has_table || piece.is_table;
        zone.pictures += pictures_of(piece);
        zone.pieces.push_back(i);
    }
    close(zones, zone);
}

}  // namespace

extern const Pass find_zones_pass{"find-zones", "cuts the flow into annexes and the tables of the body", run};

}  // namespace mingdan
