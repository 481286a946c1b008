// What every reader owes of every document it gives, for fuzz targets: they abort where a promise is broken.
#pragma once

#include <cstddef>
#include <cstdint>

#include <mingdan/document.h>

#include "extract/reader.h"

namespace mingdan::fuzz {

/// Every character read is kept or left out, texts are valid UTF-8, weights do not exceed their texts, each position of
/// each table belongs to one cell at most.
void require_sound(const Document& document);

/// Limits that a fuzzer meets.
Limits small_limits();

/// Sniffs and reads: what comes of it is a sound document, or an error with a message.
void require_sound_or_named(const Reader& reader, const Input& input);

/// The same of a fuzzer's bytes, with small limits.
int read_any_bytes(const Reader& reader, const std::uint8_t* data, std::size_t size);

}  // namespace mingdan::fuzz
