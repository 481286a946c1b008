// The package around an OOXML document: parts, the relationships between them, and what the whole thing is.
//
// ISO/IEC 29500-2. The main part is found by the officeDocument relationship of either namespace set, else by its
// content type, else by its customary name. Targets outside the package are never opened.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/ooxml_names.h"
#include "extract/reader.h"
#include "wrap/zip.h"

namespace mingdan::ooxml {

struct Relationship {
    std::string id;
    std::string kind;    ///< the type's last segment, the same in Strict and Transitional: "styles", "footnotes"
    std::string target;  ///< a part's name without leading slash; for external ones what the file says
    bool external = false;
};

/// The relationships of one part; `present` is false where the package has no such list.
struct Relationships {
    bool present = false;
    std::vector<Relationship> list;

    const Relationship* by_id(std::string_view id) const;
    const Relationship* by_kind(std::string_view kind) const;
};

class Package {
public:
    /// REQUIRES: the input outlives it.
    static Result<Package> open(const Input& input);

    /// True if the archive has a part of this name.
    bool has(std::string_view part) const;
    /// The parts whose names begin and end so, with nothing or a number between, in order ("word/header2.xml" before
    /// "word/header10.xml").
    std::vector<std::string> parts_named(std::string_view prefix, std::string_view suffix) const;
    /// The part that the package says is its document, of whatever kind; "" where it says none.
    Result<std::string> office_document();
    /// The name of the main document part, or an error that tells what the archive is instead.
    Result<std::string> main_part();
    /// `part` is "" for those of the package itself.
    Result<Relationships> relationships_of(std::string_view part);
    /// Sends a part's XML through a handler. Errors name the part.
    Result<void> parse(std::string_view part, xml::Handler& handler);
    /// "a spreadsheet (it holds xl/workbook.xml)", by the names of its entries.
    std::string describe_content() const;

private:
    Package(zip::Archive archive, const Limits& limits) : archive_(std::move(archive)), limits_(&limits) {}

    Result<std::string> main_part_by_content_type();

    zip::Archive archive_;
    const Limits* limits_;
};

/// The part that a relationship's target means, seen from the part it belongs to ("word/document.xml", "../a.xml" ->
/// "a.xml"). nullopt where it leads out of the package.
std::optional<std::string> resolve_target(std::string_view source_part, std::string_view target);

}  // namespace mingdan::ooxml
