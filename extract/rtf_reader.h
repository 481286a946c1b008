// An RTF file, group by group (RTF 1.9.1): what each destination's text is, and when it ends.
//
// Text of the body, of headers, notes and text boxes is text; instructions of fields, deleted and hidden text and the
// older copy of a drawing (\shprslt) are left out with a reason. Tables of fonts, styles and lists, properties, data of
// pictures and whatever a \* announces and is not known here hold no text of the document and are passed over.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/docx_fields.h"
#include "extract/rtf_characters.h"
#include "extract/rtf_flow.h"
#include "extract/rtf_tokens.h"

namespace mingdan::rtf {

class RtfReader {
public:
    RtfReader(std::string_view bytes, const Limits& limits, Document& document)
        : tokens_(bytes), reading_(limits, document), characters_(reading_) {}

    Result<void> read();

private:
    /// Where the text of a group goes.
    enum class Sink : std::uint8_t { text, none, font, number, instruction, leave, object_class, entry };
    /// What ends with a group.
    enum class Ends : std::uint8_t { nothing, field, instruction, number, box, story, object_class, entry };

    struct Group {
        Sink sink = Sink::text;
        Ends ends = Ends::nothing;
        Reason reason{};
        ParagraphState paragraph;
        std::int32_t font = -1;
        std::int32_t east_asian = -1;
        std::uint16_t fallbacks = 1;  ///< \uc: what stands behind a \u for older readers
        bool hidden = false;
        bool deleted = false;
        bool east_asian_next = false;  ///< \dbch: the next font is for East Asian text
        bool alternatives = false;     ///< \upr: its groups say the same twice
        bool nested_row = false;       ///< \nesttableprops
    };
    struct OpenFlow {
        OpenFlow(docx::Reading& reading, std::uint32_t& paragraphs) : flow(reading, paragraphs) {}

        Flow flow;
        StoryKind kind{};
        Origin anchor;
    };

    Group& group() { return groups_.back(); }
    Flow& flow() { return flows_.back().flow; }

    // groups and words
    Result<void> take(const Token& token);
    Result<void> open_group();
    Result<void> close_group();
    Result<void> end_of(const Group& closed);
    Result<void> read_word(const Token& token);
    bool begin_destination(const Token& token);
    bool begin_passed_over(Word word);
    bool begin_part(Word word);
    void begin_story(StoryKind kind);
    void begin_box();
    bool read_character(Word word);
    bool read_encoding(const Token& token);
    bool read_font(const Token& token);
    Result<void> read_run(const Token& token);
    bool read_paragraph(const Token& token);
    Result<void> read_structure(const Token& token);
    Result<void> read_break(const Token& token);
    Result<void> set_flag(bool& flag, bool value, std::uint32_t* count);
    Result<void> read_symbol(char symbol);

    // text
    bool passes_over();
    Result<void> flush();
    Result<void> put(std::string_view text);
    void put_font(std::string_view text);
    void leave(Reason reason, std::string_view text, std::uint32_t characters);
    std::optional<Reason> why_left_out();
    bool shows_text();
    Result<void> generate(std::string_view text);
    void settle_instruction();
    void end_field();
    Result<void> finish();

    Tokens tokens_;
    docx::Reading reading_;
    Characters characters_;
    docx::FieldStack fields_;
    std::vector<Group> groups_;
    std::deque<OpenFlow> flows_;
    std::uint32_t paragraphs_ = 0;
    std::int32_t default_font_ = -1;
    std::int32_t described_font_ = -1;
    std::int32_t skip_ = 0;  ///< characters that are still to be passed over behind a \u
    std::string collected_;  ///< of a number, an object's class, an entry of a list
    bool star_ = false;
    bool first_ = false;  ///< the group has just begun
};

}  // namespace mingdan::rtf
