// Dividing a piece that holds two parts of the frame (教高〔2010〕2号各省…), so that every piece is one part.
#pragma once

#include <cstddef>

#include "normalize/draft.h"

namespace mingdan {

/// Takes bytes [at, …) off a field; spaces at the seam go. The head keeps its changes and whatever its weight counts
/// beyond its text (marks that were trimmed before).
Field split_field(Field& field, std::size_t at);

/// Divides the paragraph flow[index] at byte `at`: the rest becomes a piece of its own behind it.
void split_piece(Draft& draft, std::size_t index, std::size_t at);

/// …具体名单如下。附件：1.…: a list of attachments that is glued to the body's last sentence becomes a piece of its
/// own. Looks at the pieces [from, to) and gives how many there are more.
std::size_t divide_lists(Draft& draft, std::size_t from, std::size_t to);

}  // namespace mingdan
