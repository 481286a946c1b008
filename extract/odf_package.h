// The package around an OpenDocument file: what it is, whether it is encrypted, and its parts.
//
// OpenDocument 1.3 part 2. The first entry is `mimetype`, stored, so that the type stands at byte 38 of the file; where
// a program left it out or squeezed it, the child of office:body in content.xml tells.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/odf_names.h"
#include "extract/reader.h"
#include "wrap/zip.h"

namespace mingdan::odf {

enum class Kind : std::uint8_t { text, spreadsheet, presentation, drawing, other };

/// What the bytes are, if they are an OpenDocument package.
std::optional<Kind> kind_of(const Input& input);

class Package {
public:
    /// Opens it and refuses what is encrypted. REQUIRES: the input outlives it.
    static Result<Package> open(const Input& input);

    bool has(std::string_view part) const;
    /// Sends a part's XML through a handler. Errors name the part.
    Result<void> parse(std::string_view part, xml::Handler& handler);

private:
    Package(zip::Archive archive, const Limits& limits) : archive_(std::move(archive)), limits_(&limits) {}

    Result<void> refuse_encrypted();

    zip::Archive archive_;
    const Limits* limits_;
};

/// The error for OpenDocument files that hold neither text nor sheets.
Error unsupported(Kind kind);

}  // namespace mingdan::odf
