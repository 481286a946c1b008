// What every reader owes of every document it gives, for fuzz targets: they abort where a promise is broken.
#pragma once

#include <mingdan/document.h>

namespace mingdan::fuzz {

/// Every character read is kept or left out, texts are valid UTF-8, weights do not exceed their texts, each position of
/// each table belongs to one cell at most.
void require_sound(const Document& document);

}  // namespace mingdan::fuzz
