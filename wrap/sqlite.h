// A database in one file, by SQLite. Used by one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <mingdan/result.h>

struct sqlite3;
struct sqlite3_stmt;

namespace mingdan::sqlite {

/// One command, prepared once and run often. Its database has to outlive it.
class Statement {
public:
    // Parameters count from 1. A text has to live until the run ends.
    Result<void> bind(int parameter, std::string_view text);
    Result<void> bind(int parameter, std::int64_t number);
    Result<void> bind_null(int parameter);

    /// The next row; false behind the last one, and the command can be run again.
    Result<bool> step();
    /// Runs a command without rows.
    Result<void> run();
    /// Ends a run before its last row.
    void reset();

    // Columns of the row, which count from 0.
    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    Error error() const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
public:
    enum class Mode : std::uint8_t { read, create };
    /// Errors name the file.
    static Result<Database> open(const std::string& path, Mode mode);

    /// Any number of commands.
    Result<void> run(const std::string& commands);
    Result<Statement> prepare(std::string_view command);
    /// The first value of the first row, or 0.
    Result<std::int64_t> number(std::string_view command);

    /// Makes this one a copy of another, whoever may write to that one meanwhile.
    Result<void> copy_from(Database& other);
    /// Says whether the last bytes arrived too.
    Result<void> close();

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    Database() = default;

    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace mingdan::sqlite
