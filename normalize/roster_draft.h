// A roster on its way: still a grid of cells, not yet records.
#pragma once

#include <mingdan/notice.h>

namespace mingdan {

struct RosterDraft {
    Roster roster;
};

}  // namespace mingdan
