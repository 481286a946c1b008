// What holds for every document that a reader gives: each character read stands in a field or was left out for a
// reason.
#pragma once

#include <cstdint>

#include <mingdan/document.h>

namespace mingdan {

/// The characters that the document's fields hold, in body and stories.
std::uint64_t weight_of(const Document& document);
/// The characters that were left out.
std::uint64_t left_out_of(const Document& document);
/// read == weight_of + left_out_of.
bool conserves_text(const Document& document);

}  // namespace mingdan
