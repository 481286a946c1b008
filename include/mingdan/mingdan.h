// The public face of mingdan: convert a notice, write it in a form.
#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

/// Reads one file and makes a notice of it; "-" is standard input. The library never prints and never exits.
Result<Notice> convert(const std::string& path, const Options& options = {});
/// The same from memory; `options.name` names it in the output and in errors.
Result<Notice> convert(std::span<const std::byte> bytes, const Options& options = {});

/// Gets the notice of paths[index], or why there is none. False: no other document is begun; those in hand still come.
using NoticeSink = std::function<bool(std::size_t index, Result<Notice> notice)>;
/// Converts many files, one a thread (0 threads: as many as the machine has processors). The sink is called in the
/// order of the paths, by one thread at a time; only a small number of notices is held. One failure never stops the
/// rest.
void convert_all(std::span<const std::string> paths, const Options& options, const NoticeSink& sink,
                 unsigned threads = 0);

/// What the file says, before any interpretation.
Result<Document> read(const std::string& path, const Options& options = {});
Result<Document> read(std::span<const std::byte> bytes, const Options& options = {});
/// ErrorCode::no_text where no text of a document can be seen, as in a file of pictures; `convert` asks this.
Result<void> require_text(const Document& document);
/// What a document means. Source and name are the caller's to fill.
Notice understand(Document document, const Options& options = {});

/// Writes a notice in a form ("json", "ndjson", "csv", "markdown", "xlsx"). Findings that only writing brings to light
/// (guarded cells, separators inside items) are added to `found` when it is given.
Result<void> emit(const Notice& notice, std::string_view form, std::ostream& out, const EmitOptions& options = {},
                  std::vector<Finding>* found = nullptr);

/// What a build reads or writes, for help texts.
struct FormatInfo {
    std::string_view name;
    std::string_view extensions;  ///< comma-separated, without dots
    std::string_view description;
};
std::vector<FormatInfo> input_formats();
std::vector<FormatInfo> output_forms();
/// Forms that a batch makes of all its notices together; `emit` refuses them.
std::vector<FormatInfo> batch_forms();
/// True for forms that write one file a roster.
bool one_file_per_roster(std::string_view form);
/// True for forms that are no text, such as "xlsx".
bool is_binary(std::string_view form);

struct PassInfo {
    std::string_view name;
    std::string_view purpose;
    bool always = false;  ///< it cannot be skipped
};
/// The normalizer's passes in the order in which they run.
std::vector<PassInfo> passes();
/// ErrorCode::usage where one of these names is no pass that can be skipped, nor kSkipAll.
Result<void> require_passes(std::span<const std::string> names);

/// The document as text for people (tables drawn with their merges), and as JSON for comparing (`inspect --to json`).
std::string draw(const Document& document);
std::string document_json(const Document& document);
/// Columns that a text takes on a terminal: two for a Chinese character.
std::size_t display_width(std::string_view text);

std::string_view version();

}  // namespace mingdan
