// The only ways to change a text. Each remembers what stood there before.
#pragma once

#include <string>
#include <string_view>

#include <mingdan/field.h>

namespace mingdan {

/// Gives a field another text that was made from the old one: its weight stays. No change if the text is equal.
void rewrite(Field& field, std::string text, Fix fix);

/// Appends another field's text: weights add up, changes of both are kept, and one of this fix is added behind them;
/// what stood before it are both texts, parted by a line end.
void join(Field& field, Field&& other, std::string_view between, Fix fix);

/// Puts another field's text behind this one's, on a line of its own: as both stand in the source, so that it is no
/// change. Changes of both are kept.
void put_below(Field& field, Field&& other);

/// Adds a change whose text before was not this field's own: a whole that it is a part of, or an empty cell that it
/// fills.
void note_change(Field& field, Fix fix, std::string before);

/// Takes the changes of another field, whose text goes into this one, behind its own.
void adopt_changes(Field& field, Field& other);

/// Keeps the present text as what the last change left. REQUIRED before a part of a text moves on to another field.
void close_changes(Field& field);

/// A part of a field as a field of its own: bytes [from, from + length). Its weight is counted; the source's is not
/// changed (see take).
Field part_of(const Field& field, std::size_t from, std::size_t length);

/// A copy that stands for no characters of its own (merged cells, references).
Field copy_of(const Field& field);

}  // namespace mingdan
