// A file without text: a scan saved as a document, an empty form. Headers and footers do not count, since a scanned
// notice may well carry page numbers there; notes do. Automatic numbers are no text: they are computed.
#include <fmt/format.h>

#include <mingdan/mingdan.h>

namespace mingdan {

namespace {

struct Seen {
    bool text = false;
    std::uint64_t pictures = 0;
};

void look_at(const std::vector<Block>& blocks, Seen& seen);

void look_at(const std::vector<Line>& lines, Seen& seen) {
    for (const Line& line : lines) {
        seen.text = seen.text || count_characters(line.field.text) > 0;
    }
}

void look_at(const Paragraph& paragraph, Seen& seen) {
    look_at(paragraph.lines, seen);
    seen.pictures += paragraph.pictures;
}

void look_at(const Table& table, Seen& seen) {
    for (const Cell& cell : table.cells) {
        look_at(cell.lines, seen);
        look_at(cell.children, seen);
        seen.pictures += cell.pictures;
        if (seen.text) {
            return;
        }
    }
}

void look_at(const TextBox& box, Seen& seen) {
    look_at(box.blocks, seen);
}

void look_at(const std::vector<Block>& blocks, Seen& seen) {
    for (const Block& block : blocks) {
        std::visit([&](const auto& is) { look_at(is, seen); }, block.is);
        if (seen.text) {
            return;
        }
    }
}

bool beside_the_page(StoryKind kind) {
    return kind == StoryKind::header || kind == StoryKind::footer;
}

Error no_text(const Seen& seen, const Document& document) {
    if (seen.pictures > 0) {
        return fail(
            ErrorCode::no_text,
            fmt::format("the document holds no text, only {} picture{}", seen.pictures, seen.pictures == 1 ? "" : "s"),
            "if it is a scan, make its text readable by character recognition (OCR) first");
    }
    if (document.read > 0) {
        return fail(ErrorCode::no_text,
                    "the document shows no text: all that it holds is hidden, deleted or in its page margins",
                    "look at it with: mingdan inspect");
    }
    return fail(ErrorCode::no_text, "the document holds no text", "check that this is the right file");
}

}  // namespace

Result<void> require_text(const Document& document) {
    Seen seen;
    look_at(document.body, seen);
    for (const Story& story : document.stories) {
        if (seen.text) {
            return {};
        }
        if (!beside_the_page(story.kind) && story.kind != StoryKind::comment) {
            look_at(story.blocks, seen);
        }
    }
    return seen.text ? Result<void>() : no_text(seen, document);
}

}  // namespace mingdan
