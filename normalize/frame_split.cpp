#include "normalize/frame_split.h"

#include <utility>

#include "normalize/frame_line.h"

namespace mingdan {

Field split_field(Field& field, std::size_t at) {
    const std::size_t begin = after_spaces(field.text, at);
    Field rest = part_of(field, begin, field.text.size() - begin);
    close_changes(field);
    field.text.resize(before_spaces(field.text, at));
    field.weight -= rest.weight;
    return rest;
}

void split_piece(Draft& draft, std::size_t index, std::size_t at) {
    Piece rest;
    rest.text = split_field(draft.flow[index].text, at);
    rest.alignment = draft.flow[index].alignment;
    draft.flow.insert(draft.flow.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
}

}  // namespace mingdan
