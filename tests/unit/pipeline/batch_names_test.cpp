#include <gtest/gtest.h>

#include "pipeline/batch_names.h"
#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::Scratch;

TEST(BatchNames, suffixes_are_the_contracts) {
    EXPECT_EQ(output_suffix("json"), ".json");
    EXPECT_EQ(output_suffix("ndjson"), ".ndjson");
    EXPECT_EQ(output_suffix("markdown"), ".md");
    EXPECT_EQ(output_suffix("csv", 0), ".roster-1.csv");
    EXPECT_EQ(output_suffix("csv", 11), ".roster-12.csv");
}

TEST(BatchNames, suffixes_belong_to_forms) {
    const std::vector<std::string> forms{"json", "csv"};
    EXPECT_TRUE(is_of_form(".json", forms));
    EXPECT_TRUE(is_of_form(".roster-12.csv", forms));
    for (const char* other : {".md", ".csv", ".roster-.csv", ".roster-x.csv", ".roster-1.json", ""}) {
        EXPECT_FALSE(is_of_form(other, forms)) << other;
    }
}

TEST(BatchNames, surplus_rosters_go_and_strangers_stay) {
    const Scratch scratch;
    for (const char* name :
         {"n.json", "n.roster-1.csv", "n.roster-2.csv", "n.roster-3.csv", "n.roster-9.csv", "n.md"}) {
        scratch.write(name, "");
    }
    const std::vector<std::string> forms{"json", "csv"};
    ASSERT_TRUE(remove_results(scratch.path(), "n", forms, 1, false));
    EXPECT_TRUE(scratch.has("n.json"));
    EXPECT_TRUE(scratch.has("n.roster-1.csv"));
    EXPECT_FALSE(scratch.has("n.roster-2.csv"));
    EXPECT_FALSE(scratch.has("n.roster-3.csv"));
    EXPECT_TRUE(scratch.has("n.roster-9.csv"));
    ASSERT_TRUE(remove_results(scratch.path(), "n", forms, 0, true));
    EXPECT_FALSE(scratch.has("n.json"));
    EXPECT_FALSE(scratch.has("n.roster-1.csv"));
    EXPECT_TRUE(scratch.has("n.md"));
}

TEST(BatchNames, fragments_have_short_names_of_plain_letters) {
    const std::string file = fragment_file("/out", std::string(5000, 'x') + "\n\xFF/通知.docx");
    EXPECT_TRUE(file.starts_with("/out/.mingdan/fragments/"));
    EXPECT_LT(file.size(), 80u);
    EXPECT_NE(fragment_file("/out", "a"), fragment_file("/out", "b"));
}

}  // namespace
}  // namespace mingdan
