// Walks over a page's tree and tells the story builder what each element means: blocks, lists, notes, pictures, what is
// hidden or deleted, and what Word and LibreOffice write in ways of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "extract/html_list.h"
#include "extract/html_page.h"
#include "extract/html_story.h"
#include "extract/html_tree.h"
#include "model/table_grid.h"

namespace mingdan::html {

class BodyReader {
public:
    BodyReader(const Tree& tree, const Page& page, const Limits& limits, GridBudget& budget, Document& document)
        : tree_(tree),
          page_(page),
          limits_(limits),
          budget_(budget),
          document_(document),
          story_(document, page.libreoffice ? SourceBreak::space : SourceBreak::nothing_between_wide) {}

    /// The whole page. Its blocks go behind those that the document has.
    Result<void> read();

private:
    friend class TableReader;

    Result<void> visit(NodeId node);
    Result<void> visit_children(NodeId node);
    Result<void> visit_block(NodeId node);
    Result<void> visit_special(NodeId node);
    Result<void> visit_list(NodeId list);
    Result<void> visit_anchor(NodeId node);
    Result<void> visit_span(NodeId node);
    Result<void> read_aside(NodeId node, StoryKind kind);
    bool is_aside(NodeId node, StoryKind& kind) const;
    void read_break(NodeId node);
    void read_picture(NodeId node);
    void read_input(NodeId node);
    void name_embedded(NodeId node, std::string_view address, std::string_view what);
    void leave(NodeId node, Reason reason);
    void find(FindingCode code, std::string message);
    std::string text_of(NodeId node) const;
    void report();

    struct Anchor {
        std::string name;  ///< of the note
        Origin origin;
    };

    const Tree& tree_;
    const Page& page_;
    const Limits& limits_;
    GridBudget& budget_;
    Document& document_;
    StoryBuilder story_;
    std::vector<List> lists_;
    std::vector<Anchor> anchors_;
    std::uint32_t deletions_ = 0;
};

}  // namespace mingdan::html
