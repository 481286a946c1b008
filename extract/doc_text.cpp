// The characters of a story: text, and the controls among it ([MS-DOC] 2.4.1, 2.8.25 fields): soft breaks,
// page breaks, fields, symbols, pictures, marks of notes.
#include <fmt/format.h>

#include <algorithm>

#include "extract/doc_story.h"
#include "extract/docx_symbols.h"
#include "extract/little_endian.h"
#include "model/utf8.h"

namespace mingdan::doc {

namespace {

constexpr char16_t kPicture = 0x01;
constexpr char16_t kNoteMark = 0x02;
constexpr char16_t kCommentMark = 0x05;
constexpr char16_t kDrawing = 0x08;
constexpr char16_t kTab = 0x09;
constexpr char16_t kSoftBreak = 0x0B;
constexpr char16_t kPageBreak = 0x0C;
constexpr char16_t kParagraphMark = 0x0D;
constexpr char16_t kColumnBreak = 0x0E;
constexpr char16_t kFieldBegin = 0x13;
constexpr char16_t kFieldSeparator = 0x14;
constexpr char16_t kFieldEnd = 0x15;
constexpr char16_t kHardHyphen = 0x1E;
constexpr char16_t kSymbolMark = 0x28;
constexpr char16_t kFirstGlyph = 0xF020;
constexpr char16_t kLastGlyph = 0xF0FF;

bool is_high(char16_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(char16_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

}  // namespace

/// The format of the run around an offset; asked run by run, so the last one is kept.
const CharacterFormat& StoryReader::format_at(const Piece& piece, std::uint32_t offset) {
    const Run& run = context_.character_runs.at(offset);
    if (run.begin != format_run_ || format_piece_ != &piece) {
        format_ = {};
        format_.apply(run.properties);
        apply_piece(format_, piece);
        format_run_ = run.begin;
        format_piece_ = &piece;
    }
    return format_;
}

void StoryReader::count_revision(const CharacterFormat& format, const Run& run) {
    if ((format.deleted || format.inserted) && run.begin != revision_run_) {
        revision_run_ = run.begin;
        ++(format.deleted ? reading_.deletions : reading_.insertions);
    }
}

void StoryReader::read_characters(const Range& range) {
    const auto& pieces = context_.pieces.list;
    std::size_t index = context_.pieces.find(range.begin);
    for (std::uint32_t at = range.begin; at < range.end && index < pieces.size() && !error_;) {
        const Piece& piece = pieces[index];
        const std::uint32_t offset = piece.offset_of(at);
        const Run run = context_.character_runs.at(offset);
        count_revision(format_at(piece, offset), run);
        const std::uint32_t width = piece.compressed ? 1 : 2;
        const std::uint32_t rest = (run.end - offset - 1) / width + 1;  // characters that begin in the run
        std::uint32_t end = std::min(range.end, piece.end);
        end = rest < end - at ? at + rest : end;
        read_chunk(piece, at, end);
        at = end;
        index += at >= piece.end ? 1 : 0;
    }
    settle_half();
    flush();
}

/// What the run of a paragraph's mark says of the paragraph. A deleted mark joins it to the next one, which the mark of
/// a cell cannot.
void StoryReader::read_mark_character(const ParagraphPlace& place) {
    const std::uint32_t mark = place.end - 1;
    const std::size_t index = context_.pieces.find(mark);
    if (index >= context_.pieces.list.size()) {
        return;
    }
    const Piece& piece = context_.pieces.list[index];
    const std::uint32_t offset = piece.offset_of(mark);
    const Run run = context_.character_runs.at(offset);
    count_revision(format_at(piece, offset), run);
    docx::ParagraphProperties& properties = builder_.properties();
    const bool joins = place.mark == kParagraphMark && !place.format.ends_inner_cell;
    properties.mark_hidden = is_hidden();
    properties.mark_deleted = joins && format_.deleted;
    properties.mark_joins = joins && format_.joins;
}

/// A piece of one run. A note's mark that is a text of its own is cut out of it.
void StoryReader::read_chunk(const Piece& piece, std::uint32_t from, std::uint32_t to) {
    while (const Mark* mark = custom_mark(from, to)) {
        const std::uint32_t at = mark->position;
        piece.compressed ? read_units<true>(piece, from, at) : read_units<false>(piece, from, at);
        refer(at);
        custom_mark_ = true;
        piece.compressed ? read_units<true>(piece, at, at + 1) : read_units<false>(piece, at, at + 1);
        custom_mark_ = false;
        from = at + 1;
    }
    piece.compressed ? read_units<true>(piece, from, to) : read_units<false>(piece, from, to);
}

template <bool compressed>
void StoryReader::read_units(const Piece& piece, std::uint32_t from, std::uint32_t to) {
    const std::string_view bytes = context_.file.word;
    std::uint32_t offset = piece.offset_of(from);
    const bool symbols = format_.is_symbol && format_.special;
    for (std::uint32_t at = from; at < to; ++at, offset += compressed ? 1 : 2) {
        const char16_t unit =
            compressed ? uncompressed(bytes::u8(bytes, offset)) : static_cast<char16_t>(bytes::u16(bytes, offset));
        if (unit < 0x20) {
            take_control(unit, at);
        } else if (symbols && unit == kSymbolMark) {
            flush();
            symbol();
        } else {
            take_unit(unit);
        }
    }
    flush();
}

/// A UTF-16 unit that is text. Halves of a pair may stand in two runs.
void StoryReader::take_unit(char16_t unit) {
    if (half_ != 0 && is_low(unit)) {
        utf8::append(text_, 0x10000 + (char32_t{half_} - 0xD800) * 0x400 + (char32_t{unit} - 0xDC00));
        half_ = 0;
        return;
    }
    settle_half();
    if (is_high(unit)) {
        half_ = unit;
    } else if (is_low(unit)) {
        half_ = unit;
        settle_half();
    } else if (unit >= kFirstGlyph && unit <= kLastGlyph) {
        utf8::append(text_, glyph(format_.font, unit));
    } else {
        utf8::append(text_, unit);
    }
}

/// What a glyph of a symbol font shows; its private code where that is not known.
char32_t StoryReader::glyph(std::uint16_t font_number, char16_t code) {
    const std::string font = font_number < context_.fonts.size() ? context_.fonts[font_number] : std::string{};
    const auto known = docx::symbol_character(font, code);
    if (known) {
        return *known;
    }
    const std::uint32_t kept = code <= 0xFF ? 0xF000u + code : code;
    reading_.find_once(FindingCode::symbol_font, fmt::format("{}:{:X}", font, kept),
                       fmt::format("a character of the font {} was kept as the private code U+{:04X}", font, kept),
                       builder_.place());
    return kept;
}

/// Half a pair alone is no character.
void StoryReader::settle_half() {
    if (half_ == 0) {
        return;
    }
    half_ = 0;
    utf8::append(text_, U'\uFFFD');
    reading_.find_once(FindingCode::invalid_bytes, "surrogate",
                       "a half of a surrogate pair stands alone; U+FFFD was put in its place", builder_.place());
}

void StoryReader::flush() {
    if (!text_.empty()) {
        place_text(text_);
        text_.clear();
    }
}

bool StoryReader::is_hidden() const {
    const bool by_style = context_.styles.any_hidden() &&
                          (context_.styles.hides(format_.style) || context_.styles.hides(paragraph_style_));
    switch (format_.hidden) {
        case Toggle::on:
            return true;
        case Toggle::off:
            return false;
        case Toggle::against_style:
            return !by_style;
        default:
            return by_style;
    }
}

/// Why text that comes now is no text of the document; nullopt if it is.
std::optional<Reason> StoryReader::why_left_out() {
    if (forced_) {
        return forced_;
    }
    if (format_.deleted) {
        return Reason::deleted;
    }
    if (fields_.open().in_contents()) {
        builder_.mark_contents();
        return Reason::contents;
    }
    if (is_hidden()) {
        return Reason::hidden;
    }
    return custom_mark_ ? std::optional(Reason::numbering) : std::nullopt;
}

bool StoryReader::is_text() {
    return fields_.open().in_instruction() == nullptr && !why_left_out();
}

void StoryReader::place_text(std::string_view text) {
    const std::uint32_t characters = count_characters(text);
    reading_.document.read += characters;
    const std::optional<Reason> reason = forced_           ? forced_
                                         : format_.deleted ? std::optional(Reason::deleted)
                                                           : std::nullopt;
    docx::FieldCode* field = fields_.open().in_instruction();
    if (reason) {
        reading_.leave(*reason, text, characters, builder_.place());
    } else if (field != nullptr && field == &fields_.open().top()) {
        field->instruction += text;
    } else if (const auto left_out = why_left_out()) {
        reading_.leave(*left_out, text, characters, builder_.place());
    } else if (field != nullptr) {
        field->held += text;  // the result of a field inside another one's instruction
    } else {
        builder_.append(text);
    }
}

void StoryReader::generate(std::string_view text) {
    if (is_text()) {
        builder_.append_generated(text);
    }
}

void StoryReader::take_control(char16_t unit, std::uint32_t position) {
    if (unit == kTab) {
        take_unit(unit);
        return;
    }
    settle_half();
    flush();
    switch (unit) {
        case kSoftBreak:
            if (is_text()) {
                builder_.soft_break();
            } else if (const auto reason = why_left_out()) {
                reading_.leave(*reason, "\n", 0, builder_.place());
            }
            return;
        case kPageBreak:
        case kColumnBreak:
            if (is_text()) {
                builder_.page_break();
            }
            return;
        case kHardHyphen:
            generate("\u2011");
            return;
        case kFieldBegin:
        case kFieldSeparator:
        case kFieldEnd:
            field(unit, position);
            return;
        case kNoteMark:
        case kCommentMark:
            refer(position);
            return;
        case kPicture:
            if (format_.special && !format_.is_data && is_text()) {
                builder_.add_picture();
            }
            return;
        case kDrawing:
            if (is_text()) {
                take_drawing(position);
            }
            return;
        default:  // no text: marks inside a passage that is left out, soft hyphens, what older files used
            return;
    }
}

/// A glyph that stands in the properties of a placeholder.
void StoryReader::symbol() {
    if (format_.symbol == 0 || is_high(format_.symbol) || is_low(format_.symbol)) {
        return;
    }
    std::string text;
    utf8::append(text, glyph(format_.symbol_font, format_.symbol));
    generate(text);
}

void StoryReader::field(char16_t unit, std::uint32_t position) {
    if (forced_ || format_.deleted) {
        return;
    }
    if (unit == kFieldBegin) {
        const auto& lost = *lost_fields_;
        if (!std::binary_search(lost.begin(), lost.end(), position)) {
            fields_.begin();
        }
        return;
    }
    if (fields_.open().size() > builder_.top().fields) {
        docx::FieldCode& open = fields_.open().top();
        if (!open.in_result && docx::field_name(open.instruction) == "EMBED") {
            reading_.find_once(FindingCode::embedded_object, open.instruction,
                               fmt::format("an embedded object was not read:{}", open.instruction), builder_.place());
        }
    }
    if (unit == kFieldSeparator) {
        fields_.separate();
    } else {
        fields_.end();
    }
}

/// The first mark that is a text of its own in this stretch.
const Mark* StoryReader::custom_mark(std::uint32_t from, std::uint32_t to) const {
    const auto& marks = context_.marks;
    auto at = std::lower_bound(marks.begin(), marks.end(), from,
                               [](const Mark& mark, std::uint32_t position) { return mark.position < position; });
    while (at != marks.end() && at->position < to && !at->custom) {
        ++at;
    }
    return at != marks.end() && at->position < to ? &*at : nullptr;
}

void StoryReader::refer(std::uint32_t position) {
    const auto& marks = context_.marks;
    const auto at = std::lower_bound(marks.begin(), marks.end(), position,
                                     [](const Mark& mark, std::uint32_t end) { return mark.position < end; });
    if (at != marks.end() && at->position == position && !forced_) {
        reading_.anchors.push_back({at->kind, at->number, builder_.here()});
    }
}

/// A shape that floats beside the text: its text boxes, or a picture.
void StoryReader::take_drawing(std::uint32_t position) {
    const auto& anchors = context_.anchors;
    const auto at = std::lower_bound(anchors.begin(), anchors.end(), position,
                                     [](const Anchor& anchor, std::uint32_t end) { return anchor.position < end; });
    if (at == anchors.end() || at->position != position) {
        return;
    }
    if (context_.drawings.pictures.contains(at->shape)) {
        builder_.add_picture();
    }
    const auto& order = context_.boxes_by_shape;
    auto next = std::lower_bound(order.begin(), order.end(), at->shape, [&](std::size_t index, std::uint32_t shape) {
        return context_.boxes[index].shape < shape;
    });
    for (; boxes_open_ < kDeepest && next != order.end() && context_.boxes[*next].shape == at->shape; ++next) {
        if (!context_.boxes[*next].read) {
            read_box(context_.boxes[*next]);
        }
    }
}

}  // namespace mingdan::doc
