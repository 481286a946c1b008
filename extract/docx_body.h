// The text of one part, element by element: word/document.xml, headers, footers, notes, comments.
//
// Each element has one of three fates: it is handled here, its subtree is skipped because it holds the state before a
// revision, or it is transparent and only its children count (w:sdt, w:hyperlink, w:smartTag, w:ins …). Text is counted
// as it arrives, before it is known where it goes; the conservation check compares that with what became of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "extract/docx_fields.h"
#include "extract/docx_story.h"
#include "extract/ooxml.h"

namespace mingdan::docx {

class BodyHandler final : public xml::Handler {
public:
    /// `root` is the element that the part must begin with; `stories` says what to do with each story that ends.
    BodyHandler(Reading& reading, const ooxml::Relationships& relationships, std::uint16_t part, xml::Token root,
                std::function<void(std::int64_t id, std::vector<Block>)> story_done);

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override;

    /// The number of the paragraph that is open, as the file writes it out.
    void set_shown_number(std::string number) { builder_.properties().shown_number = std::move(number); }
    /// The place of the line that is being filled.
    Origin here() { return builder_.here(); }

private:
    enum class TextKind : std::uint8_t { none, plain, deleted, code };
    struct Run {
        std::optional<bool> hidden;
        const Style* style = nullptr;
        bool custom_mark = false;  ///< what follows is a note's own mark
    };
    struct Checkbox {
        std::uint32_t depth = 0;  ///< of its w:sdt; 0: none open
        bool is_checkbox = false;
        bool checked = false;
        bool has_text = false;
    };

    bool check_root(xml::Token token);
    void start_left_out(xml::Token token);
    void start_cell_property(xml::Token token, const xml::Attributes& attributes);
    void start_block(xml::Token token, const xml::Attributes& attributes);
    void start_run_content(xml::Token token, const xml::Attributes& attributes);
    void start_revision(xml::Token token);
    void start_alternative(xml::Token token, const xml::Attributes& attributes);
    void start_note(xml::Token token, const xml::Attributes& attributes);
    void start_object(xml::Token token, const xml::Attributes& attributes);
    void read_paragraph_property(xml::Token token, const xml::Attributes& attributes);
    void read_mark_property(xml::Token token, const xml::Attributes& attributes);
    void read_run_property(xml::Token token, const xml::Attributes& attributes);
    void read_sdt_property(xml::Token token, const xml::Attributes& attributes);
    void end_block(xml::Token token);
    void end_sdt();

    void start_field(const xml::Attributes& attributes);
    void read_drop_down(xml::Token token, const xml::Attributes& attributes);

    void leave_out(Reason reason);
    void leave(Reason reason, std::string_view text, std::uint32_t characters);
    std::optional<Reason> why_left_out();
    bool run_is_hidden();
    void generate(std::string_view text);
    void soft_break();
    void refer(StoryKind kind, const xml::Attributes& attributes);
    void symbol(const xml::Attributes& attributes);
    void line_break(const xml::Attributes& attributes);
    void check(Result<void> result);
    Run& run();

    Reading& reading_;
    const ooxml::Relationships& relationships_;
    xml::Token root_;
    std::function<void(std::int64_t, std::vector<Block>)> story_done_;
    StoryBuilder builder_;
    FieldReader fields_;
    std::vector<Run> runs_;
    std::vector<bool> choice_taken_;
    Checkbox checkbox_;
    TextKind kind_ = TextKind::none;
    std::uint32_t left_out_depth_ = 0;  ///< of the element whose subtree is left out; 0: none
    Reason left_out_reason_{};
    std::uint32_t placeholder_depth_ = 0;  ///< of the w:sdt that shows its placeholder
    std::int64_t note_ = 0;
    bool section_continues_ = false;
};

}  // namespace mingdan::docx
