// A table is known only at \row, behind the notes that its cells refer to: their anchors learn their places at the end.
#include "extract/rtf_anchors.h"

#include <algorithm>

namespace mingdan::rtf {

namespace {

class AnchorFinder {
public:
    explicit AnchorFinder(std::vector<Story>& stories) {
        for (Story& story : stories) {
            if (story.anchor.text > 0) {
                anchors_.push_back(&story.anchor);
            }
        }
        std::sort(anchors_.begin(), anchors_.end(), [](const Origin* a, const Origin* b) { return a->text < b->text; });
    }

    bool empty() const { return anchors_.empty(); }

    void look(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) {
                look(paragraph->lines);
            } else if (const auto* box = std::get_if<TextBox>(&block.is)) {
                look(box->blocks);
            } else {
                for (const Cell& cell : std::get<Table>(block.is).cells) {
                    look(cell.lines);
                    look(cell.children);
                }
            }
        }
    }

private:
    void look(const std::vector<Line>& lines) {
        for (const Line& line : lines) {
            const Origin& origin = line.field.origin;
            auto at = std::lower_bound(anchors_.begin(), anchors_.end(), origin.text,
                                       [](const Origin* anchor, std::uint32_t text) { return anchor->text < text; });
            for (; at != anchors_.end() && (*at)->text == origin.text; ++at) {
                **at = origin;
            }
        }
    }

    std::vector<Origin*> anchors_;
};

}  // namespace

void settle_anchors(Document& document) {
    AnchorFinder finder(document.stories);
    if (!finder.empty()) {
        finder.look(document.body);
    }
}

}  // namespace mingdan::rtf
