// Files by POSIX: a file is read whole or refused, and written whole or not at all.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <mingdan/result.h>

#include "wrap/descriptor.h"
#include "wrap/stamp.h"

namespace mingdan::file {

/// The path that stands for standard input or output.
inline constexpr std::string_view kStandard = "-";

/// All bytes of a regular file, or of standard input. Folders, pipes, sockets and devices are refused without being
/// opened, and so is what holds nothing or more than `limit` bytes.
/// `stamp` is what the system said of the file just before its first byte was read; not set for standard input.
Result<std::string> read_whole(const std::string& path, std::uint64_t limit, Stamp* stamp = nullptr);

/// Hands on the bytes of a regular file, or of standard input, in small pieces; an error of the sink ends the reading.
/// No limit, and nothing is no error.
using PieceSink = std::function<Result<void>(std::string_view piece)>;
Result<void> read_pieces(const std::string& path, const PieceSink& sink);

/// An error for what has no bytes or more than the limit.
Result<void> require_size(std::uint64_t bytes, std::uint64_t limit);

/// The last part of a path: "a/notice.docx" gives "notice.docx".
std::string_view own_name(std::string_view path);

bool is_folder(const std::string& path);
/// Makes a folder and those above it; no error if it is there.
Result<void> make_folder(const std::string& path);

/// Takes a file away; no error if there is none.
Result<void> remove(const std::string& path);

/// A name beside a path for a file that others write; `replace` gives it the path's name, and what is left of it when
/// this program ends is cleared away by remove_stale_parts.
std::string neighbour_of(const std::string& path);
/// Brings a neighbour's bytes to the disk and gives it the name.
Result<void> replace(const std::string& neighbour, const std::string& path);

/// Whether a file's bytes are on the disk when it takes its name. `later`: somebody syncs many files at once.
enum class Sync : std::uint8_t { now, later };

/// A file on its way. It grows beside its name, without one where the system can do that (O_TMPFILE), and takes the
/// name in one step when it is committed; until then, and if it is not, whatever stood there stays. Standard output and
/// targets that are no regular files (/dev/full, a pipe) are written as it goes: nothing can take that back.
class Writer {
public:
    static Result<Writer> open(const std::string& path);

    Writer(Writer&& other) noexcept;
    Writer& operator=(Writer&&) = delete;
    ~Writer();

    Result<void> write(std::string_view bytes);
    std::uint64_t written() const { return written_; }  ///< bytes
    Result<void> commit(Sync sync = Sync::now);

private:
    enum class Kind : std::uint8_t { standard, direct, unnamed, neighbour };

    Writer() = default;
    Result<void> open_target();
    Result<void> open_beside(const std::string& folder);
    Result<void> name_unnamed();

    std::string path_;    ///< as the caller wrote it, for errors
    std::string target_;  ///< what is made or replaced: links followed
    std::string beside_;  ///< the neighbour's path while there is one
    Descriptor descriptor_;
    std::uint64_t written_ = 0;
    Kind kind_ = Kind::standard;
};

}  // namespace mingdan::file
