// The tables as SQL, and the schema that is shipped for PostgreSQL.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "emit/data_package.h"
#include "emit/dataset_schema.h"

namespace mingdan {
namespace {

using ::testing::HasSubstr;

TEST(DatasetSchema, every_table_has_a_key_of_its_columns_and_a_parent_before_it) {
    std::set<std::string_view> before;
    for (const DataTable& table : dataset_tables()) {
        EXPECT_EQ(table.columns.front().name, "notice_key");
        EXPECT_TRUE(table.parent.empty() || before.contains(table.parent)) << table.name;
        std::set<std::string_view> names;
        for (const DataColumn& column : table.columns) {
            EXPECT_TRUE(names.insert(column.name).second) << table.name << "." << column.name;
            EXPECT_FALSE(column.description.empty()) << table.name << "." << column.name;
        }
        for (const auto& list : {table.key, table.indexes}) {
            for (const std::string_view column : list) {
                EXPECT_TRUE(names.contains(column)) << table.name << "." << column;
            }
        }
        before.insert(table.name);
    }
}

TEST(DatasetSchema, sqlite_tables_are_strict_and_have_histories) {
    const std::string sql = sqlite_schema();
    EXPECT_THAT(sql, HasSubstr("CREATE TABLE \"records_history\" (\n    \"notice_key\" TEXT NOT NULL,\n    \"version\" "
                               "INTEGER NOT NULL,\n    \"roster\" INTEGER NOT NULL,\n"));
    EXPECT_THAT(sql, HasSubstr("PRIMARY KEY (\"notice_key\", \"version\", \"roster\", \"row\"),\n    FOREIGN KEY "
                               "(\"notice_key\", \"version\", \"roster\") REFERENCES \"rosters_history\""));
    EXPECT_THAT(sql, HasSubstr("\"status\" TEXT CHECK (\"status\" IN ('proposed', 'final'))"));
    EXPECT_THAT(sql, HasSubstr("CREATE INDEX \"records_by_region\" ON \"records\" (\"region\");"));
    std::size_t tables = 0;
    for (std::size_t at = sql.find(") STRICT;"); at != std::string::npos; at = sql.find(") STRICT;", at + 1)) {
        ++tables;
    }
    EXPECT_EQ(tables, 2 * kDataTables + 1);
}

TEST(DatasetSchema, the_schema_that_is_shipped_is_the_one_that_is_printed) {
    const std::string file = std::string(MINGDAN_SOURCE_DIR) + "/data/schema/postgresql.sql";
    if (std::getenv("MINGDAN_ACCEPT") != nullptr) {
        std::ofstream(file) << postgresql_schema();
    }
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    EXPECT_EQ(text.str(), postgresql_schema()) << "MINGDAN_ACCEPT=1 writes it anew";
}

TEST(DatasetSchema, the_page_for_people_has_every_column) {
    std::ostringstream page;
    page << std::ifstream(std::string(MINGDAN_SOURCE_DIR) + "/docs/dataset.md").rdbuf();
    for (const DataTable& table : dataset_tables()) {
        EXPECT_THAT(page.str(), HasSubstr("### " + std::string(table.name) + "\n"));
        for (const DataColumn& column : table.columns) {
            EXPECT_THAT(page.str(), HasSubstr("| " + std::string(column.description) + " |\n")) << column.name;
        }
    }
}

TEST(DataPackage, says_keys_checksums_and_what_is_required) {
    std::vector<DataResource> resources(kDataTables);
    resources[2] = {17, "abc"};
    const std::string json = data_package_json(resources);
    EXPECT_THAT(json, HasSubstr("\"bytes\": 17,\n      \"hash\": \"sha256:abc\","));
    EXPECT_THAT(json,
                HasSubstr("\"primaryKey\": [\"notice_key\", \"roster\", \"row\"],\n        \"foreignKeys\": [\n     "
                          "     {\"fields\": [\"notice_key\", \"roster\"], \"reference\": {\"resource\": "
                          "\"rosters\", \"fields\": [\"notice_key\", \"roster\"]}}"));
    EXPECT_THAT(json,
                HasSubstr("\"name\": \"status\", \"type\": \"string\", \"description\": \"proposed (公示) or "
                          "final\", \"constraints\": {\"required\": false, \"enum\": [\"proposed\", \"final\"]}"));
    EXPECT_THAT(json, HasSubstr("\"missingValues\": [\"\"]"));
}

}  // namespace
}  // namespace mingdan
