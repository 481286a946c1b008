#include "normalize/rewrite.h"

#include <utility>

#include <mingdan/document.h>

namespace mingdan {

void rewrite(Field& field, std::string text, Fix fix) {
    if (field.text != text) {
        field.changes.push_back({fix, std::exchange(field.text, std::move(text))});
    }
}

void join(Field& field, Field&& other, std::string_view between, Fix fix) {
    field.changes.push_back({fix, field.text});
    for (Change& change : other.changes) {
        field.changes.push_back(std::move(change));
    }
    field.text += between;
    field.text += other.text;
    field.weight += other.weight;
}

Field part_of(const Field& field, std::size_t from, std::size_t length) {
    Field part;
    part.text = field.text.substr(from, length);
    part.origin = field.origin;
    part.weight = field.weight == 0 ? 0 : count_characters(part.text);  // a copy's parts weigh nothing either
    return part;
}

Field copy_of(const Field& field) {
    Field copy;
    copy.text = field.text;
    copy.origin = field.origin;
    return copy;
}

}  // namespace mingdan
