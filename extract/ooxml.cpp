#include "extract/ooxml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/zip_part.h"
#include "model/try.h"

namespace mingdan::ooxml {

namespace {

constexpr std::string_view kMainPart = "word/document.xml";

class RelationshipsHandler : public xml::Handler {
public:
    RelationshipsHandler(std::string_view source, std::vector<Relationship>& list) : source_(source), list_(list) {}

    void start(xml::Token token, const xml::Attributes& attributes) override {
        if (token != rels_Relationship) {
            return;
        }
        Relationship relationship;
        relationship.id = attributes.text(none, "Id");
        const std::string type = attributes.text(none, "Type");
        relationship.kind = type.substr(type.rfind('/') + 1);
        relationship.target = attributes.text(none, "Target");
        relationship.external = attributes.find(none, "TargetMode") == "External";
        if (!relationship.external) {
            auto part = resolve_target(source_, relationship.target);
            if (!part) {
                return;  // leads out of the package: nothing of ours
            }
            relationship.target = std::move(*part);
        }
        list_.push_back(std::move(relationship));
    }
    void end(xml::Token) override {}
    void text(std::string_view) override {}

private:
    std::string_view source_;
    std::vector<Relationship>& list_;
};

class ContentTypesHandler : public xml::Handler {
public:
    std::string main_part;

    void start(xml::Token token, const xml::Attributes& attributes) override {
        if (token == ct_Override && main_part.empty() && is_main(attributes.text(none, "ContentType"))) {
            main_part = resolve_target({}, attributes.text(none, "PartName")).value_or("");
        }
    }
    void end(xml::Token) override {}
    void text(std::string_view) override {}

private:
    static bool is_main(std::string_view type) {
        return type.ends_with("main+xml") &&
               (type.find("wordprocessingml") != type.npos || type.find("ms-word") != type.npos);
    }
};

struct Mark {
    std::string_view entry;  ///< the beginning of an entry's name
    std::string_view meaning;
};

constexpr Mark kMarks[] = {
    {"xl/", "a spreadsheet (XLSX)"},
    {"ppt/", "a presentation (PPTX)"},
    {"OFD.xml", "an OFD document"},
    {"uof.xml", "a UOF document"},
    {"META-INF/manifest.xml", "an OpenDocument file (ODT or the like)"},
    {"visio/", "a drawing (VSDX)"},
    {"Index/Document.iwa", "a Pages document"},
    {"META-INF/MANIFEST.MF", "a program"},
};

/// Orders names so that header2 comes before header10.
bool shorter_or_less(const std::string& one, const std::string& other) {
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

}  // namespace

const Relationship* Relationships::by_id(std::string_view id) const {
    const auto at = std::find_if(list.begin(), list.end(), [&](const Relationship& one) { return one.id == id; });
    return at == list.end() ? nullptr : &*at;
}

const Relationship* Relationships::by_kind(std::string_view kind) const {
    const auto at = std::find_if(list.begin(), list.end(),
                                 [&](const Relationship& one) { return one.kind == kind && !one.external; });
    return at == list.end() ? nullptr : &*at;
}

std::optional<std::string> resolve_target(std::string_view source_part, std::string_view target) {
    std::string path;
    if (target.starts_with('/') || target.starts_with('\\')) {
        target.remove_prefix(1);
    } else if (const std::size_t slash = source_part.rfind('/'); slash != std::string_view::npos) {
        path = source_part.substr(0, slash);
    }
    target = target.substr(0, target.find('#'));
    while (!target.empty()) {
        const std::size_t end = std::min(target.find_first_of("/\\"), target.size());
        const std::string_view segment = target.substr(0, end);
        target.remove_prefix(std::min(end + 1, target.size()));
        if (segment == "..") {
            if (path.empty()) {
                return std::nullopt;
            }
            path.resize(path.find('/') == std::string::npos ? 0 : path.rfind('/'));
        } else if (!segment.empty() && segment != ".") {
            path += path.empty() ? "" : "/";
            path += segment;
        }
    }
    return path.empty() ? std::nullopt : std::optional(std::move(path));
}

Result<Package> Package::open(const Input& input) {
    TRY_ASSIGN(zip::Archive archive, zip::Archive::open(input.bytes, input.limits));
    return Package(std::move(archive), input.limits);
}

bool Package::has(std::string_view part) const {
    const auto found = archive_.find(part);
    return !found || found.value().has_value();  // a part that is there twice is there; reading it tells the error
}

std::vector<std::string> Package::parts_named(std::string_view prefix, std::string_view suffix) const {
    std::vector<std::string> names;
    for (std::size_t entry = 0; entry < archive_.size(); ++entry) {
        const std::string_view name = archive_.name(entry);
        if (name.size() >= prefix.size() + suffix.size() && name.starts_with(prefix) && name.ends_with(suffix) &&
            name.substr(prefix.size(), name.size() - prefix.size() - suffix.size()).find_first_not_of("0123456789") ==
                name.npos) {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end(), shorter_or_less);
    return names;
}

std::string Package::describe_content() const {
    for (const Mark& mark : kMarks) {
        for (std::size_t entry = 0; entry < archive_.size(); ++entry) {
            if (archive_.name(entry).starts_with(mark.entry)) {
                return fmt::format("{}: it holds {}", mark.meaning, archive_.name(entry));
            }
        }
    }
    return archive_.size() == 0 ? "an empty archive" : fmt::format("an archive of {} other files", archive_.size());
}

Result<std::string> Package::main_part_by_content_type() {
    if (!has("[Content_Types].xml")) {
        return std::string{};
    }
    ContentTypesHandler types;
    TRY(parse("[Content_Types].xml", types));
    return std::move(types.main_part);
}

Result<std::string> Package::office_document() {
    TRY_ASSIGN(const Relationships package, relationships_of(""));
    const Relationship* main = package.by_kind("officeDocument");
    return main != nullptr && has(main->target) ? main->target : std::string{};
}

Result<std::string> Package::main_part() {
    TRY_ASSIGN(std::string named, office_document());
    if (!named.empty()) {
        return named;
    }
    TRY_ASSIGN(std::string typed, main_part_by_content_type());
    if (!typed.empty() && has(typed)) {
        return typed;
    }
    if (has(kMainPart)) {
        return std::string(kMainPart);
    }
    return fail(ErrorCode::no_document,
                fmt::format("the ZIP archive holds no Word document; it is {}", describe_content()),
                "the file that holds the notice itself, saved as .docx");
}

Result<Relationships> Package::relationships_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    const std::string_view folder = slash == part.npos ? std::string_view{} : part.substr(0, slash + 1);
    const std::string_view file = slash == part.npos ? part : part.substr(slash + 1);
    const std::string name = fmt::format("{}_rels/{}.rels", folder, file);
    Relationships relationships;
    if (!has(name)) {
        return relationships;
    }
    relationships.present = true;
    RelationshipsHandler handler(part, relationships.list);
    TRY(parse(name, handler));
    return relationships;
}

Result<void> Package::parse(std::string_view part, xml::Handler& handler) {
    return parse_part(archive_, part, vocabulary(), handler, *limits_);
}

}  // namespace mingdan::ooxml
