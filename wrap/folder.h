// Folders: what lies in one, of what kind a path is, what a killed program left behind, what may be taken away.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/result.h>

namespace mingdan::file {

enum class Kind : std::uint8_t {
    file,
    folder,
    other,    ///< a pipe, a socket, a device
    loop,     ///< links that lead in a circle
    missing,  ///< nothing, or a link to nothing
    shut      ///< something that may not be looked at
};

/// Which file a path means, whatever its name.
struct Identity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;

    friend auto operator<=>(const Identity&, const Identity&) = default;
};

struct Look {
    Kind kind = Kind::missing;
    bool link = false;  ///< the path itself is a link; kind and identity are those of what it leads to
    Identity identity;
};
Look look_at(const std::string& path);

/// The names in a folder but "." and "..", in bytewise order.
Result<std::vector<std::string>> names_in(const std::string& folder);

/// Takes away a file's folder and those above it, up to `top`, as long as they are empty.
void remove_empty_folders(const std::string& file, const std::string& top);

/// Takes away the neighbours that writers of programs that are no more left below a folder. Gives their number.
std::size_t remove_stale_parts(const std::string& folder);

}  // namespace mingdan::file
