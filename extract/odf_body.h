// The text of one part, element by element: content.xml, and the headers and footers of styles.xml.
//
// Each element has one of three fates: it is handled here, its subtree is skipped because it holds no text of the
// document (who wrote a comment, the description of a picture), or it is transparent and only its children count
// (text:a, fields, text:section, draw:g …). Text is counted as it arrives, before it is known where it goes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/odf_package.h"
#include "extract/odf_story.h"

namespace mingdan::odf {

class BodyHandler final : public xml::Handler {
public:
    /// For content.xml: the blocks go to the document's body.
    BodyHandler(Reading& reading, std::uint16_t part, Kind kind)
        : reading_(reading), kind_(kind), builder_(reading, part), style_reader_(reading.styles) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override;

private:
    /// text:list while it is open.
    struct OpenList {
        std::uint32_t depth = 0;
        std::size_t level = 0;
        std::string style;
        ListCounters* counters = nullptr;
        std::optional<std::int64_t> start;  ///< text:start-value of the open item
        std::uint32_t sublists = 0;         ///< begun in the open item
        bool in_item = false;
        bool numbered = false;  ///< the open item's number was given
    };
    /// Whether character data under an element is text of a paragraph.
    struct Mode {
        std::uint32_t depth = 0;
        bool inline_text = false;
    };

    bool check_root(xml::Token token);
    void start_outside(xml::Token token, const xml::Attributes& attributes);
    void start_content(xml::Token token, const xml::Attributes& attributes);
    void start_left_out(xml::Token token);
    std::optional<Reason> why_left_out(xml::Token token, const xml::Attributes& attributes);
    bool start_table_part(xml::Token token, const xml::Attributes& attributes);
    bool start_shape(xml::Token token, const xml::Attributes& attributes);
    bool start_inline(xml::Token token, const xml::Attributes& attributes);
    bool skips(xml::Token token, const xml::Attributes& attributes);
    void start_change(xml::Token token);
    void start_cell(xml::Token token, const xml::Attributes& attributes);
    void start_header(xml::Token token, const xml::Attributes& attributes);
    void end_content(xml::Token token);
    void end_body();
    void supply_value();

    void start_paragraph(xml::Token token, const xml::Attributes& attributes);
    void start_list(const xml::Attributes& attributes);
    void start_list_item(xml::Token token, const xml::Attributes& attributes);
    void start_numbered(const xml::Attributes& attributes);
    ListCounters& counters_for(const xml::Attributes& attributes, const std::string& style);
    std::string list_number(const Style& style);
    std::string heading_number(const xml::Attributes& attributes, const Style& style, std::size_t level);
    std::string number_text(ListCounters& counters, const ListStyle& style, std::size_t level,
                            std::optional<std::int64_t> start);

    bool begins_inline() const { return !modes_.empty() && modes_.back().inline_text; }
    void enter(bool inline_text) { modes_.push_back({parser().depth(), inline_text}); }
    void leave_out(Reason reason);
    void leave(Reason reason, std::string_view text, std::uint32_t characters);
    bool is_hidden();
    void generate(std::string_view text);
    void check(Result<void> result);
    bool in_list() { return lists_.size() > builder_.top().lists; }

    Reading& reading_;
    Kind kind_;
    StoryBuilder builder_;
    StyleReader style_reader_;
    std::vector<Mode> modes_;
    std::vector<OpenList> lists_;
    std::vector<StoryKind> notes_;         ///< classes of the open text:note elements
    std::optional<StoryKind> header_;      ///< of the open style:header or style:footer
    std::string cell_value_;               ///< what the open cell's attributes say it shows
    std::uint32_t definitions_depth_ = 0;  ///< of office:styles or office:automatic-styles
    std::uint32_t body_depth_ = 0;         ///< of office:text, office:spreadsheet, style:header; 0: outside
    std::uint32_t left_out_depth_ = 0;     ///< of the element whose subtree is left out; 0: none
    std::uint32_t hidden_depth_ = 0;       ///< of the text:span whose style hides; 0: none
    std::uint32_t frame_ = 0;              ///< draw:frame elements so far
    std::uint32_t pictured_ = 0;           ///< the frame whose picture was counted
    Reason left_out_reason_{};
    bool automatic_ = false;
    bool cell_has_formula_ = false;
    bool begun_ = false;
};

}  // namespace mingdan::odf
