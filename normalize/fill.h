// Copying a value from one record to another.
#pragma once

#include "normalize/draft.h"
#include "normalize/roster_draft.h"

namespace mingdan {

/// Copies of weight 0; the first carries the fix.
void copy_value(const DraftValue& from, DraftValue& to, Derivation derivation, Fix fix);

}  // namespace mingdan
