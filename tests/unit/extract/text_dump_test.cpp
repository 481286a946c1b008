#include <gtest/gtest.h>

#include "tests/unit/extract/text_dump_support.h"

namespace mingdan {
namespace {

struct Case {
    const char* what;
    std::string text;
    std::string shown;
    std::string findings = {};
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        const auto document = read_text(each.text);
        ASSERT_TRUE(document) << each.what << ": " << document.error().describe();
        EXPECT_EQ(show(*document), each.shown) << each.what;
        EXPECT_EQ(findings_of(*document), each.findings) << each.what;
        EXPECT_EQ(document->read, accounted_characters(*document)) << each.what;
    }
}

TEST(TextDump, a_blank_line_ends_a_row_only_if_its_cells_are_complete) {
    check({
        {"plain rows", "附件\n\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n丙\n\n",
         "|附件|\n[序号][名称]\n[1][甲]\n[2][乙/丙]\n"},
        {"title row in the table", "\t先进名单\n\n\t序号\n\t名称\n\n\t1\n\t甲\n\n",
         "[=先进名单]\n[序号][名称]\n[1][甲]\n"},
        {"name between blank paragraphs",
         "\t序号\n\t区县\n\t名称\n\t成员\n\n\t1\n\t\n\t甲\n\t子\n\n\t2\n\t\n\t\n乙\n\n\t丑\n寅\n\n\t3\n\t\n\t丙\n\t卯\n"
         "\n",
         "[序号][区县][名称][成员]\n[1][][甲][子]\n[2][][乙][丑/寅]\n[3][][丙][卯]\n"},
        {"label below five blank lines",
         "\t序号\n\t区县\n\t名称\n\n\t1\n\t\n\n\n\n\n安\n吉\n县\n\t甲\n\n\t2\n\t\n\t乙\n\n",
         "[序号][区县][名称]\n[1][安/吉/县][甲]\n[2][][乙]\n"},
        {"blank line between the lines of the last cell", "\t序号\n\t名称\n\n\t1\n\t甲\n\n乙\n\n\t2\n\t丙\n\n",
         "[序号][名称]\n[1][甲//乙]\n[2][丙]\n"},
        {"merged cells are empty cells",
         "\t序号\n\t区县\n\t名称\n\n\t1\n\t吴兴区\n\t甲\n\n\t2\n\t\n\t\n\n\t3\n\t\n\t丙\n\n",
         "[序号][区县][名称]\n[1][吴兴区][甲]\n[2][][]\n[3][][丙]\n"},
        {"blank lines in a table without index",
         "\t姓名\n\t单位\n\t职务\n\n\t张三\n\t一中\n\n\t校长\n\n\t李四\n\t二中\n\t教师\n\n\t王五\n\t三中\n\t教师\n\n",
         "[姓名][单位][职务]\n[张三][一中][校长]\n[李四][二中][教师]\n[王五][三中][教师]\n"},
    });
}

TEST(TextDump, rows_of_one_cell_and_short_rows_stand_between_whole_ones) {
    check({
        {"sections",
         "\t序号\n\t名称\n\t单位\n\n\t一、重点（2项）\n\n\t1\n\t甲\n\t子\n\n\t2\n\t乙\n\t丑\n\n\t二、一般（1项）\n\n\t3"
         "\n\t丙\n\t寅\n\n",
         "[序号][名称][单位]\n[=一、重点（2项）]\n[1][甲][子]\n[2][乙][丑]\n[=二、一般（1项）]\n[3][丙][寅]\n"},
        {"total and note, which make the header's count together",
         "\t序号\n\t村\n\t户数\n\t资金\n\n\t1\n\t甲村\n\t3\n\t4.50\n\n\t2\n\t乙村\n\t5\n\t6.00\n\n\t合计\n\t8\n\t10."
         "50\n\n\t备注：据实拨付。\n\n",
         "[序号][村][户数][资金]\n[1][甲村][3][4.50]\n[2][乙村][5][6.00]\n[合计][8][10.50]\n[=备注：据实拨付。]\n"},
        {"subtotal before a section without index",
         "\t村\n\t户数\n\t资金\n\t备注\n\n\t甲村\n\t3\n\t4.50\n\t\n\n\t小计\n\t3\n\t4."
         "50\n\n\t二、乙镇\n\n\t乙村\n\t5\n\t6.00\n\t\n\n",
         "[村][户数][资金][备注]\n[甲村][3][4.50][]\n[小计][3][4.50]\n[=二、乙镇]\n[乙村][5][6.00][]\n"},
        {"header of two levels",
         "\t序号\n\t单位\n\t资金\n\n\t\n\t\n\t中央\n\t省级\n\n\t1\n\t甲\n\t2\n\t3\n\n\t2\n\t乙\n\t4\n\t5\n\n",
         "[序号][单位][资金]\n[][][中央][省级]\n[1][甲][2][3]\n[2][乙][4][5]\n"},
    });
}

TEST(TextDump, what_does_not_divide_is_kept_and_reported) {
    check({
        {"a cell too many", "\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\t丙\n\n\t3\n\t丁\n\n\t4\n\t戊\n\n",
         "[序号][名称]\n[1][甲]\n[2][乙][丙]\n[3][丁]\n[4][戊]\n", "rows-uneven 7"},
        {"a cell too few in a numbered row",
         "\t序号\n\t名称\n\t单位\n\n\t1\n\t甲\n\t子\n\n\t2\n\t乙\n\n\t3\n\t丙\n\t寅\n\n",
         "[序号][名称][单位]\n[1][甲][子]\n[2][乙]\n[3][丙][寅]\n", "rows-uneven 9"},
    });
    const auto document = read_text("\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\t丙\n\n\t3\n\t丁\n\n");
    ASSERT_TRUE(document);
    ASSERT_EQ(document->findings.size(), 1u);
    EXPECT_EQ(document->findings[0].message,
              "1 of the table's rows do not divide into 2 cells and were kept as their blank lines cut them: line 7");
}

TEST(TextDump, paragraphs_go_on_behind_a_table) {
    check({
        {"note behind the table's end", "\t序号\n\t名称\n\n\t1\n\t甲\n\n\n注：排名不分先后。\n",
         "[序号][名称]\n[1][甲]\n|注：排名不分先后。|\n"},
        {"empty last cell and a note", "\t序号\n\t名称\n\t备注\n\n\t1\n\t甲\n\t\n\n\t2\n\t乙\n\t\n\n\n\n附件2\n",
         "[序号][名称][备注]\n[1][甲][]\n[2][乙][]\n||\n|附件2|\n"},
        {"heading between two tables",
         "一、集体\n\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n\n二、个人\n\t序号\n\t姓名\n\t单位\n\n\t1\n\t张三\n\t丙"
         "\n\n\t2\n\t李四\n\t丁\n\n",
         "|一、集体|\n[序号][名称]\n[1][甲]\n[2][乙]\n|二、个人|\n[序号][姓名][单位]\n[1][张三][丙]\n[2][李四][丁]\n"},
        {"note row, heading and a table whose header would fill the row",
         "\t序号\n\t村\n\t户\n\t元\n\n\t1\n\t甲\n\t2\n\t3\n\n\t2\n\t乙\n\t4\n\t5\n\n\t备注：据实。\n\n\n附件2\n\t序号\n"
         "\t姓名\n\t单位\n\n\t1\n\t张三\n\t丙\n\n",
         "[序号][村][户][元]\n[1][甲][2][3]\n[2][乙][4][5]\n[=备注：据实。]\n|附件2|\n[序号][姓名][单位]\n[1][张三][丙]"
         "\n"},
        {"tables of other widths with a blank paragraph between them",
         "\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n\n\n\t序号\n\t姓名\n\t单位\n\n\t1\n\t张三\n\t丙\n\n\t2\n\t李四\n"
         "\t丁\n\n",
         "[序号][名称]\n[1][甲]\n[2][乙]\n||\n[序号][姓名][单位]\n[1][张三][丙]\n[2][李四][丁]\n", "rows-uneven 12"},
        {"tables of one width with a blank paragraph between them",
         "\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n\n\n\t序号\n\t姓名\n\n\t1\n\t张三\n\n",
         "[序号][名称]\n[1][甲]\n[2][乙]\n||\n[序号][姓名]\n[1][张三]\n"},
        {"a dump whose blank lines were thinned out",
         "\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n注：排名不分先后。\n",
         "[序号][名称]\n[1][甲]\n[2][乙]\n|注：排名不分先后。|\n", "rows-uneven 9"},
        {"two tables in such a dump", "\t序号\n\t名称\n\n\t1\n\t甲\n\n附件2\n\t序号\n\t姓名\n\n\t1\n\t张三\n\n",
         "[序号][名称]\n[1][甲]\n|附件2|\n[序号][姓名]\n[1][张三]\n"},
    });
}

TEST(TextDump, paragraphs_that_begin_with_a_tab_are_no_table) {
    check({
        {"list items", "名单：\n\t张三\n\t李四\n\t王五\n\n正文。\n",
         "|名单：|\n|\t张三|\n|\t李四|\n|\t王五|\n||\n|正文。|\n"},
        {"indented body", "\t为贯彻精神，现将名单予以公布。\n\n\t一、提高认识。\n\n\t二、加强领导。\n\n",
         "|\t为贯彻精神，现将名单予以公布。|\n||\n|\t一、提高认识。|\n||\n|\t二、加强领导。|\n"},
        {"signature set with tabs",
         "正文。\n\n\n\t\t\t某某市教育局\n\t\t\t2023年6月14日\n\n\n附件\n\t序号\n\t名称\n\n\t1\n\t甲\n\n",
         "|正文。|\n||\n||\n|\t\t\t某某市教育局|\n|\t\t\t2023年6月14日|\n||\n||\n|附件|\n[序号][名称]\n[1][甲]\n"},
        {"one row alone", "正文。\n\t甲\n\t乙\n\n\n完\n", "|正文。|\n|\t甲|\n|\t乙|\n||\n||\n|完|\n"},
    });
}

TEST(TextDump, a_text_without_any_table_is_paragraphs) {
    check({
        {"line ends of every kind", "附件\r\n一\r二\n\n  三\u3000\n", "|附件|\n|一|\n|二|\n||\n|  三\u3000|\n"},
        {"form feeds", "正文\f附件1\n\f\n附件2\n\f附件3", "|正文|\n^|附件1|\n^|附件2|\n^|附件3|\n"},
        {"no line end", "附件", "|附件|\n"},
    });
}

TEST(TextDump, line_numbers_are_those_of_an_editor) {
    const auto document = read_text("一\r\n二\f三\n\n四\n\t序号\n\t名称\n\n\t1\n\t\n甲\n\n");
    ASSERT_TRUE(document);
    std::string numbers;
    for (const Block& block : document->body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            numbers += fmt::format("{} ", paragraph->lines.front().field.origin.paragraph);
        }
    }
    EXPECT_EQ(numbers, "1 2 2 3 4 ");
    const auto& table = std::get<Table>(document->body.back().is);
    const Origin origin = table.cells.back().lines.front().field.origin;
    EXPECT_EQ(origin, (Origin{9, 10, 1, 2, 2, 1}));
    EXPECT_EQ(document->texts, 9u);
    EXPECT_EQ(document->tables, 1u);
    EXPECT_TRUE(table.spans_lost);
    EXPECT_EQ(document->parts, std::vector<std::string>{""});
    EXPECT_EQ(document->format, "text");
}

TEST(TextDump, artefacts_are_cut_out_and_recorded) {
    const auto document = read_text(
        "[bookmark: _Toc 1]附件[image: 图 1]\n[参考]\n\t序号\n\t名称\n\n\t1\n\t[bookmark: _GoBack]甲\n[image: "
        "]\n\n\t2\n\t[bookmark: 乙\n");
    ASSERT_TRUE(document);
    EXPECT_EQ(show(*document), "|附件|\n|[参考]|\n[序号][名称]\n[1][甲/]\n[2][[bookmark: 乙]\n");
    std::string left_out;
    for (const LeftOut& piece : document->left_out) {
        left_out += fmt::format("{} {} {} {}.{}.{}; ", reason_name(piece.reason), piece.text, piece.characters,
                                piece.origin.paragraph, piece.origin.row, piece.origin.column);
    }
    EXPECT_EQ(left_out,
              "artifact [bookmark: _Toc 1] 16 1.0.0; artifact [image: 图 1] 10 1.0.0; "
              "artifact [bookmark: _GoBack] 18 7.2.2; artifact [image: ] 8 8.2.2; ");
    EXPECT_EQ(std::get<Paragraph>(document->body.front().is).pictures, 1u);
    EXPECT_EQ(std::get<Table>(document->body.back().is).cells[3].pictures, 1u);
    EXPECT_EQ(document->read, accounted_characters(*document));
}

TEST(TextDump, an_artefact_alone_on_a_line_is_no_row_end) {
    check({{"bookmark between", "\t序号\n\t名称\n\n\t1\n[bookmark: a]\n\t甲\n\n\t2\n\t乙\n\n",
            "[序号][名称]\n[1/][甲]\n[2][乙]\n"}});
}

TEST(TextDump, guessed_encodings_and_bad_bytes_are_reported) {
    const auto guessed = read_text("\xB8\xBD\xBC\xFE\n\xC3\xFB\xB5\xA5\n");
    ASSERT_TRUE(guessed);
    EXPECT_EQ(show(*guessed), "|附件|\n|名单|\n");
    EXPECT_EQ(findings_of(*guessed), "decoded-by-guess 0");
    EXPECT_EQ(guessed->findings[0].message, "the text was read as GB18030, which fits its bytes");

    const auto bad = read_text("附件\n全市\xFF先进名单\n");
    ASSERT_TRUE(bad);
    EXPECT_EQ(show(*bad), "|附件|\n|全市\uFFFD先进名单|\n");
    EXPECT_EQ(findings_of(*bad), "decoded-by-guess 0; invalid-bytes 0");
    ASSERT_EQ(bad->left_out.size(), 1u);
    EXPECT_EQ(bad->left_out[0].reason, Reason::invalid_bytes);
    EXPECT_EQ(bad->left_out[0].text, "FF");
    EXPECT_EQ(bad->left_out[0].origin.paragraph, 2u);
    EXPECT_EQ(bad->read, accounted_characters(*bad));

    const auto marked = read_text("\xEF\xBB\xBF附件\n");
    ASSERT_TRUE(marked);
    EXPECT_EQ(findings_of(*marked), "");
}

TEST(TextDump, limits_end_the_reading) {
    Limits limits;
    limits.cells = 5;
    const auto cells = read_text("\t序号\n\t名称\n\n\t1\n\t甲\n\n\t2\n\t乙\n\n", limits);
    ASSERT_FALSE(cells);
    EXPECT_EQ(cells.error().code, ErrorCode::over_limit);
    EXPECT_EQ(cells.error().message, "the tables have 6 cells and more, the limit is 5");
    limits = {};
    limits.text_bytes = 5;
    EXPECT_EQ(read_text("附件", limits).error().code, ErrorCode::over_limit);
    limits = {};
    limits.file_bytes = 5;
    EXPECT_EQ(read_text("附件", limits).error().code, ErrorCode::over_limit);
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(read_text("\t序号\n\t名称\n\n\t1\n\t甲\n\n", limits).error().code, ErrorCode::over_limit);
}

TEST(TextDump, a_file_without_text_is_an_error) {
    for (const char* text : {" \n\n\u3000\n", "\xEF\xBB\xBF", "[image: 扫描件]\n[bookmark: a]\n"}) {
        const auto document = read_text(text);
        ASSERT_FALSE(document);
        EXPECT_EQ(document.error().code, ErrorCode::no_text);
    }
}

// Tables written by the grammar, of every width and with all that stands between rows, come back as they were.
TEST(TextDump, random_tables_come_back) {
    std::uint32_t state = 20230614;
    const auto below = [&](std::uint32_t limit) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % limit;
    };
    const char* const words[] = {"张三", "湖州市第一中学", "某公司党支部", "“红心”工程", "3.5", "", "长兴县"};
    for (int round = 0; round < 300; ++round) {
        const std::uint32_t width = 2 + below(5);
        const bool indexed = below(3) > 0;
        std::string text = "附件\n某某名单\n";
        std::string shown = "|附件|\n|某某名单|\n";
        const auto add_row = [&](const std::vector<std::string>& cells) {
            for (const std::string& cell : cells) {
                text += "\t" + cell + "\n";
                std::string flat = cell;
                std::replace(flat.begin(), flat.end(), '\n', '/');
                shown += fmt::format("[{}{}]", cells.size() == 1 ? "=" : "", flat);
            }
            text += "\n";
            shown += "\n";
        };
        std::vector<std::string> header;
        for (std::uint32_t i = 0; i < width; ++i) {
            header.push_back(i == 0 && indexed ? "序号" : fmt::format("列名{}", i));
        }
        if (below(3) == 0) {
            add_row({"某某名单"});
        }
        add_row(header);
        const std::uint32_t rows = 3 + below(20);
        for (std::uint32_t row = 1; row <= rows; ++row) {
            if (below(12) == 0) {
                add_row({"一、先进集体（共3个）"});
            }
            std::vector<std::string> cells;
            for (std::uint32_t i = 0; i < width; ++i) {
                std::string cell = i == 0 && indexed ? std::to_string(row) : words[below(i == 0 ? 5 : 7)];
                if (!(i == 0 && indexed) && !cell.empty() && below(4) == 0) {
                    cell += "\n李四";
                }
                cells.push_back(cell);
            }
            add_row(cells);
        }
        if (width > 2 && below(2) == 0) {
            add_row({"合计", "12"});
        }
        if (below(2) == 0) {
            text += "\n注：以上名单。\n\n联系人：张三\n";
            shown += "|注：以上名单。|\n||\n|联系人：张三|\n";
        }
        const auto document = read_text(text);
        ASSERT_TRUE(document);
        ASSERT_EQ(show(*document), shown) << text;
        ASSERT_EQ(findings_of(*document), "") << text;
        ASSERT_EQ(document->read, accounted_characters(*document));
    }
}

}  // namespace
}  // namespace mingdan
