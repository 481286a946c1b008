// The imprint at the notice's end (版记): 抄送, 印发, copies, page numbers.
#include "normalize/frame_tail.h"
#include "normalize/frame_words.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kLongestLine = 3 * 120;  ///< bytes

}  // namespace

std::size_t label_imprint(Draft& draft) {
    std::vector<Piece>& flow = draft.flow;
    for (Piece& piece : flow) {
        if (!piece.is_table && piece.text.text.size() <= 32 && piece.text.text.size() >= 3 &&
            words::is_page_number(text::without_spaces(piece.text.text))) {
            piece.part = Part::closing;
        }
    }
    std::size_t end = flow.size();
    for (std::size_t i = flow.size(); i-- > 0;) {
        if (flow[i].blank() || flow[i].part == Part::closing) {
            continue;
        }
        if (flow[i].is_table || flow[i].text.text.size() > kLongestLine ||
            !words::is_imprint_line(text::without_spaces(flow[i].text.text))) {
            break;
        }
        end = i;
    }
    for (std::size_t i = end; i < flow.size(); ++i) {
        flow[i].part = Part::closing;
    }
    return end;
}

}  // namespace mingdan
