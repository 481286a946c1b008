// Word 2003 XML (w:wordDocument): one file in which styles, body, headers and notes stand inside each other.
//
// The body goes to the handler of DOCX under OOXML's names; headers, footers, notes and comments, which stand where
// they belong instead of in parts of their own, get a handler each. Automatic numbers are written out by Word (w:listPr
// with wx:t) and are believed. wx:sect, wx:sub-section and the like are transparent.
#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/docx_body.h"
#include "extract/reader.h"
#include "extract/shown_number.h"
#include "extract/wordml_names.h"
#include "model/try.h"

namespace mingdan {

namespace wordml {

namespace {

using namespace ooxml;

class DocumentHandler : public xml::Handler {
public:
    explicit DocumentHandler(docx::Reading& reading) : reading_(reading), styles_(reading.styles) {}

    void start(xml::Token token, const xml::Attributes& attributes) override;
    void end(xml::Token token) override;
    void text(std::string_view text) override {
        if (!open_.empty() && styles_depth_ == 0) {
            open_.back().handler->text(text);
        }
    }

private:
    /// A story that is being read: the body, or one that stands inside another.
    struct Open {
        std::unique_ptr<docx::BodyHandler> handler;
        std::uint32_t depth = 0;
        xml::Token token = unknown;
    };
    struct Annotation {
        std::uint32_t depth = 0;
        xml::Token token = unknown;  ///< w_ins, w_del
    };

    void begin_body();
    void begin_story(StoryKind kind, xml::Token token, const xml::Attributes& attributes);
    void begin_annotation(const xml::Attributes& attributes);
    void read_list(xml::Token token, const xml::Attributes& attributes);
    bool inside_deleted() const;
    docx::BodyHandler& body() { return *open_.back().handler; }
    void push(std::unique_ptr<docx::BodyHandler> handler, xml::Token token);

    docx::Reading& reading_;
    docx::StylesHandler styles_;
    Relationships relationships_;
    std::vector<Open> open_;
    std::vector<Annotation> annotations_;
    std::uint32_t styles_depth_ = 0;  ///< of the open w:styles; 0: none
    bool listed_ = false;             ///< w:ilfo names a list
    bool numbered_ = false;           ///< wx:t gave the number
};

void DocumentHandler::push(std::unique_ptr<docx::BodyHandler> handler, xml::Token token) {
    lend_parser(*handler);
    open_.push_back({std::move(handler), parser().depth(), token});
}

void DocumentHandler::begin_body() {
    auto& blocks = reading_.document.body;
    push(std::make_unique<docx::BodyHandler>(reading_, relationships_, std::uint16_t{1}, w_body,
                                             [&blocks](std::int64_t, std::vector<Block> more) {
                                                 std::move(more.begin(), more.end(), std::back_inserter(blocks));
                                             }),
         w_body);
}

void DocumentHandler::begin_story(StoryKind kind, xml::Token token, const xml::Attributes& attributes) {
    const bool is_note = kind != StoryKind::header && kind != StoryKind::footer;
    const Origin anchor = is_note ? body().here() : Origin{};
    auto& stories = reading_.document.stories;
    push(std::make_unique<docx::BodyHandler>(reading_, relationships_, std::uint16_t{1}, token,
                                             [&stories, kind, anchor](std::int64_t, std::vector<Block> blocks) {
                                                 if (!blocks.empty()) {
                                                     stories.push_back({kind, std::move(blocks), anchor});
                                                 }
                                             }),
         token);
    body().start(token, attributes);
}

bool DocumentHandler::inside_deleted() const {
    return std::any_of(annotations_.begin(), annotations_.end(),
                       [](const Annotation& annotation) { return annotation.token == w_del; });
}

/// Revisions and comments; the state before a change of format is no text, bookmarks hold none.
void DocumentHandler::begin_annotation(const xml::Attributes& attributes) {
    const std::string_view type = attributes.find(w, "type").value_or("");
    if (type == "Word.Formatting" || type == "Word.Numbering") {
        parser().skip();
    } else if (type == "Word.Comment" && !inside_deleted()) {
        begin_story(StoryKind::comment, w_comment, attributes);
    } else if (type == "Word.Insertion" || type == "Word.Deletion") {
        const xml::Token token = type == "Word.Insertion" ? w_ins : w_del;
        annotations_.push_back({parser().depth(), token});
        body().start(token, attributes);
    }
}

void DocumentHandler::read_list(xml::Token token, const xml::Attributes& attributes) {
    if (token == w_ilfo) {
        listed_ = docx::integer_value(attributes).value_or(0) > 0;
    } else if (token == wx_t) {
        numbered_ = true;
        body().set_shown_number(shown_number(attributes.text(wx, "val")));
    }
}

void DocumentHandler::start(xml::Token token, const xml::Attributes& attributes) {
    if (parser().depth() == 1) {
        if (token != w_wordDocument) {
            parser().stop(fail(ErrorCode::no_document, "its first element is not w:wordDocument",
                               "the file that holds the notice itself, saved as .docx"));
        }
        return;
    }
    if (token == w_styles && open_.empty()) {
        styles_depth_ = parser().depth();
        lend_parser(styles_);
    }
    if (styles_depth_ != 0) {
        styles_.start(token, attributes);
        return;
    }
    if (open_.empty()) {
        if (token == w_body) {
            begin_body();
            body().start(token, attributes);
        }
        return;
    }
    switch (token) {
        case aml_annotation:
            begin_annotation(attributes);
            return;
        case w_listPr:
            listed_ = numbered_ = false;
            return;
        case w_hdr:
        case w_ftr:
        case w_footnote:
        case w_endnote:
            if (!inside_deleted()) {
                begin_story(token == w_hdr        ? StoryKind::header
                            : token == w_ftr      ? StoryKind::footer
                            : token == w_footnote ? StoryKind::footnote
                                                  : StoryKind::endnote,
                            token, attributes);
            }
            return;
        default:
            if (parser().above() == w_listPr) {
                read_list(token, attributes);
            } else {
                body().start(token < w_wordDocument ? token : xml::Token{unknown}, attributes);
            }
    }
}

void DocumentHandler::end(xml::Token token) {
    const std::uint32_t depth = parser().depth();
    if (styles_depth_ != 0) {
        styles_.end(token);
        styles_depth_ = depth == styles_depth_ ? 0 : styles_depth_;
        return;
    }
    if (open_.empty()) {
        return;
    }
    if (depth == open_.back().depth) {
        body().end(open_.back().token);
        open_.pop_back();
        return;
    }
    if (!annotations_.empty() && annotations_.back().depth == depth) {
        body().end(annotations_.back().token);
        annotations_.pop_back();
        return;
    }
    if (token == w_listPr && listed_ && !numbered_) {
        reading_.find_once(FindingCode::unknown_numbering, "shown",
                           "automatic numbers are not written out in the file (w:listPr without wx:t)", body().here());
    }
    body().end(token < w_wordDocument ? token : xml::Token{unknown});
}

}  // namespace

}  // namespace wordml

namespace {

constexpr std::size_t kHead = 4096;
constexpr std::size_t kChunk = 64u << 10;

bool sniff(const Input& input) {
    std::string_view head = input.view().substr(0, kHead);
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
    return head.starts_with('<') && head.find("wordDocument") != head.npos &&
           head.find("http://schemas.microsoft.com/office/word/2003/wordml") != head.npos;
}

Result<Document> read(const Input& input) {
    Document document;
    document.format = "wordml";
    document.parts = {""};
    docx::Reading reading(input.limits, document);
    wordml::DocumentHandler handler(reading);
    xml::Parser parser(wordml::vocabulary(), handler, input.limits);
    for (std::size_t at = 0; at < input.view().size(); at += kChunk) {
        TRY(parser.feed(input.view().substr(at, kChunk)));
    }
    TRY(parser.finish());
    reading.report();
    return document;
}

}  // namespace

extern const Reader wordml_reader{"wordml", "doc", "Word 2003 XML, mostly named .doc or .xml", sniff, read};

}  // namespace mingdan
