// No journal: the file is a copy that nobody has seen yet, and is thrown away where anything fails.
#include "pipeline/dataset_store.h"

#include <algorithm>

#include <fmt/format.h>

#include "emit/dataset_schema.h"
#include "model/try.h"
#include "wrap/stamp.h"

namespace mingdan {

namespace {

constexpr std::int64_t kApplication = 0x4D644473;  // "MdDs"
constexpr std::int64_t kLayout = 1;                ///< of the tables; the database's user_version
/// Where versions wait while others change their numbers.
constexpr std::int64_t kAside = 1'000'000'000;

std::string parameters(std::size_t count) {
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) {
        text += fmt::format("{}?{}", i == 1 ? "" : ", ", i);
    }
    return text;
}

std::string upsert(const DataTable& table) {
    std::string sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", sql_name(table.name), sql_columns(table),
                                  parameters(table.columns.size()));
    if (table.parent.empty()) {
        sql += fmt::format(" ON CONFLICT ({}) DO UPDATE SET ", sql_name(table.key.front()));
        for (const DataColumn& column : table.columns.subspan(1)) {
            sql += fmt::format("{}{} = excluded.{}", &column == &table.columns[1] ? "" : ", ", sql_name(column.name),
                               sql_name(column.name));
        }
    }
    return sql;
}

Result<void> require_ours(sqlite::Database& database, const std::string& path) {
    TRY_ASSIGN(const std::int64_t application, database.number("PRAGMA application_id"));
    TRY_ASSIGN(const std::int64_t layout, database.number("PRAGMA user_version"));
    if (application == kApplication && layout == kLayout) {
        return {};
    }
    Error error = fail(ErrorCode::output_unwritable,
                       application == kApplication ? "this database was made by another version of mingdan"
                                                   : "this is no database of mingdan",
                       "move it away; the next run makes a new one, without the history that it held");
    error.file = path;
    return error;
}

Result<void> bind_row(sqlite::Statement& statement, const DataRow& row) {
    int parameter = 0;
    for (const DataValue& value : row.values) {
        ++parameter;
        TRY(value ? statement.bind(parameter, *value) : statement.bind_null(parameter));
    }
    return {};
}

}  // namespace

Result<DatasetStore> DatasetStore::open(const std::string& path, const std::string& former) {
    TRY_ASSIGN(sqlite::Database database, sqlite::Database::open(path, sqlite::Database::Mode::create));
    const bool fresh = !file::stamp_of(former);
    if (!fresh) {
        TRY_ASSIGN(sqlite::Database old, sqlite::Database::open(former, sqlite::Database::Mode::read));
        TRY(require_ours(old, former));
        TRY(database.copy_from(old));
        TRY(database.run("PRAGMA journal_mode = DELETE"));
    }
    TRY(
        database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
                     "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000"));
    if (fresh) {
        TRY(database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; BEGIN; {} COMMIT",
                                     kApplication, kLayout, sqlite_schema())));
    }
    DatasetStore store(std::move(database));
    TRY(store.prepare());
    return store;
}

Result<sqlite::Statement> DatasetStore::prepared(const std::string& command) {
    return database_.prepare(command);
}

Result<DatasetStore::Commands> DatasetStore::prepare_table(const DataTable& table) {
    const std::size_t count = table.columns.size();
    const std::string columns = sql_columns(table);
    const std::string history = sql_history_name(table);
    TRY_ASSIGN(sqlite::Statement insert, prepared(upsert(table)));
    TRY_ASSIGN(sqlite::Statement insert_history, prepared(fmt::format("INSERT INTO {} ({}, \"version\") VALUES ({})",
                                                                      history, columns, parameters(count + 1))));
    TRY_ASSIGN(sqlite::Statement retire,
               prepared(fmt::format("INSERT INTO {} ({}, \"version\") SELECT {}, ?2 FROM {} WHERE \"notice_key\" = ?1",
                                    history, columns, columns, sql_name(table.name))));
    return Commands{std::move(insert), std::move(insert_history), std::move(retire)};
}

Result<void> DatasetStore::prepare() {
    std::vector<Commands> tables;
    for (const DataTable& table : dataset_tables()) {
        TRY_ASSIGN(Commands commands, prepare_table(table));
        tables.push_back(std::move(commands));
    }
    TRY_ASSIGN(auto select_versions, prepared("SELECT \"version\", \"sha256\", \"source\", \"digest\", \"in_force\" "
                                              "FROM \"versions\" WHERE \"notice_key\" = ?1 ORDER BY \"version\""));
    TRY_ASSIGN(auto insert_version, prepared("INSERT INTO \"versions\" (\"notice_key\", \"version\", \"sha256\", "
                                             "\"source\", \"digest\", \"in_force\") VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    TRY_ASSIGN(auto delete_versions, prepared("DELETE FROM \"versions\" WHERE \"notice_key\" = ?1"));
    TRY_ASSIGN(auto renumber, prepared("UPDATE \"notices_history\" SET \"version\" = ?1 "
                                       "WHERE \"notice_key\" = ?2 AND \"version\" = ?3"));
    TRY_ASSIGN(auto delete_history,
               prepared("DELETE FROM \"notices_history\" WHERE \"notice_key\" = ?1 AND \"version\" < ?2"));
    TRY_ASSIGN(auto delete_rosters, prepared("DELETE FROM \"rosters\" WHERE \"notice_key\" = ?1"));
    TRY_ASSIGN(auto delete_findings, prepared("DELETE FROM \"findings\" WHERE \"notice_key\" = ?1"));
    TRY_ASSIGN(auto delete_notice, prepared("DELETE FROM \"notices\" WHERE \"notice_key\" = ?1"));
    prepared_.push_back(Prepared{std::move(tables), std::move(select_versions), std::move(insert_version),
                                 std::move(delete_versions), std::move(renumber), std::move(delete_history),
                                 std::move(delete_rosters), std::move(delete_findings), std::move(delete_notice)});
    return {};
}

Result<std::vector<std::string>> DatasetStore::keys() {
    TRY_ASSIGN(sqlite::Statement select,
               database_.prepare("SELECT DISTINCT \"notice_key\" FROM \"versions\" ORDER BY \"notice_key\""));
    std::vector<std::string> keys;
    for (;;) {
        TRY_ASSIGN(const bool more, select.step());
        if (!more) {
            return keys;
        }
        keys.push_back(select.text(0));
    }
}

Result<std::vector<StoredVersion>> DatasetStore::versions(const std::string& key) {
    sqlite::Statement& select = prepared_.front().select_versions;
    TRY(select.bind(1, key));
    std::vector<StoredVersion> versions;
    for (;;) {
        TRY_ASSIGN(const bool more, select.step());
        if (!more) {
            return versions;
        }
        versions.push_back(
            {select.number(0), select.text(1), select.text(2), select.text(3), select.number(4) != 0, nullptr});
    }
}

Result<void> DatasetStore::replace(const std::string& key, const std::vector<StoredVersion>& known,
                                   const std::vector<StoredVersion>& wanted) {
    TRY(database_.run("BEGIN"));
    TRY(replace_rows(key, known, wanted));
    return database_.run("COMMIT");
}

Result<void> DatasetStore::replace_rows(const std::string& key, const std::vector<StoredVersion>& known,
                                        const std::vector<StoredVersion>& wanted) {
    Prepared& prepared = prepared_.front();
    TRY(set_formers_aside(key, wanted));
    TRY(prepared.delete_history.bind(1, key));
    TRY(prepared.delete_history.bind(2, kAside));
    TRY(prepared.delete_history.run());
    std::int64_t version = 0;
    for (const StoredVersion& is : wanted) {
        ++version;
        if (is.document == nullptr) {
            TRY(prepared.renumber.bind(1, version));
            TRY(prepared.renumber.bind(2, key));
            TRY(prepared.renumber.bind(3, kAside + is.version));
            TRY(prepared.renumber.run());
        } else if (!is.in_force) {
            TRY(insert_rows(*is.document, version));
        }
    }
    TRY(put_in_force(key, known, wanted));
    return note_versions(key, wanted);
}

/// Those whose rows stand in the database only.
Result<void> DatasetStore::set_formers_aside(const std::string& key, const std::vector<StoredVersion>& wanted) {
    Prepared& prepared = prepared_.front();
    for (const StoredVersion& is : wanted) {
        if (is.document != nullptr) {
            continue;
        }
        if (is.in_force) {
            for (Commands& table : prepared.tables) {
                TRY(table.retire.bind(1, key));
                TRY(table.retire.bind(2, kAside + is.version));
                TRY(table.retire.run());
            }
            continue;
        }
        TRY(prepared.renumber.bind(1, kAside + is.version));
        TRY(prepared.renumber.bind(2, key));
        TRY(prepared.renumber.bind(3, is.version));
        TRY(prepared.renumber.run());
    }
    return {};
}

Result<void> DatasetStore::put_in_force(const std::string& key, const std::vector<StoredVersion>& known,
                                        const std::vector<StoredVersion>& wanted) {
    Prepared& prepared = prepared_.front();
    const bool any = !wanted.empty() && wanted.back().document != nullptr;
    const bool stays = any && std::any_of(known.begin(), known.end(), [&](const StoredVersion& is) {
                           return is.in_force && is.digest == wanted.back().digest;
                       });
    if (stays) {
        return {};
    }
    for (sqlite::Statement* command : {&prepared.delete_rosters, &prepared.delete_findings, &prepared.delete_notice}) {
        if (!any || command != &prepared.delete_notice) {
            TRY(command->bind(1, key));
            TRY(command->run());
        }
    }
    return any ? insert_rows(*wanted.back().document, 0) : Result<void>();
}

/// Into the tables of what is in force (version 0), or into the histories.
Result<void> DatasetStore::insert_rows(const Fragment& document, std::int64_t version) {
    TRY_ASSIGN(FragmentReader reader, FragmentReader::open(document.file));
    DataRow row;
    for (;;) {
        TRY_ASSIGN(const bool more, reader.next(row));
        if (!more) {
            return {};
        }
        Commands& table = prepared_.front().tables[static_cast<std::size_t>(row.table)];
        sqlite::Statement& insert = version == 0 ? table.insert : table.insert_history;
        TRY(bind_row(insert, row));
        if (version != 0) {
            TRY(insert.bind(static_cast<int>(row.values.size()) + 1, version));
        }
        TRY(insert.run());
    }
}

Result<void> DatasetStore::note_versions(const std::string& key, const std::vector<StoredVersion>& wanted) {
    Prepared& prepared = prepared_.front();
    TRY(prepared.delete_versions.bind(1, key));
    TRY(prepared.delete_versions.run());
    sqlite::Statement& insert = prepared.insert_version;
    std::int64_t version = 0;
    for (const StoredVersion& is : wanted) {
        TRY(insert.bind(1, key));
        TRY(insert.bind(2, ++version));
        TRY(insert.bind(3, is.sha256));
        TRY(insert.bind(4, is.source));
        TRY(insert.bind(5, is.digest));
        TRY(insert.bind(6, std::int64_t{is.document != nullptr && is.in_force}));
        TRY(insert.run());
    }
    return {};
}

Result<void> DatasetStore::close() {
    prepared_.clear();
    return database_.close();
}

}  // namespace mingdan
