#include <gtest/gtest.h>

#include <streambuf>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

/// Takes so many bytes and then no more, like a full disk.
class FullBuffer : public std::streambuf {
public:
    explicit FullBuffer(std::streamsize room) : room_(room) {}

private:
    std::streamsize xsputn(const char*, std::streamsize count) override {
        const std::streamsize taken = std::min(count, room_);
        room_ -= taken;
        return taken;
    }
    int overflow(int c) override {
        if (room_ == 0) {
            return traits_type::eof();
        }
        --room_;
        return traits_type::not_eof(c);
    }
    std::streamsize room_;
};

Notice long_notice() {
    Notice notice = small_notice();
    Roster& roster = notice.rosters.front();
    for (int i = 0; i < 3000; ++i) {
        roster.records.push_back(roster.records.front());
    }
    return notice;
}

TEST(Emit, knows_its_forms) {
    std::string text;
    for (const FormatInfo& form : output_forms()) {
        text += std::string(form.name) + "=" + std::string(form.extensions) +
                (one_file_per_roster(form.name) ? "*" : "") + " ";
        EXPECT_FALSE(form.description.empty());
    }
    EXPECT_EQ(text, "json=json ndjson=ndjson csv=csv* markdown=md xlsx=xlsx ");
    EXPECT_FALSE(one_file_per_roster("xml"));
    EXPECT_TRUE(is_binary("xlsx"));
    EXPECT_FALSE(is_binary("json"));
}

TEST(Emit, names_the_forms_when_one_is_unknown) {
    std::ostringstream out;
    const Result<void> result = emit(Notice{}, "xml", out);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::usage);
    EXPECT_EQ(result.error().describe(), "no form is called \"xml\". Try: one of json, ndjson, csv, markdown, xlsx");
}

TEST(Emit, tells_when_the_stream_takes_no_more) {
    for (const char* form : {"json", "ndjson", "csv", "markdown", "xlsx"}) {
        for (const std::streamsize room : {0, 100, 70'000}) {
            FullBuffer buffer(room);
            std::ostream out(&buffer);
            const Result<void> result = emit(long_notice(), form, out);
            ASSERT_FALSE(result) << form << room;
            EXPECT_EQ(result.error().code, ErrorCode::output_unwritable);
            EXPECT_EQ(result.error().describe(),
                      "the output could not be written. Try: see whether the disk is full and whether the folder may "
                      "be written to");
        }
    }
}

TEST(Emit, refuses_invalid_utf8_in_every_form) {
    for (const char* form : {"json", "ndjson", "csv", "markdown", "xlsx"}) {
        for (const char* bad : {"甲\xFF", "\xE7\x94", "\xED\xA0\x80", "\xC0\xAF", "a\xF5"}) {
            Notice notice = small_notice();
            notice.rosters[0].records[1].values[1].items[0].text = bad;
            std::ostringstream out;
            EmitOptions options;
            options.excel = true;
            const Result<void> result = emit(notice, form, out, options);
            ASSERT_FALSE(result) << form;
            EXPECT_EQ(result.error().code, ErrorCode::output_text);
            EXPECT_EQ(out.str(), "");
        }
    }
    Notice notice = with_roster({column("名")}, {record({value({"甲\xFF乙"})})});
    EXPECT_EQ(emitted(notice, "csv"),
              "error: byte 8 of the output, 0xff, is no valid UTF-8; before it stands 名\r\n甲. Try: this is a fault "
              "of mingdan or of the "
              "program that made the notice; report it with the input");
}

TEST(Emit, writes_long_output_whole) {
    const Notice notice = long_notice();
    const std::string csv = emitted(notice, "csv");
    EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), notice.rosters[0].records.size() + 1);
    EXPECT_GT(csv.size(), 64u * 1024);
    EXPECT_TRUE(csv.ends_with("\n1,市直属,2.50,甲校；乙校\r\n"));
}

TEST(Emit, refuses_a_roster_whose_rows_and_columns_disagree) {
    const Notice notice = with_roster({column("a"), column("b")}, {record({value({"x"})})});
    EXPECT_EQ(emitted(notice, "json"), "error: a row of roster 1 has 1 values for 2 columns");
}

}  // namespace

}  // namespace mingdan::testing
