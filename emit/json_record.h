// A roster's rows as JSON objects (contract section 4), for the JSON and the NDJSON emitter.
#pragma once

#include <string>
#include <vector>

#include <mingdan/notice.h>

namespace mingdan {

enum class RowKind : std::uint8_t { record, total };

/// Holds a roster's keys, escaped once and not again on each row.
class JsonRecordWriter {
public:
    explicit JsonRecordWriter(const Roster& roster);

    /// Appends {"序号": 1, "区县": "市直属", …} with every column. In a total, a number column may hold the total's
    /// word and a list column's single item is the text itself.
    void append(std::string& out, const Record& record, RowKind kind) const;

private:
    const Roster& roster_;
    std::vector<std::string> keys_;
};

}  // namespace mingdan
