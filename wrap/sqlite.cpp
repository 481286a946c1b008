// SQLite 3.40. A full disk comes as SQLITE_FULL, a limit on file sizes as an I/O error with the system's number.
#include "wrap/sqlite.h"

#include <cerrno>

#include <fmt/format.h>
#include <sqlite3.h>

#include "model/try.h"

namespace mingdan::sqlite {

namespace {

bool is_full(sqlite3* database, int code) {
    const int number = sqlite3_system_errno(database);
    return code == SQLITE_FULL || (code == SQLITE_IOERR && (number == EFBIG || number == ENOSPC || number == EDQUOT));
}

Error error_of(sqlite3* database) {
    if (database == nullptr) {
        return fail(ErrorCode::out_of_memory, "there is not enough memory for the database");
    }
    const int code = sqlite3_errcode(database) & 0xFF;
    const char* name = sqlite3_db_filename(database, "main");
    Error error;
    if (is_full(database, code)) {
        error = fail(ErrorCode::output_full, "the database cannot be written: no space left",
                     "free some space, or choose another place with -o");
    } else if (code == SQLITE_NOMEM) {
        error = fail(ErrorCode::out_of_memory, "there is not enough memory for the database");
    } else if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
        error =
            fail(ErrorCode::output_unwritable, fmt::format("this is no sound database ({})", sqlite3_errmsg(database)),
                 "move it away; the next run makes a new one, without the history that it held");
    } else {
        error = fail(ErrorCode::output_unwritable, fmt::format("the database says: {}", sqlite3_errmsg(database)),
                     "see whether the folder may be written to and nobody else works on the database");
    }
    error.file = name == nullptr ? "" : name;
    return error;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Error Statement::error() const {
    return error_of(sqlite3_db_handle(statement_.get()));
}

Result<void> Statement::bind(int parameter, std::string_view text) {
    const int code =
        sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return code == SQLITE_OK ? Result<void>() : error();
}

Result<void> Statement::bind(int parameter, std::int64_t number) {
    return sqlite3_bind_int64(statement_.get(), parameter, number) == SQLITE_OK ? Result<void>() : error();
}

Result<void> Statement::bind_null(int parameter) {
    return sqlite3_bind_null(statement_.get(), parameter) == SQLITE_OK ? Result<void>() : error();
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error seen = error();
    reset();
    return seen;
}

Result<void> Statement::run() {
    TRY_ASSIGN(const bool row, step());
    if (row) {
        reset();
    }
    return {};
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::string& path, Mode mode) {
    const int flags = mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database;
    database.database_.reset(opened);
    if (code != SQLITE_OK) {
        Error error = error_of(opened);
        error.file = path;
        return error;
    }
    sqlite3_busy_timeout(opened, 10'000);
    return database;
}

Result<void> Database::run(const std::string& commands) {
    const int code = sqlite3_exec(database_.get(), commands.c_str(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : error_of(database_.get());
}

Result<Statement> Database::prepare(std::string_view command) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), command.data(), static_cast<int>(command.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) {
        return error_of(database_.get());
    }
    return Statement(statement);
}

Result<std::int64_t> Database::number(std::string_view command) {
    TRY_ASSIGN(Statement statement, prepare(command));
    TRY_ASSIGN(const bool row, statement.step());
    return row ? statement.number(0) : 0;
}

Result<void> Database::copy_from(Database& other) {
    sqlite3_backup* backup = sqlite3_backup_init(database_.get(), "main", other.database_.get(), "main");
    if (backup == nullptr) {
        return error_of(database_.get());
    }
    int code = SQLITE_OK;
    for (int attempt = 0; attempt < 100; ++attempt) {
        code = sqlite3_backup_step(backup, -1);
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED) {
            break;
        }
        sqlite3_sleep(100);
    }
    sqlite3_backup_finish(backup);  // which leaves its error in the target
    return code == SQLITE_DONE ? Result<void>() : error_of(database_.get());
}

Result<void> Database::close() {
    if (sqlite3_close(database_.get()) != SQLITE_OK) {
        return error_of(database_.get());
    }
    static_cast<void>(database_.release());
    return {};
}

}  // namespace mingdan::sqlite
