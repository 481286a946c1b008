// The grid builder by itself: what every reader may rely on.
#include "model/table_grid.h"

#include <gtest/gtest.h>

#include <random>

namespace mingdan {
namespace {

GridCell cell(std::string text, std::int64_t span = 1, Merge vertical = Merge::none, std::int32_t width = 0) {
    GridCell result;
    result.column_span = span;
    result.vertical = vertical;
    result.width = width;
    const std::uint32_t weight = count_characters(text);
    result.content.lines.push_back(Line{Field{std::move(text), {}, weight, {}}, {}, LineEnd::paragraph});
    return result;
}

/// Fails unless each position is the origin of one cell, covered by one, or vacant, and the cells stand in order.
void expect_sound(const Table& table) {
    std::vector<int> taken(std::size_t{table.rows} * table.columns);
    ASSERT_EQ(table.row_begin.size(), table.rows + 1u);
    ASSERT_EQ(table.row_begin.back(), table.cells.size());
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        for (std::uint32_t i = table.row_begin[row]; i < table.row_begin[row + 1]; ++i) {
            const Cell& at = table.cells[i];
            ASSERT_EQ(at.row, row);
            ASSERT_TRUE(i == table.row_begin[row] || at.column > table.cells[i - 1].column);
            ASSERT_LE(at.row + at.row_span, table.rows);
            ASSERT_LE(at.column + at.column_span, table.columns);
            for (std::uint32_t y = at.row; y < at.row + at.row_span; ++y) {
                for (std::uint32_t x = at.column; x < at.column + at.column_span; ++x) {
                    ASSERT_EQ(taken[std::size_t{y} * table.columns + x]++, 0) << y << "," << x;
                }
            }
        }
    }
}

TEST(TableGrid, any_rows_give_a_sound_table_and_keep_every_character) {
    std::mt19937 random(7);
    const auto up_to = [&](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    for (int round = 0; round < 3000; ++round) {
        const Limits limits;
        GridBudget budget(limits);
        TableGrid grid(budget, {});
        const int declared = up_to(6);
        for (int i = 0; i < declared; ++i) {
            grid.declare_column(1000 * (1 + up_to(2)));
        }
        std::uint64_t read = 0;
        const int rows = up_to(6);
        for (int row = 0; row < rows; ++row) {
            grid.begin_row({static_cast<std::uint32_t>(up_to(8) == 0 ? up_to(3) : 0), up_to(1) * 1000});
            const int cells = up_to(5);
            for (int i = 0; i < cells; ++i) {
                GridCell next = cell(up_to(3) == 0 ? "x" : "", up_to(5) == 0 ? up_to(80) - 2 : 1,
                                     static_cast<Merge>(up_to(2)), up_to(3) * 500);
                next.horizontal = up_to(4) == 0 ? static_cast<Merge>(up_to(2)) : Merge::none;
                read += next.content.lines.front().field.weight;
                ASSERT_TRUE(grid.add_cell(std::move(next)));
            }
            grid.end_row({static_cast<std::uint32_t>(up_to(8) == 0), 500});
        }
        const auto result = std::move(grid).finish();
        ASSERT_TRUE(result);
        expect_sound(result->table);
        std::uint64_t kept = 0;
        for (const Cell& each : result->table.cells) {
            for (const Line& line : each.lines) {
                kept += line.field.weight;
            }
        }
        ASSERT_EQ(kept, read);
    }
}

TEST(TableGrid, the_area_of_spans_is_charged_as_cells_come_in) {
    Limits limits;
    limits.cells = 100;
    GridBudget budget(limits);
    TableGrid grid(budget, {});
    grid.begin_row();
    EXPECT_TRUE(grid.add_cell(cell("a", 60)));
    const auto second = grid.add_cell(cell("b", 60));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::over_limit);
    EXPECT_NE(second.error().message.find("(limit cells)"), std::string::npos);
}

TEST(TableGrid, vacant_positions_count_too) {
    Limits limits;
    limits.cells = 1000;
    GridBudget budget(limits);
    TableGrid grid(budget, {});
    for (int row = 0; row < 100; ++row) {
        grid.begin_row({row == 0 ? 50u : 0u, 0});
        EXPECT_TRUE(grid.add_cell(cell("a")));
        grid.end_row();
    }
    EXPECT_FALSE(std::move(grid).finish());
}

TEST(TableGrid, rows_that_agree_are_believed_against_a_stale_grid) {
    const Limits limits;
    GridBudget budget(limits);
    TableGrid grid(budget, {});
    grid.declare_column(9000);
    for (int row = 0; row < 2; ++row) {
        grid.begin_row();
        EXPECT_TRUE(grid.add_cell(cell("a", 1, Merge::none, 1000 + row * 500)));
        EXPECT_TRUE(grid.add_cell(cell("b", 1, Merge::none, 2000 - row * 500)));
        grid.end_row();
    }
    const auto result = std::move(grid).finish();
    EXPECT_EQ(result->table.columns, 2u);
    EXPECT_TRUE(result->findings.empty());
}

TEST(TableGrid, edges_within_thirty_twips_are_one) {
    for (const std::int32_t difference : {30, 31}) {
        const Limits limits;
        GridBudget budget(limits);
        TableGrid grid(budget, {});
        for (int row = 0; row < 3; ++row) {
            grid.begin_row();
            const std::int32_t shift = row == 1 ? difference : 0;
            EXPECT_TRUE(grid.add_cell(cell("a", 1, Merge::none, 1000 + shift)));
            EXPECT_TRUE(grid.add_cell(cell("b", 1, Merge::none, row == 2 ? 500 : 1000 - shift)));
            if (row == 2) {
                EXPECT_TRUE(grid.add_cell(cell("c", 1, Merge::none, 500)));
            }
            grid.end_row();
        }
        EXPECT_EQ(std::move(grid).finish()->table.columns, difference == 30 ? 3u : 4u) << difference;
    }
}

}  // namespace
}  // namespace mingdan
