// Joins the stages for one document: read the file, sniff and extract, run the passes. A file is read as what it is; a
// name that says something else (.doc for a web page) is a finding, made here, since readers do not know names.
#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "extract/reader.h"
#include "model/try.h"
#include "model/utf8.h"
#include "normalize/pass.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text));
}

/// Errors name the file as the caller did.
template <class T>
Result<T> named(Result<T> result, const std::string& file) {
    if (!result) {
        result.error().file = file;
    }
    return result;
}

std::string name_for_errors(const std::string& path) {
    return path == file::kStandard ? "standard input" : path;
}

Options with_name(const Options& options, const std::string& path) {
    Options chosen = options;
    if (chosen.name.empty()) {
        chosen.name = path == file::kStandard ? "stdin" : file::own_name(path);
    }
    chosen.name = utf8::replace_invalid(chosen.name);
    return chosen;
}

/// Suffixes of formats that not every build reads.
constexpr std::string_view kOfficeSuffixes = "doc,dot,docx,wps,xls,xlt,xlsx,et,rtf,odt,ods,pdf,ofd";

bool is_listed(std::string_view list, std::string_view suffix) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == suffix) {
            return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

/// Adds the finding where the name's suffix is one of another format.
void compare_with_name(Document& document, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    std::string suffix(dot == std::string_view::npos ? std::string_view{} : name.substr(dot + 1));
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const Reader* own = nullptr;
    bool promised = is_listed(kOfficeSuffixes, suffix);
    for (const Reader* reader : readers()) {
        own = reader->name == document.format ? reader : own;
        promised = promised || is_listed(reader->extensions, suffix);
    }
    if (own != nullptr && promised && !is_listed(own->extensions, suffix)) {
        document.findings.push_back(make_finding(
            FindingCode::other_format_inside,
            fmt::format("the file is named .{} and is none; it was read as what it is ({})", suffix, own->name)));
    }
}

Result<Document> read_bytes(std::span<const std::byte> bytes, const Options& options) {
    TRY(file::require_size(bytes.size(), options.limits.file_bytes));
    TRY_ASSIGN(Document document, read_document(Input{bytes, options.limits}));
    compare_with_name(document, options.name);
    return document;
}

Result<Notice> convert_bytes(std::span<const std::byte> bytes, const Options& options) {
    TRY_ASSIGN(Document document, read_bytes(bytes, options));
    TRY(require_text(document));
    Notice notice = understand(std::move(document), options);
    notice.source.name = options.name;
    notice.source.bytes = bytes.size();
    notice.source.sha256 = sha256_hex(bytes);
    return notice;
}

}  // namespace

Result<Notice> convert(std::span<const std::byte> bytes, const Options& options) {
    return named(convert_bytes(bytes, options), options.name);
}

Result<Notice> convert(const std::string& path, const Options& options) {
    const std::string file = name_for_errors(path);
    TRY_ASSIGN(const std::string bytes, named(file::read_whole(path, options.limits.file_bytes), file));
    return named(convert_bytes(bytes_of(bytes), with_name(options, path)), file);
}

Result<Document> read(std::span<const std::byte> bytes, const Options& options) {
    return named(read_bytes(bytes, options), options.name);
}

Result<Document> read(const std::string& path, const Options& options) {
    const std::string file = name_for_errors(path);
    TRY_ASSIGN(const std::string bytes, named(file::read_whole(path, options.limits.file_bytes), file));
    return named(read_bytes(bytes_of(bytes), with_name(options, path)), file);
}

Notice understand(Document document, const Options& options) {
    Draft draft(std::move(document), options);
    for (const Pass* pass : all_passes()) {
        if (pass->always || !draft.skips(pass->name)) {
            pass->run(draft);
        }
    }
    draft.notice.source.format = draft.document.format;
    draft.notice.parts = std::move(draft.document.parts);
    return std::move(draft.notice);
}

}  // namespace mingdan
