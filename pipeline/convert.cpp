// Joins the stages for one document: read the file, sniff and extract, run the passes.
#include <utility>

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

Result<Document> read_bytes(std::span<const std::byte> bytes, const Options& options) {
    TRY(file::require_size(bytes.size(), options.limits.file_bytes));
    return read_document(Input{bytes, options.limits});
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
    return named(read_bytes(bytes_of(bytes), options), file);
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
