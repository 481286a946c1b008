// Passes that are skipped: whatever is left out, nothing is lost; with all of them skipped the output is the file as it
// stands.
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "tests/support/table_text.h"

namespace mingdan {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sample_files() {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(MINGDAN_SOURCE_DIR) / "samples")) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && name.starts_with("notice.") &&
            entry.path().parent_path().filename() != "expected") {
            files.push_back(entry.path().string());
        }
    }
    return files;
}

Options skipping(std::string name) {
    Options options;
    options.skip = {std::move(name)};
    return options;
}

void expect_accounted(const Notice& notice, const std::string& what) {
    std::uint64_t left = 0;
    for (const LeftOut& piece : notice.accounting.left_out) {
        left += piece.characters;
    }
    EXPECT_EQ(notice.accounting.read, kept_characters(notice) + left) << what;
    for (const Finding& finding : notice.findings) {
        EXPECT_NE(finding.code, FindingCode::accounting_error) << what;
    }
    for (const Roster& roster : notice.rosters) {
        for (const Record& record : roster.records) {
            ASSERT_EQ(record.values.size(), roster.columns.size()) << what;
            for (std::size_t i = 0; i < record.values.size(); ++i) {
                EXPECT_TRUE(record.values[i].items.size() <= 1 || roster.columns[i].type == ColumnType::list) << what;
            }
        }
    }
    for (const FormatInfo& form : output_forms()) {
        std::ostringstream out;
        if (!one_file_per_roster(form.name) || !notice.rosters.empty()) {
            EXPECT_TRUE(emit(notice, form.name, out)) << what << ", " << form.name;
        }
    }
}

TEST(Skip, any_single_pass_loses_no_character_of_the_samples) {
    const std::vector<std::string> files = sample_files();
    ASSERT_FALSE(files.empty());
    for (const PassInfo& pass : passes()) {
        for (const std::string& file : files) {
            const auto notice = convert(file, skipping(std::string(pass.name)));
            if (notice) {
                expect_accounted(*notice, fmt::format("{} without {}", file, pass.name));
            }
        }
    }
}

TEST(Skip, all_passes_gives_the_samples_as_they_stand) {
    for (const std::string& file : sample_files()) {
        const auto document = read(file);
        if (!document) {
            continue;
        }
        const auto notice = convert(file, skipping("all"));
        ASSERT_TRUE(notice);
        expect_accounted(*notice, file);
        std::vector<const Table*> tables;
        for (const Block& block : document->body) {
            if (const auto* table = std::get_if<Table>(&block.is)) {
                tables.push_back(table);
            }
        }
        ASSERT_EQ(notice->rosters.size(), tables.size()) << file;
        for (std::size_t i = 0; i < tables.size(); ++i) {
            const Roster& roster = notice->rosters[i];
            EXPECT_EQ(roster.records.size(), tables[i]->rows) << file;
            ASSERT_EQ(roster.columns.size(), tables[i]->columns) << file;
            for (std::size_t column = 0; column < roster.columns.size(); ++column) {
                EXPECT_EQ(roster.columns[column].name.text, fmt::format("列{}", column + 1)) << file;
            }
        }
        for (const std::uint32_t count : count_fixes(*notice)) {
            EXPECT_EQ(count, 0u) << file;
        }
        for (const LeftOut& left : notice->accounting.left_out) {
            EXPECT_NE(left.reason, Reason::unplaced) << file << ": " << left.text;
        }
    }
}

std::vector<Block> blocks() {
    return {test::paragraph("关于公布  名单的通知 "), test::paragraph("附 件："),
            test::table({" 序 号|区县|姓名", "1|市\\直\\属|张　三\\李四", "2|^|", "合计|<|2"})};
}

Notice understood_without(const char* pass) {
    const Options options = skipping(pass);
    return understand(test::document(blocks()), options);
}

TEST(Skip, all_leaves_texts_lines_and_merges_alone) {
    const Notice notice = understood_without("all");
    ASSERT_EQ(notice.body.size(), 2u);
    EXPECT_EQ(notice.body[0].text, "关于公布  名单的通知 ");
    EXPECT_EQ(notice.body[1].text, "附 件：");
    EXPECT_FALSE(notice.title);
    EXPECT_EQ(test::text_of(notice),
              "# - / - / -\n"
              "列1|列2|列3\n"
              " 序 号|区县|姓名\n"
              "1|市\n直\n属|张　三\n李四\n"
              "2|-|-\n"
              "合计|-|2\n");
    EXPECT_EQ(test::findings_of(notice), "");
    EXPECT_TRUE(test::accounts(notice));
}

TEST(Skip, a_paragraph_whose_pass_is_skipped_stays_in_the_body) {
    const std::vector<Block> head{test::paragraph("关于公布名单的通知"), test::paragraph("各县教育局："),
                                  test::paragraph("经研究，现将名单予以公布，请认真执行。"),
                                  test::paragraph("青山市教育局"), test::paragraph("2024年3月1日")};
    const Notice notice = understand(test::document(head), skipping("title"));
    EXPECT_FALSE(notice.title);
    ASSERT_EQ(notice.body.size(), 2u);
    EXPECT_EQ(notice.body[0].text, "关于公布名单的通知");
    EXPECT_TRUE(test::accounts(notice));
}

TEST(Skip, names_are_checked) {
    EXPECT_TRUE(require_passes(std::vector<std::string>{"all", "fill-groups"}));
    const auto unknown = require_passes(std::vector<std::string>{"fill-group"});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, ErrorCode::usage);
    EXPECT_EQ(unknown.error().message, "there is no pass \"fill-group\"");
    EXPECT_NE(unknown.error().hint.find("fill-groups"), std::string::npos) << unknown.error().hint;
    const auto always = require_passes(std::vector<std::string>{"settle"});
    ASSERT_FALSE(always);
    EXPECT_EQ(always.error().message, "the pass settle always runs and cannot be skipped");
    EXPECT_EQ(always.error().hint.find("settle"), std::string::npos) << always.error().hint;
}

}  // namespace
}  // namespace mingdan
