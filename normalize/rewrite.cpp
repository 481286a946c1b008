#include "normalize/rewrite.h"

#include <iterator>
#include <utility>

#include <mingdan/document.h>

namespace mingdan {

void rewrite(Field& field, std::string text, Fix fix) {
    if (field.text != text) {
        field.changes.push_back({fix, std::exchange(field.text, std::move(text))});
    }
}

void close_changes(Field& field) {
    if (!field.changes.empty() && !field.changes.back().after) {
        field.changes.back().after = field.text;
    }
}

void adopt_changes(Field& field, Field& other) {
    if (other.changes.empty()) {
        return;
    }
    close_changes(field);
    close_changes(other);
    field.changes.insert(field.changes.end(), std::make_move_iterator(other.changes.begin()),
                         std::make_move_iterator(other.changes.end()));
    other.changes.clear();
}

void note_change(Field& field, Fix fix, std::string before) {
    close_changes(field);
    field.changes.push_back({fix, std::move(before)});
}

void join(Field& field, Field&& other, std::string_view between, Fix fix) {
    adopt_changes(field, other);
    if (other.text.empty() && between.empty()) {
        field.weight += other.weight;
        return;  // a blank line changes nothing
    }
    note_change(field, fix, field.text + '\n' + other.text);
    field.text += between;
    field.text += other.text;
    field.weight += other.weight;
}

void put_below(Field& field, Field&& other) {
    adopt_changes(field, other);
    close_changes(field);
    field.text += '\n';
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
