// A dataset's database while it is brought up to date: what it holds of a notice, and putting other versions in their
// place, one transaction a notice.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/result.h>

#include "pipeline/collector.h"
#include "pipeline/dataset_fragment.h"
#include "wrap/sqlite.h"

namespace mingdan {

/// One document of a notice.
struct StoredVersion {
    std::int64_t version = 0;
    std::string sha256;
    std::string source;
    std::string digest;  ///< of its rows
    bool in_force = false;
    const Fragment* document =
        nullptr;  ///< where its rows are, if an input has it now; else they stand in the database
};

class DatasetStore {
public:
    /// Makes a database at `path` that holds what `former` does, if there is such a file.
    static Result<DatasetStore> open(const std::string& path, const std::string& former);

    /// Of all notices, in bytewise order.
    Result<std::vector<std::string>> keys();
    /// In the order of their versions.
    Result<std::vector<StoredVersion>> versions(const std::string& key);
    /// Makes the versions of a notice those that are wanted, numbered from 1. `known` is what `versions` gave; what is
    /// wanted and has no document is one of them.
    Result<void> replace(const std::string& key, const std::vector<StoredVersion>& known,
                         const std::vector<StoredVersion>& wanted);

    Result<void> close();

private:
    /// The commands of one table.
    struct Commands {
        sqlite::Statement insert;          ///< its columns; for notices an upsert
        sqlite::Statement insert_history;  ///< its columns, and the version
        sqlite::Statement retire;          ///< copies rows to the history: key, version
    };
    struct Prepared {
        std::vector<Commands> tables;
        sqlite::Statement select_versions;
        sqlite::Statement insert_version;
        sqlite::Statement delete_versions;
        sqlite::Statement renumber;        ///< new version, key, old version
        sqlite::Statement delete_history;  ///< key, first version that stays
        sqlite::Statement delete_rosters;
        sqlite::Statement delete_findings;
        sqlite::Statement delete_notice;
    };

    explicit DatasetStore(sqlite::Database database) : database_(std::move(database)) {}
    Result<void> prepare();
    Result<Commands> prepare_table(const DataTable& table);
    Result<sqlite::Statement> prepared(const std::string& command);
    Result<void> replace_rows(const std::string& key, const std::vector<StoredVersion>& known,
                              const std::vector<StoredVersion>& wanted);
    Result<void> set_formers_aside(const std::string& key, const std::vector<StoredVersion>& wanted);
    Result<void> put_in_force(const std::string& key, const std::vector<StoredVersion>& known,
                              const std::vector<StoredVersion>& wanted);
    Result<void> insert_rows(const Fragment& document, std::int64_t version);
    Result<void> note_versions(const std::string& key, const std::vector<StoredVersion>& wanted);

    sqlite::Database database_;
    std::vector<Prepared> prepared_;  ///< one, once all is prepared; it goes before the database does
};

}  // namespace mingdan
