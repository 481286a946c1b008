#include "emit/dataset_tables.h"

namespace mingdan {

namespace {

using enum DataKind;

constexpr bool kRequired = true;
constexpr bool kOptional = false;

constexpr std::string_view kStates = "proposed|final";
constexpr std::string_view kSeverities = "info|warning|error";
constexpr std::string_view kDay = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?";
constexpr std::string_view kDigest = "[0-9a-f]{64}";

constexpr DataColumn kKey{"notice_key", text, kRequired,
                          "the notice: folded document number and issuers, else title, date and issuers, else the "
                          "file's SHA-256"};
constexpr DataColumn kRoster{"roster", integer, kRequired, "which roster of the notice, from 1"};
constexpr DataColumn kRow{"row", integer, kRequired, "which record of the roster, from 1"};
constexpr DataColumn kYear{"year", integer, kOptional, "of the document number, else of the date"};
constexpr DataColumn kNumber{"number", text, kOptional, "document number (发文字号)"};
constexpr DataColumn kDate{"date", text, kOptional, "of the notice, ISO 8601; day or month may be missing", {}, kDay};
constexpr DataColumn kStatus{"status", text, kOptional, "proposed (公示) or final", kStates};
constexpr DataColumn kSource{"source", text, kRequired, "the file's place below the folder given"};
constexpr DataColumn kAnnex{"annex", text, kOptional, "label of the annex that holds the roster"};

constexpr DataColumn kNotices[] = {
    kKey,
    kYear,
    kNumber,
    {"title", text, kOptional, "title of the notice"},
    {"issuers", text, kOptional, "who issued it, joined by ；"},
    kDate,
    kStatus,
    {"addressees", text, kOptional, "whom it is addressed to, joined by ；"},
    kSource,
    {"format", text, kRequired, "what the file is: docx, text …"},
    {"bytes", integer, kRequired, "size of the file"},
    {"sha256", text, kRequired, "SHA-256 of the file", {}, kDigest},
    {"rosters", integer, kRequired, "how many rosters it has"},
    {"records", integer, kRequired, "how many records, of all rosters"},
    {"findings", integer, kRequired, "how many findings"},
    {"body", text, kOptional, "its paragraphs, parted by line feeds"},
};

constexpr DataColumn kRosters[] = {
    kKey,
    kRoster,
    kAnnex,
    {"title", text, kOptional, "title of the roster"},
    {"heading", text, kOptional, "heading above this one table of the annex"},
    {"columns", array, kRequired, "its columns, objects of name, role and type, in order"},
    {"records", integer, kRequired, "how many records"},
    {"totals", array, kOptional, "its totals rows, objects like records"},
    {"notes", text, kOptional, "its notes, parted by line feeds"},
};

constexpr DataColumn kRecords[] = {
    kKey,
    kRoster,
    kRow,
    kYear,
    kNumber,
    {"issuer", text, kOptional, "who issued the notice, several joined by ；"},
    kDate,
    kStatus,
    kSource,
    kAnnex,
    // From here on one column a role, in the order of the roles; "other" has none.
    {"record_index", text, kOptional, "value of the column with the role index, as printed"},
    {"region", text, kOptional, "of the role region; here and below several columns and items are joined by ；"},
    {"section", text, kOptional, "of the role section"},
    {"name", text, kOptional, "of the role name"},
    {"organisation", text, kOptional, "of the role organisation"},
    {"person", text, kOptional, "of the role person"},
    {"award", text, kOptional, "of the role award"},
    {"amount", text, kOptional, "of the role amount, its digits as printed"},
    {"code", text, kOptional, "of the role code"},
    {"record_date", text, kOptional, "of the role date"},
    {"contact", text, kOptional, "of the role contact"},
    {"remark", text, kOptional, "of the role remark"},
    {"record", object, kRequired, "the whole record with the roster's own column names, as in NDJSON"},
};

constexpr DataColumn kMembers[] = {
    kKey,
    kRoster,
    kRow,
    {"column", text, kRequired, "name of the list column"},
    {"position", integer, kRequired, "which item of the list, from 1"},
    {"role", text, kRequired, "role of the column"},
    {"item", text, kRequired, "the item"},
};

constexpr DataColumn kFindings[] = {
    kKey,
    {"finding", integer, kRequired, "which finding of the notice, from 1"},
    {"code", text, kRequired, "what kind"},
    {"severity", text, kRequired, "how much it matters", kSeverities},
    {"message", text, kRequired, "what was seen"},
    {"roster", integer, kOptional, "the roster it concerns, from 1"},
    {"row", integer, kOptional, "the record it concerns, from 1"},
    {"column", text, kOptional, "the column it concerns"},
    {"field", text, kOptional, "the part of the notice it concerns: number, body …"},
    {"place", text, kOptional, "where in the file"},
};

constexpr std::string_view kNoticeKey[] = {"notice_key"};
constexpr std::string_view kRosterKey[] = {"notice_key", "roster"};
constexpr std::string_view kRecordKey[] = {"notice_key", "roster", "row"};
constexpr std::string_view kMemberKey[] = {"notice_key", "roster", "row", "column", "position"};
constexpr std::string_view kFindingKey[] = {"notice_key", "finding"};
constexpr std::string_view kNoticeIndexes[] = {"date", "number", "source"};
constexpr std::string_view kRecordIndexes[] = {"year", "region", "name", "date"};
constexpr std::string_view kMemberIndexes[] = {"item"};
constexpr std::string_view kFindingIndexes[] = {"code"};

constexpr DataTable kTables[] = {
    {"notices", "one row a notice", kNotices, kNoticeKey, "", kNoticeIndexes},
    {"rosters", "one row for each list that a notice publishes", kRosters, kRosterKey, "notices", {}},
    {"records", "one row for each record of a roster", kRecords, kRecordKey, "rosters", kRecordIndexes},
    {"members", "one row for each item of a list in a record", kMembers, kMemberKey, "records", kMemberIndexes},
    {"findings", "what a person should look at", kFindings, kFindingKey, "notices", kFindingIndexes},
};
static_assert(std::size(kTables) == kDataTables);

}  // namespace

std::span<const DataTable> dataset_tables() {
    return kTables;
}

const DataTable& dataset_table(DataTableId id) {
    return kTables[static_cast<std::size_t>(id)];
}

}  // namespace mingdan
