// The dataset of whole batches: the same whatever threads and former runs; what is replaced goes to the history.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <thread>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "pipeline/batch_run.h"
#include "tests/support/scratch.h"
#include "wrap/hash.h"
#include "wrap/sqlite.h"

namespace mingdan {
namespace {

using mingdan::testing::notice_text;
using mingdan::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class DatasetTest : public ::testing::Test {
protected:
    DatasetTest() {
        options_.inputs = {scratch_.path("in")};
        options_.folder = scratch_.path("out");
        options_.forms = {"dataset", "sqlite"};
        options_.threads = 2;
    }

    void notice(const std::string& name, int number, int records = 2) const {
        scratch_.write("in/" + name, notice_text(number, records));
    }
    static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(40)); }

    BatchSummary run() {
        wait();
        Result<BatchSummary> summary = batch(options_);
        EXPECT_TRUE(summary) << summary.error().describe();
        return summary ? std::move(*summary) : BatchSummary{};
    }
    std::string csv(const std::string& table) const { return scratch_.read("out/dataset/" + table + ".csv"); }

    /// The first column of each row.
    std::vector<std::string> query(const std::string& sql) const {
        Result<sqlite::Database> database =
            sqlite::Database::open(scratch_.path("out/dataset/mingdan.sqlite"), sqlite::Database::Mode::read);
        EXPECT_TRUE(database) << database.error().describe();
        Result<sqlite::Statement> select = database->prepare(sql);
        EXPECT_TRUE(select) << select.error().describe();
        std::vector<std::string> rows;
        while (select && select->step().value()) {
            rows.push_back(select->text(0));
        }
        return rows;
    }
    std::vector<std::string> versions() const {
        return query(
            "SELECT version || ' ' || source || CASE in_force WHEN 1 THEN '*' ELSE '' END FROM versions "
            "ORDER BY notice_key, version");
    }
    /// All rows of all tables, sorted.
    std::vector<std::string> dump() const {
        std::vector<std::string> rows;
        for (const std::string& table : query("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            std::string row = "''";
            for (const std::string& column : query("SELECT name FROM pragma_table_info('" + table + "')")) {
                row += " || '|' || quote(\"" + column + "\")";
            }
            for (std::string& is : query(fmt::format("SELECT '{}' || {} FROM \"{}\"", table, row, table))) {
                rows.push_back(std::move(is));
            }
        }
        std::sort(rows.begin(), rows.end());
        EXPECT_GT(rows.size(), 0u);
        return rows;
    }

    Scratch scratch_;
    BatchOptions options_;
};

TEST_F(DatasetTest, is_all_that_its_forms_write) {
    notice("b.txt", 1, 3);
    notice("a/b.txt", 2);
    const BatchSummary summary = run();
    EXPECT_THAT(summary.dataset_files, ElementsAre("dataset/datapackage.json", "dataset/notices.csv",
                                                   "dataset/rosters.csv", "dataset/records.csv", "dataset/members.csv",
                                                   "dataset/findings.csv", "dataset/mingdan.sqlite"));
    std::vector<std::string> names;
    for (const auto& [name, text] : scratch_.tree("out")) {
        names.push_back(name);
    }
    EXPECT_EQ(names.size(), 8u) << "and the report";
    EXPECT_THAT(query("SELECT source FROM notices ORDER BY 1"), ElementsAre("a/b.txt", "b.txt"));
    EXPECT_THAT(query("SELECT count(*) FROM records"), ElementsAre("5"));
    EXPECT_THAT(query("SELECT count(*) FROM notices_history"), ElementsAre("0"));
    const std::string records = csv("records");
    EXPECT_EQ(std::count(records.begin(), records.end(), '\n'), 6);
    EXPECT_LT(records.find("a/b.txt"), records.find(",b.txt"));
    EXPECT_THAT(scratch_.read("out/dataset/datapackage.json"),
                HasSubstr(sha256_hex(std::as_bytes(std::span(records)))));
}

TEST_F(DatasetTest, csv_writes_it_beside_the_files_of_notices_and_json_does_not) {
    notice("a.txt", 1);
    options_.forms = {"csv"};
    run();
    EXPECT_TRUE(scratch_.has("out/a.txt.roster-1.csv"));
    EXPECT_TRUE(scratch_.has("out/dataset/notices.csv"));
    EXPECT_FALSE(scratch_.has("out/dataset/mingdan.sqlite"));
    options_.folder = scratch_.path("plain");
    options_.forms = {"json", "ndjson", "markdown"};
    run();
    EXPECT_FALSE(scratch_.has("plain/dataset"));
    EXPECT_FALSE(scratch_.has("plain/.mingdan/fragments"));
}

TEST_F(DatasetTest, threads_and_former_runs_change_nothing) {
    for (int i = 0; i < 20; ++i) {
        notice(fmt::format("{:02}.txt", i), i % 15, i);  // some are met twice
    }
    run();
    const auto rows = dump();
    const std::string records = csv("records");
    scratch_.remove("out");
    options_.threads = 1;
    for (int i = 0; i < 20; i += 2) {
        std::filesystem::rename(scratch_.path(fmt::format("in/{:02}.txt", i)),
                                scratch_.path(fmt::format("{:02}.txt", i)));
    }
    run();
    EXPECT_NE(dump(), rows);
    for (int i = 0; i < 20; i += 2) {
        std::filesystem::rename(scratch_.path(fmt::format("{:02}.txt", i)),
                                scratch_.path(fmt::format("in/{:02}.txt", i)));
    }
    run();
    EXPECT_EQ(dump(), rows);
    EXPECT_EQ(csv("records"), records);
}

TEST_F(DatasetTest, a_notice_met_twice_is_one_and_the_other_is_its_history) {
    notice("a.txt", 1, 2);
    notice("b.txt", 1, 3);
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 b.txt*"));
    EXPECT_THAT(query("SELECT count(*) FROM records"), ElementsAre("3"));
    EXPECT_THAT(query("SELECT count(*) FROM records_history WHERE version = 1"), ElementsAre("2"));
    EXPECT_EQ(csv("notices").find("a.txt"), std::string::npos);
    notice("c（更正）.txt", 1, 4);
    notice("z.txt", 1, 5);
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 b.txt", "3 z.txt", "4 c（更正）.txt*"));
    EXPECT_THAT(query("SELECT count(*) FROM records"), ElementsAre("4"));
    EXPECT_THAT(query("SELECT count(*) FROM records_history GROUP BY version ORDER BY version"),
                ElementsAre("2", "3", "5"));
}

TEST_F(DatasetTest, a_content_that_changed_goes_to_the_history) {
    notice("a.txt", 1, 2);
    notice("b.txt", 2, 2);
    run();
    notice("a.txt", 1, 7);
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 a.txt*", "1 b.txt*"));
    EXPECT_THAT(query("SELECT count(*) FROM records_history"), ElementsAre("2"));
    notice("a.txt", 1, 8);
    run();
    EXPECT_THAT(query("SELECT count(*) FROM records_history GROUP BY version ORDER BY version"), ElementsAre("2", "7"));
    notice("a.txt", 1, 2);
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 a.txt", "3 a.txt*", "1 b.txt*"))
        << "the first content is in force again";
    EXPECT_THAT(query("SELECT count(*) FROM records_history GROUP BY version ORDER BY version"), ElementsAre("7", "8"));
    EXPECT_THAT(query("PRAGMA foreign_key_check"), IsEmpty());
}

TEST_F(DatasetTest, a_file_that_holds_another_notice_now_leaves_the_former_one_to_the_history) {
    notice("a.txt", 1, 2);
    run();
    notice("a.txt", 9, 3);
    run();
    EXPECT_THAT(query("SELECT count(*) FROM notices"), ElementsAre("1"));
    EXPECT_THAT(query("SELECT count(*) FROM notices_history"), ElementsAre("1"));
    EXPECT_THAT(query("SELECT count(*) FROM records_history"), ElementsAre("2"));
    EXPECT_THAT(query("SELECT count(*) FROM versions WHERE in_force"), ElementsAre("1"));
}

TEST_F(DatasetTest, other_options_give_other_rows_and_no_history) {
    notice("a.txt", 1, 2);
    run();
    options_.options.codes = true;
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt*"));
    EXPECT_THAT(query("SELECT count(*) FROM records WHERE record LIKE '%代码%'"), ElementsAre("2"));
}

TEST_F(DatasetTest, what_is_gone_stays_until_it_is_pruned_history_included) {
    notice("a.txt", 1, 2);
    notice("b.txt", 2, 2);
    run();
    notice("a.txt", 1, 3);
    run();
    scratch_.remove("in/a.txt");
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 a.txt*", "1 b.txt*"));
    EXPECT_THAT(csv("notices"), HasSubstr("a.txt"));
    options_.prune = true;
    run();
    EXPECT_THAT(versions(), ElementsAre("1 b.txt*"));
    EXPECT_THAT(query("SELECT count(*) FROM records_history"), ElementsAre("0"));
    EXPECT_EQ(csv("notices").find("a.txt"), std::string::npos);
}

TEST_F(DatasetTest, a_database_that_is_not_asked_for_stays_with_its_history) {
    notice("a.txt", 1, 2);
    run();
    notice("a.txt", 1, 3);
    run();
    options_.forms = {"csv"};
    notice("a.txt", 1, 4);
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 a.txt*"));
    options_.forms = {"sqlite"};
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt", "2 a.txt", "3 a.txt*"));
    EXPECT_FALSE(scratch_.has("out/dataset/notices.csv")) << "which can be made again at any time";
}

TEST_F(DatasetTest, a_run_that_makes_none_leaves_it_until_it_prunes) {
    notice("a.txt", 1, 2);
    run();
    options_.forms = {"json"};
    EXPECT_EQ(run().leftover, 7u);
    EXPECT_TRUE(scratch_.has("out/dataset/mingdan.sqlite"));
    options_.prune = true;
    EXPECT_EQ(run().leftover, 0u);
    EXPECT_FALSE(scratch_.has("out/dataset"));
    options_.prune = false;
    EXPECT_EQ(run().leftover, 0u);
    options_.forms = {"dataset", "sqlite"};
    run();
    EXPECT_THAT(versions(), ElementsAre("1 a.txt*"));
}

TEST_F(DatasetTest, what_others_added_to_the_database_stays) {
    notice("a.txt", 1, 2);
    run();
    {
        Result<sqlite::Database> database =
            sqlite::Database::open(scratch_.path("out/dataset/mingdan.sqlite"), sqlite::Database::Mode::create);
        ASSERT_TRUE(database);
        ASSERT_TRUE(database->run("PRAGMA journal_mode = WAL; CREATE TABLE mine (x); INSERT INTO mine VALUES (7)"));
    }
    notice("b.txt", 2, 2);
    run();
    EXPECT_THAT(query("SELECT x FROM mine"), ElementsAre("7"));
    EXPECT_THAT(query("SELECT count(*) FROM notices"), ElementsAre("2"));
    EXPECT_FALSE(scratch_.has("out/dataset/mingdan.sqlite-wal"));
}

TEST_F(DatasetTest, a_file_in_its_place_that_is_no_database_of_ours_stays_and_is_named) {
    notice("a.txt", 1, 2);
    scratch_.write("out/dataset/mingdan.sqlite", "not a database, but somebody's");
    const Result<BatchSummary> summary = batch(options_);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::output_unwritable);
    EXPECT_EQ(summary.error().file, scratch_.path("out/dataset/mingdan.sqlite"));
    EXPECT_THAT(summary.error().hint, HasSubstr("move it away"));
    EXPECT_EQ(scratch_.read("out/dataset/mingdan.sqlite"), "not a database, but somebody's");
    scratch_.remove("out/dataset/mingdan.sqlite");
    run();
    EXPECT_THAT(query("SELECT count(*) FROM records"), ElementsAre("2"));
}

TEST_F(DatasetTest, a_folder_in_the_place_of_a_table_is_an_error_and_nothing_half_written_is_left) {
    notice("a.txt", 1, 2);
    scratch_.write("out/dataset/members.csv/x", "");
    const Result<BatchSummary> summary = batch(options_);
    ASSERT_FALSE(summary);
    EXPECT_EQ(exit_code(summary.error().code), 5);
    EXPECT_FALSE(scratch_.has("out/dataset/notices.csv"));
    EXPECT_FALSE(scratch_.has("out/dataset/datapackage.json"));
}

TEST(DatasetForms, are_made_of_many_notices_and_refused_for_one) {
    std::ostringstream out;
    for (const FormatInfo& form : batch_forms()) {
        const Result<void> emitted = emit(Notice{}, form.name, out);
        ASSERT_FALSE(emitted);
        EXPECT_EQ(emitted.error().code, ErrorCode::usage);
        EXPECT_THAT(emitted.error().hint, HasSubstr("mingdan batch"));
    }
    EXPECT_EQ(batch_forms().size(), 2u);
}

}  // namespace
}  // namespace mingdan
