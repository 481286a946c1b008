// The normalizer against documents that no reader would give: bytes choose paragraphs, tables with spans, nested
// tables, notes, and texts put together from the words of real notices. Whatever it makes of them, the promises hold,
// also where one pass or all of them are skipped.
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <mingdan/mingdan.h>

#include "model/utf8.h"
#include "tests/fuzz/support/promises.h"

namespace mingdan {

namespace {

constexpr std::string_view kWords[] = {"附件",
                                       "附件1：",
                                       "附 件：",
                                       "关于公布",
                                       "名单的通知",
                                       "湖教党〔2023〕10号",
                                       "浙教[2021] 5号",
                                       "各区（县）教育局：",
                                       "2023年6月14日",
                                       "二〇二三年六月",
                                       "中共湖州市教育局委员会",
                                       "（此件公开发布）",
                                       "抄送：",
                                       "等40个",
                                       "共3项",
                                       "（20个）",
                                       "序号",
                                       "区县",
                                       "姓名",
                                       "单 位",
                                       "名称",
                                       "联建党组织",
                                       "备注",
                                       "合计",
                                       "小计",
                                       "总计",
                                       "续表",
                                       "注：",
                                       "备注：",
                                       "单位：万元",
                                       "一、一等奖",
                                       "二等奖（3名）",
                                       "吴兴区",
                                       "德 清 县",
                                       "市",
                                       "直",
                                       "属",
                                       "安吉县",
                                       "张　三",
                                       "李四、王五；赵六",
                                       "1",
                                       "2",
                                       "3",
                                       "①",
                                       "（4）",
                                       "０５",
                                       "1,234.50",
                                       "十二",
                                       "第一小学党总支",
                                       "“思政一体 立德优师”",
                                       "《关于组建联盟的方案（2021年—2023年）》",
                                       "\u200b",
                                       "\u3000",
                                       "  ",
                                       "\t",
                                       "、",
                                       "；",
                                       "。",
                                       "：",
                                       "，",
                                       "—",
                                       "[bookmark: _GoBack]",
                                       "[image: ]",
                                       "=1+1",
                                       "|",
                                       "<br>",
                                       "\"",
                                       "\\",
                                       "A",
                                       "Level A",
                                       "𠮷",
                                       "\ue000"};

/// Decisions from bytes; zeros when they are used up, so that every input ends.
class Choices {
public:
    explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint8_t byte() {
        if (bytes_.empty()) {
            return 0;
        }
        const std::uint8_t value = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return value;
    }
    std::uint32_t below(std::uint32_t limit) { return byte() % limit; }
    bool one_in(std::uint32_t count) { return below(count) == count - 1; }
    bool used_up() const { return bytes_.empty(); }

private:
    std::span<const std::uint8_t> bytes_;
};

class Builder {
public:
    explicit Builder(Choices choices) : choices_(choices) {
        document_.format = choices_.one_in(2) ? "text" : "docx";
        document_.parts = {"word/document.xml"};
    }

    Document build() {
        while (!choices_.used_up() && document_.body.size() < 400) {
            document_.body.push_back(block(0));
        }
        if (choices_.one_in(4)) {
            document_.stories.push_back({StoryKind::footnote, {{paragraph()}}, {}});
        }
        return std::move(document_);
    }

private:
    std::string text() {
        std::string result;
        for (std::uint32_t words = choices_.below(4); words > 0; --words) {
            result += kWords[choices_.below(std::size(kWords))];
        }
        if (choices_.one_in(16)) {
            utf8::append(result, 0x4E00 + choices_.byte() * 79u);
        }
        return result;
    }

    Line line(const Origin& place) {
        Line line;
        line.field.text = text();
        line.field.origin = place;
        line.field.origin.text = ++document_.texts;
        line.field.origin.part = 1;
        line.field.weight = count_characters(line.field.text);
        document_.read += line.field.weight;
        line.end = static_cast<LineEnd>(choices_.below(4));
        if (choices_.one_in(12)) {
            line.number = "1.";
        }
        return line;
    }

    std::vector<Line> lines(const Origin& place) {
        std::vector<Line> result{line(place)};
        while (choices_.one_in(3) && result.size() < 6) {
            result.push_back(line(place));
        }
        return result;
    }

    Paragraph paragraph() {
        Paragraph result;
        Origin place;
        place.paragraph = ++paragraphs_;
        result.lines = lines(place);
        result.alignment = static_cast<Alignment>(choices_.below(5));
        result.starts_page = choices_.one_in(8);
        result.outline = choices_.one_in(8) ? 1 : 0;
        result.pictures = choices_.one_in(20) ? 1 : 0;
        return result;
    }

    /// A grid of cells, some of them merged to the right or downwards, some positions vacant.
    Table table(int depth) {
        Table result;
        result.origin.table = ++document_.tables;
        result.rows = 1 + choices_.below(8);
        result.columns = 1 + choices_.below(6);
        result.spans_lost = document_.format == "text";
        std::vector<bool> covered(std::size_t{result.rows} * result.columns);
        for (std::uint32_t row = 0; row < result.rows; ++row) {
            result.row_begin.push_back(static_cast<std::uint32_t>(result.cells.size()));
            for (std::uint32_t column = 0; column < result.columns; ++column) {
                if (!covered[row * result.columns + column] && !choices_.one_in(20)) {
                    result.cells.push_back(cell(result, row, column, covered, depth));
                }
            }
            result.header_rows.push_back(choices_.one_in(10));
        }
        result.row_begin.push_back(static_cast<std::uint32_t>(result.cells.size()));
        return result;
    }

    Cell cell(const Table& table, std::uint32_t row, std::uint32_t column, std::vector<bool>& covered, int depth) {
        Cell result;
        result.row = row;
        result.column = column;
        if (const std::uint8_t shape = choices_.byte(); shape >= 0xC0 && !table.spans_lost) {
            result.row_span = 1 + shape % std::min(table.rows - row, 5u);
            result.column_span =
                shape % 7 == 6 ? table.columns - column : 1 + shape % std::min(table.columns - column, 3u);
        }
        bool free = true;
        for_each_position(table, result, [&](std::size_t position) { free = free && !covered[position]; });
        if (!free) {
            result.row_span = 1;
            result.column_span = 1;
        }
        for_each_position(table, result, [&](std::size_t position) { covered[position] = true; });
        Origin place = table.origin;
        place.row = row + 1;
        place.column = static_cast<std::uint16_t>(column + 1);
        place.paragraph = ++paragraphs_;
        result.lines = lines(place);
        result.open_top = choices_.one_in(12);
        result.open_bottom = choices_.one_in(12);
        if (depth < 2 && choices_.one_in(30)) {
            result.children.push_back(block(depth + 1));
        }
        return result;
    }

    template <class Visit>
    static void for_each_position(const Table& table, const Cell& cell, Visit visit) {
        for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
            for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
                visit(std::size_t{row} * table.columns + column);
            }
        }
    }

    Block block(int depth) {
        const std::uint32_t kind = choices_.below(8);
        if (kind >= 6) {
            return {table(depth)};
        }
        if (kind == 5 && depth < 2) {
            TextBox box;
            box.blocks.push_back(block(depth + 1));
            return {std::move(box)};
        }
        return {paragraph()};
    }

    Choices choices_;
    Document document_;
    std::uint32_t paragraphs_ = 0;
};

}  // namespace

}  // namespace mingdan

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mingdan;
    Document document = Builder(Choices({data, size})).build();
    Options options;
    const std::vector<PassInfo> known = passes();
    const std::size_t skipped = size == 0 ? 0 : (size + data[size - 1]) % (known.size() + 1);
    options.skip = {skipped == known.size() ? std::string(kSkipAll) : std::string(known[skipped].name)};
    fuzz::check_promises(understand(document, options));
    fuzz::check_promises(understand(std::move(document)));
    return 0;
}
