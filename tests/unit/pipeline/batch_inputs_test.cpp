// Which inputs a command names, in which order, under which names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <fmt/format.h>
#include <sys/stat.h>

#include "pipeline/batch_inputs.h"
#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BatchInputsTest : public ::testing::Test {
protected:
    BatchInputsTest() { options_.forms = {"json", "csv"}; }

    Result<BatchInputs> find(std::vector<std::string> words, const std::string& manifest = "") {
        options_.inputs = std::move(words);
        options_.manifest = manifest;
        return find_inputs(options_, file::look_at(scratch_.path("out")).identity);
    }

    /// "2023/a.docx", "~$a.docx (lock-file)", "b.docx (name-taken)".
    std::vector<std::string> found(std::vector<std::string> words, const std::string& manifest = "") {
        const Result<BatchInputs> inputs = find(std::move(words), manifest);
        std::vector<std::string> list;
        EXPECT_TRUE(inputs) << inputs.error().describe();
        for (std::size_t i = 0; inputs && i < inputs->size(); ++i) {
            std::string text = inputs->id(i);
            if (const BatchInputs::Verdict* verdict = inputs->verdict(i)) {
                const auto* reason = std::get_if<PassedOver>(verdict);
                text += fmt::format(" ({})", reason != nullptr ? passed_over_name(*reason)
                                                               : error_name(std::get<Error>(*verdict).code));
            }
            list.push_back(text);
        }
        return list;
    }

    std::string in(std::string_view name = "in") const { return scratch_.path(name); }
    void link(const std::string& to, const std::string& name) const {
        std::filesystem::create_symlink(to, scratch_.path(name));
    }
    void write(std::initializer_list<const char*> names) const {
        for (const char* name : names) {
            scratch_.write(name, "x");
        }
    }

    Scratch scratch_;
    BatchOptions options_;
};

TEST_F(BatchInputsTest, a_folder_is_walked_in_bytewise_order_and_ids_are_places_below_it) {
    write({"in/b.docx", "in/a/z.txt", "in/a/b/y.DOCX", "in/通知.docx"});
    EXPECT_THAT(found({in()}), ElementsAre("a/b/y.DOCX", "a/z.txt", "b.docx", "通知.docx"));
    EXPECT_THAT(found({in() + "/"}), ElementsAre("a/b/y.DOCX", "a/z.txt", "b.docx", "通知.docx"));
}

TEST_F(BatchInputsTest, paths_say_where_to_read) {
    write({"in/a/z.txt"});
    const Result<BatchInputs> inputs = find({in()});
    ASSERT_TRUE(inputs);
    EXPECT_EQ(inputs->path(0), in("in/a/z.txt"));
}

TEST_F(BatchInputsTest, what_is_no_input_is_passed_over_and_said) {
    write({"in/~$a.docx", "in/.hidden.docx", "in/.git/x.docx", "in/photo.jpg", "in/noextension", "in/old.doc",
           "in/scan.pdf", "in/.~lock.a.docx#"});
    ASSERT_EQ(::mkfifo(in("in/pipe.txt").c_str(), 0600), 0);
    EXPECT_THAT(found({in()}),
                ElementsAre(".git (hidden)", ".hidden.docx (hidden)", ".~lock.a.docx# (lock-file)",
                            "noextension (unknown-extension)", "old.doc", "photo.jpg (unknown-extension)",
                            "pipe.txt (not-a-file)", "scan.pdf", "~$a.docx (lock-file)"));
}

TEST_F(BatchInputsTest, a_file_that_is_named_is_always_tried) {
    write({"in/~$a.docx", "in/.hidden", "in/photo.jpg"});
    EXPECT_THAT(found({in("in/~$a.docx"), in("in/.hidden"), in("in/photo.jpg")}),
                ElementsAre("~$a.docx", ".hidden", "photo.jpg"));
}

TEST_F(BatchInputsTest, links_that_go_in_circles_end) {
    write({"in/a/x.txt", "in/b/y.txt"});
    link("..", "in/a/up");
    link("loop", "in/loop");
    link("../a", "in/b/other");
    link("a/x.txt", "in/file.txt");
    link("nothing.txt", "in/gone.txt");
    link("loop.txt", "in/loop.txt");
    EXPECT_THAT(found({in()}), ElementsAre("a/up (link-loop)", "a/x.txt", "b/other (same-folder)", "b/y.txt",
                                           "file.txt", "gone.txt", "loop (unknown-extension)", "loop.txt (link-loop)"));
}

TEST_F(BatchInputsTest, the_output_folder_may_lie_in_the_input_folder_but_not_be_it) {
    write({"x.docx", "out/x.docx.json", "out/y.docx"});
    EXPECT_THAT(found({scratch_.path()}), ElementsAre("out (output-folder)", "x.docx"));
    const Result<BatchInputs> same = find({scratch_.path("out")});
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().code, ErrorCode::usage);
}

TEST_F(BatchInputsTest, patterns_are_places_below_their_fixed_folder) {
    write({"in/2022/a.docx", "in/2022/b.txt", "in/2023/a.docx", "in/2023/deep/c.docx", "in/2023/~$a.docx"});
    EXPECT_THAT(found({in("in/*/a.docx")}), ElementsAre("2022/a.docx", "2023/a.docx"));
    EXPECT_THAT(found({in("in/**/*.docx")}),
                ElementsAre("2022/a.docx", "2023/a.docx", "2023/deep/c.docx", "2023/~$a.docx (lock-file)"));
    EXPECT_THAT(found({in("in/2022/*.t?t")}), ElementsAre("b.txt"));
    EXPECT_THAT(found({in("in/202[3]")}), ElementsAre("2023/a.docx", "2023/deep/c.docx", "2023/~$a.docx (lock-file)"));
    EXPECT_THAT(found({in("in/*.rtf")}), ElementsAre(in("in/*.rtf").substr(1) + " (not-found)"));
}

TEST_F(BatchInputsTest, a_pattern_asks_for_what_it_names_whatever_the_extension) {
    write({"in/a.dat", "in/b.dat"});
    EXPECT_THAT(found({in("in/*.dat")}), ElementsAre("a.dat", "b.dat"));
}

TEST_F(BatchInputsTest, a_file_whose_name_is_a_pattern_is_that_file) {
    write({"in/[1].docx", "in/1.docx"});
    EXPECT_THAT(found({in("in/[1].docx")}), ElementsAre("[1].docx"));
}

TEST_F(BatchInputsTest, what_is_missing_fails_and_makes_the_list_incomplete) {
    write({"in/a.docx"});
    Result<BatchInputs> inputs = find({in("none"), in()});
    ASSERT_TRUE(inputs);
    EXPECT_EQ(inputs->size(), 2u);
    EXPECT_FALSE(inputs->complete());
    EXPECT_EQ(std::get<Error>(*inputs->verdict(0)).code, ErrorCode::not_found);
    inputs = find({in()});
    ASSERT_TRUE(inputs);
    EXPECT_TRUE(inputs->complete());
}

TEST_F(BatchInputsTest, of_two_inputs_with_one_name_the_first_has_it) {
    write({"2022/notice.docx", "2023/notice.docx", "2023/other.docx"});
    EXPECT_THAT(found({in("2022"), in("2023")}), ElementsAre("notice.docx", "notice.docx (name-taken)", "other.docx"));
    EXPECT_THAT(found({in("2023"), in("2022")}), ElementsAre("notice.docx", "other.docx", "notice.docx (name-taken)"));
    const Result<BatchInputs> inputs = find({in("2022"), in("2023")});
    ASSERT_TRUE(inputs);
    EXPECT_NE(std::get<Error>(*inputs->verdict(1)).message.find(in("2022/notice.docx")), std::string::npos);
    EXPECT_THAT(inputs->by_id(), ElementsAre(0, 2));
}

TEST_F(BatchInputsTest, the_same_file_named_twice_is_one_input) {
    write({"in/a.docx", "in/b.docx", "in/c.jpg"});
    EXPECT_THAT(found({in("in/b.docx"), in(), in("in/a.docx")}),
                ElementsAre("b.docx", "a.docx", "c.jpg (unknown-extension)"));
}

TEST_F(BatchInputsTest, a_folder_with_the_name_of_a_result_has_to_give_way) {
    write({"in/a.docx", "in/a.docx.json/b.docx", "in/a.docx.roster-2.csv/c.docx", "in/a.docx.md/d.docx"});
    EXPECT_THAT(found({in()}), ElementsAre("a.docx", "a.docx.json/b.docx (name-taken)", "a.docx.md/d.docx",
                                           "a.docx.roster-2.csv/c.docx (name-taken)"));
}

TEST_F(BatchInputsTest, the_batchs_own_names_are_not_given_away) {
    write({"in/report", "in/report.docx"});
    options_.forms = {"ndjson"};
    EXPECT_THAT(found({in("in/report"), in("in/report.docx")}), ElementsAre("report (name-taken)", "report.docx"));
}

TEST_F(BatchInputsTest, a_manifest_lists_paths_or_objects_and_keeps_their_places) {
    write({"in/a.docx", "in/b.docx"});
    const std::string a = in("in/a.docx");
    scratch_.write("list", fmt::format("{}\r\n\n{{\"path\": \"{}\", \"id\": \"2023/b.docx\"}}\nin/../../x.docx\n", a,
                                       in("in/b.docx")));
    EXPECT_THAT(found({}, scratch_.path("list")), ElementsAre(a.substr(1), "2023/b.docx", "x.docx (not-found)"));
}

TEST_F(BatchInputsTest, a_manifest_that_cannot_be_read_stops_the_batch_and_its_line_is_named) {
    EXPECT_EQ(find({}, scratch_.path("none")).error().code, ErrorCode::not_found);
    scratch_.write("list", "\n{\"id\": \"x\"}\n");
    const Result<BatchInputs> inputs = find({}, scratch_.path("list"));
    ASSERT_FALSE(inputs);
    EXPECT_EQ(inputs.error().part, "line 2");
    scratch_.write("list", "");
    EXPECT_THAT(found({}, scratch_.path("list")), IsEmpty());
}

TEST(Pattern, matches_as_shells_do) {
    struct Case {
        const char* place;
        const char* pattern;
        bool matches;
    };
    for (const Case& is : std::initializer_list<Case>{{"a.docx", "*.docx", true},
                                                      {"a/b.docx", "*.docx", false},
                                                      {"a/b.docx", "*/*.docx", true},
                                                      {"b.docx", "**/*.docx", true},
                                                      {"a/b/c.docx", "**/*.docx", true},
                                                      {"a/b/c.docx", "a/**/c.docx", true},
                                                      {"a/c.docx", "a/**/c.docx", true},
                                                      {"a/b/c.docx", "**", true},
                                                      {".a.docx", "*.docx", false},
                                                      {"名单.docx", "?单.docx", true},
                                                      {"a1", "a[0-9]", true},
                                                      {"ab", "a[0-9]", false},
                                                      {"ab", "a[!0-9]", true},
                                                      {"a二b", "a[一二三]b", true},
                                                      {"a四b", "a[一二三]b", false},
                                                      {"a]", "a[]]", true},
                                                      {"a[", "a[", true},
                                                      {"aXbXc", "a*b*c", true},
                                                      {"aXbX", "a*b*c", false},
                                                      {"\xFF.txt", "?.txt", true}}) {
        EXPECT_EQ(matches(is.place, is.pattern), is.matches) << is.place << " and " << is.pattern;
    }
}

TEST(Pattern, begins_below_its_fixed_folder) {
    EXPECT_EQ(fixed_folder("*.docx"), ".");
    EXPECT_EQ(fixed_folder("/*.docx"), "/");
    EXPECT_EQ(fixed_folder("a/b/*.docx"), "a/b");
    EXPECT_EQ(fixed_folder("a/b*/c/x?"), "a");
}

TEST_F(BatchInputsTest, what_a_manifest_says_of_contents_stays_with_its_inputs) {
    const std::string one(64, '1');
    const std::string two(64, '2');
    scratch_.write("list",
                   "{\"id\": \"a\", \"path\": \"a\", \"sha256\": \"" + one +
                       "\"}\n{\"id\": \"b\", \"path\": \"b\"}\n{\"id\": \"c\", \"path\": \"c\", \"sha256\": \"" + two +
                       "\"}\n{\"id\": \"d\", \"path\": \"d\"}\n");
    Result<BatchInputs> inputs = find({}, scratch_.path("list"));
    ASSERT_TRUE(inputs);
    EXPECT_THAT((std::vector{inputs->planned(0), inputs->planned(1), inputs->planned(2), inputs->planned(3)}),
                ElementsAre(one, "", two, ""));
    inputs->keep_only([](std::string_view id) { return id != "a"; });
    ASSERT_EQ(inputs->size(), 3u);
    EXPECT_THAT((std::vector{inputs->planned(0), inputs->planned(1), inputs->planned(2)}), ElementsAre("", two, ""));
    inputs->keep_only([](std::string_view id) { return id == "d"; });
    EXPECT_EQ(inputs->id(0), "d");
    EXPECT_EQ(inputs->planned(0), "");
}

}  // namespace
}  // namespace mingdan
