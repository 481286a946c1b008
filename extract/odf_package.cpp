#include "extract/odf_package.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "extract/zip_part.h"
#include "model/try.h"

namespace mingdan::odf {

namespace {

constexpr std::string_view kContent = "content.xml";
constexpr std::string_view kManifest = "META-INF/manifest.xml";
constexpr std::string_view kMediaType = "application/vnd.oasis.opendocument.";

struct KindName {
    std::string_view media_type;  ///< behind the common beginning; templates and masters begin the same
    std::string_view description;
    Kind kind;
};

constexpr KindName kKinds[] = {
    {"text", "an OpenDocument text", Kind::text},
    {"spreadsheet", "an OpenDocument spreadsheet", Kind::spreadsheet},
    {"presentation", "an OpenDocument presentation (ODP)", Kind::presentation},
    {"graphics", "an OpenDocument drawing (ODG)", Kind::drawing},
    {"", "an OpenDocument chart, formula, database or the like", Kind::other},
};

Kind kind_of_media_type(std::string_view type) {
    type.remove_prefix(kMediaType.size());
    return std::find_if(std::begin(kKinds), std::end(kKinds) - 1,
                        [&](const KindName& name) { return type.starts_with(name.media_type); })
        ->kind;
}

/// The media type as the first entry, stored: 30 bytes of header, the name, no extra field.
std::optional<Kind> kind_at_head(std::string_view bytes) {
    constexpr std::string_view kName = "mimetype";
    constexpr std::size_t kHeader = 30;
    if (bytes.size() < kHeader || bytes.substr(kHeader, kName.size()) != kName) {
        return std::nullopt;
    }
    bytes.remove_prefix(kHeader + kName.size());
    return bytes.starts_with(kMediaType) ? std::optional(kind_of_media_type(bytes.substr(0, 100))) : std::nullopt;
}

/// Looks for the child of office:body, and ends the parsing there.
class KindHandler : public xml::Handler {
public:
    std::optional<Kind> kind;

    void start(xml::Token token, const xml::Attributes&) override {
        if (parser().depth() == 1 && token == office_document_content) {
            kind = Kind::other;
        } else if (kind && parser().above() == office_body) {
            kind = token == office_text           ? Kind::text
                   : token == office_spreadsheet  ? Kind::spreadsheet
                   : token == office_presentation ? Kind::presentation
                   : token == office_drawing      ? Kind::drawing
                                                  : Kind::other;
            parser().stop({});
        }
    }
    void end(xml::Token) override {}
    void text(std::string_view) override {}
};

}  // namespace

std::optional<Kind> kind_of(const Input& input) {
    const std::string_view bytes = input.view();
    if (!zip::looks_like_zip(bytes)) {
        return std::nullopt;
    }
    if (const auto kind = kind_at_head(bytes)) {
        return kind;
    }
    if (!zip::names_entry(bytes, kContent)) {
        return std::nullopt;
    }
    auto archive = zip::Archive::open(input.bytes, input.limits);
    if (!archive) {
        return std::nullopt;
    }
    KindHandler handler;
    static_cast<void>(parse_part(*archive, kContent, vocabulary(), handler, input.limits));  // read() tells the error
    return handler.kind;
}

Error unsupported(Kind kind) {
    const auto* const name =
        std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindName& one) { return one.kind == kind; });
    return fail(ErrorCode::unsupported_format, fmt::format("this is {}, which is not read", name->description),
                "copy the list into a text document and save it as .odt or .docx");
}

bool Package::has(std::string_view part) const {
    const auto found = archive_.find(part);
    return !found || found.value().has_value();  // a part that is there twice is there; reading it tells the error
}

Result<void> Package::parse(std::string_view part, xml::Handler& handler) {
    return parse_part(archive_, part, vocabulary(), handler, *limits_);
}

/// The manifest is searched and not parsed: those of OpenOffice 2 declare a DOCTYPE.
Result<void> Package::refuse_encrypted() {
    constexpr std::string_view kMark = "encryption-data";
    TRY_ASSIGN(const auto manifest, archive_.find(kManifest));
    if (!manifest) {
        return {};
    }
    std::string seen;
    bool encrypted = false;
    TRY(archive_.read(*manifest, [&](std::string_view chunk) -> Result<void> {
        seen.append(chunk);
        encrypted = encrypted || seen.find(kMark) != seen.npos;
        seen.erase(0, seen.size() - std::min(seen.size(), kMark.size()));
        return {};
    }));
    if (encrypted) {
        return fail(ErrorCode::encrypted, "this is an OpenDocument file that is encrypted with a password",
                    "open it with its password and save it without one");
    }
    return {};
}

Result<Package> Package::open(const Input& input) {
    TRY_ASSIGN(zip::Archive archive, zip::Archive::open(input.bytes, input.limits));
    Package package(std::move(archive), input.limits);
    TRY(package.refuse_encrypted());
    if (!package.has(kContent)) {
        return fail(ErrorCode::no_document, "the OpenDocument package holds no content.xml",
                    "the file that holds the notice itself, saved anew");
    }
    return package;
}

}  // namespace mingdan::odf
