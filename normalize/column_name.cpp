#include "normalize/column_name.h"

#include <utility>

#include "normalize/lexicon.h"
#include "normalize/rewrite.h"
#include "normalize/spaces.h"

namespace mingdan {

Column name_column(HeaderColumn& header, std::vector<Field>& levels) {
    Column column;
    for (std::size_t i = 0; i < header.levels.size(); ++i) {
        Cell& cell = *header.levels[i];
        Field level;
        Field printed;  // without the automatic numbers, which are not the source's
        level.text = flat_text(cell);
        if (!cell.lines.empty()) {
            level.origin = cell.lines.front().field.origin;
        }
        for (Line& line : cell.lines) {
            printed.text += line.field.text;
            level.weight += std::exchange(line.field.weight, 0u);
            adopt_changes(level, line.field);
        }
        std::string bare = header_text(level.text);
        rewrite(level, std::move(bare), Fix::fold_spaces);
        printed.origin = level.origin;
        printed.weight = level.weight;
        levels.push_back(std::move(printed));
        if (i == 0) {
            column.name = std::move(level);
        } else {
            join(column.name, std::move(level), "/", Fix::header_levels);
        }
    }
    return column;
}

}  // namespace mingdan
