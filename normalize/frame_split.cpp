#include "normalize/frame_split.h"

#include <utility>

#include "normalize/frame_line.h"

namespace mingdan {

Field split_field(Field& field, std::size_t at) {
    const std::size_t begin = after_spaces(field.text, at);
    Field rest = part_of(field, begin, field.text.size() - begin);
    close_changes(field);
    field.text.resize(before_spaces(field.text, at));
    field.weight -= rest.weight;
    return rest;
}

void split_piece(Draft& draft, std::size_t index, std::size_t at) {
    Piece rest;
    rest.text = split_field(draft.flow[index].text, at);
    rest.alignment = draft.flow[index].alignment;
    draft.flow.insert(draft.flow.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(rest));
}

std::size_t divide_lists(Draft& draft, std::size_t from, std::size_t to) {
    constexpr std::string_view kMarks[] = {"。附件：", "。附件:", "。 附件：", "。 附件:", "。附："};
    std::size_t more = 0;
    for (std::size_t i = from; i < to + more; ++i) {
        const std::string_view line = draft.flow[i].text.text;
        if (draft.flow[i].is_table || line.empty() || attachment_mark(line)) {
            continue;
        }
        for (const std::string_view mark : kMarks) {
            if (const std::size_t found = line.find(mark); found != std::string_view::npos) {
                split_piece(draft, i, found + std::string_view("。").size());
                ++more;
                break;
            }
        }
    }
    return more;
}

}  // namespace mingdan
