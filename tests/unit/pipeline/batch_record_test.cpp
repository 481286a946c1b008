// The state file's lines: all that is remembered comes back, and what is no line is none.
#include <gtest/gtest.h>

#include "pipeline/batch_record.h"

namespace mingdan {
namespace {

BatchRecord full_record() {
    BatchRecord record;
    InputOutcome& outcome = record.outcome;
    outcome.id = "a\tb\\t\nnotice \xFF.docx";
    outcome.status = InputStatus::failed;
    outcome.error = Error{ErrorCode::damaged_zip, "it is\tdamaged", "fetch it", "a\nb", "word/document.xml"};
    outcome.format = "docx";
    outcome.bytes = 5350;
    outcome.sha256 = std::string(64, 'a');
    outcome.findings = {3, 2, 1};
    outcome.rosters = 2;
    outcome.records = 40;
    outcome.microseconds = 1234567;
    outcome.outputs = {{".json", 12}, {".roster-1.csv", 0}};
    record.stamp = {5350, -5, 1'700'000'000'123'456'789, 77};
    record.read_at = 1'700'000'000'000'000'000;
    record.fingerprint = "0123456789abcdef";
    record.done = true;
    record.fragment_bytes = 99;
    record.fragment_fingerprint = "f";
    record.leftover = {".md"};
    return record;
}

TEST(BatchRecord, comes_back_as_it_was) {
    const BatchRecord record = full_record();
    const std::string line = record_line(record);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    EXPECT_EQ(read_record(line), record);
    BatchRecord plain;
    plain.outcome.id = "x";
    EXPECT_EQ(read_record(record_line(plain)), plain);
}

TEST(BatchRecord, cut_anywhere_is_no_record) {
    const std::string line = record_line(full_record());
    for (std::size_t length = 0; length < line.size(); ++length) {
        EXPECT_FALSE(read_record(line.substr(0, length))) << length;
    }
}

TEST(BatchRecord, with_a_byte_changed_is_no_record) {
    const std::string line = record_line(full_record());
    for (std::size_t at = 0; at < line.size(); ++at) {
        std::string damaged = line;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        EXPECT_FALSE(read_record(damaged)) << at;
    }
    EXPECT_FALSE(read_record(std::string(300, '\0')));
    EXPECT_FALSE(read_record(state_line("sync", {})));
    EXPECT_FALSE(read_record(state_line(kRecordMark, {"a", "b"})));
}

}  // namespace
}  // namespace mingdan
