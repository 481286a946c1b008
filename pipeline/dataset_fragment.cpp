#include "pipeline/dataset_fragment.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/dataset_key.h"
#include "pipeline/dataset_rows.h"
#include "wrap/file.h"
#include "wrap/hash.h"
#include "wrap/journal.h"

namespace mingdan {

namespace {

Error damaged_fragment(const std::string& file) {
    Error error = fail(ErrorCode::internal, "what a former run kept for the dataset is damaged",
                       "remove this file; the next run makes it anew");
    error.file = file;
    return error;
}

std::optional<FragmentHead> parse_head(std::string_view line) {
    const auto word = [&line] {
        const std::size_t end = std::min(line.find(' '), line.size());
        const std::string_view taken = line.substr(0, end);
        line.remove_prefix(std::min(end + 1, line.size()));
        return taken;
    };
    if (!line.starts_with(kFragmentFormat) || line.size() <= kFragmentFormat.size()) {
        return std::nullopt;
    }
    line.remove_prefix(kFragmentFormat.size() + 1);
    FragmentHead head;
    const std::string_view date = word();
    if (std::from_chars(date.data(), date.data() + date.size(), head.date).ec != std::errc()) {
        return std::nullopt;
    }
    head.corrected = word() == "1";
    head.sha256 = word();
    head.digest = word();
    head.key = line;
    return head.key.empty() || head.sha256.empty() || head.digest.empty() ? std::nullopt : std::optional(head);
}

}  // namespace

std::string dataset_fragment(const Notice& notice, const std::string& id) {
    std::string rows;
    append_data_rows(rows, notice, id);
    const std::string digest = sha256_hex(std::as_bytes(std::span(rows)));
    return fmt::format("{} {} {} {} {} {}\n{}", kFragmentFormat, date_rank(notice), is_correction(notice, id) ? 1 : 0,
                       notice.source.sha256, digest, notice_key(notice), rows);
}

Result<FragmentHead> read_fragment_head(const std::string& file) {
    std::optional<file::LineFile> lines = file::LineFile::open(file);
    std::string line;
    if (!lines || !lines->next(line)) {
        return damaged_fragment(file);
    }
    std::optional<FragmentHead> head = parse_head(line);
    if (!head) {
        return damaged_fragment(file);
    }
    return std::move(*head);
}

Result<FragmentReader> FragmentReader::open(const std::string& file) {
    FragmentReader reader;
    reader.file_ = file;
    TRY_ASSIGN(reader.bytes_, file::read_whole(file, std::numeric_limits<std::uint64_t>::max() / 2));
    const std::size_t end = reader.bytes_.find('\n');
    std::optional<FragmentHead> head =
        end == std::string::npos ? std::nullopt : parse_head(std::string_view(reader.bytes_).substr(0, end));
    if (!head) {
        return reader.damaged();
    }
    reader.head_ = std::move(*head);
    reader.begin_ = reader.at_ = end + 1;
    return reader;
}

Error FragmentReader::damaged() const {
    return damaged_fragment(file_);
}

std::optional<std::uint64_t> FragmentReader::take_length() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63 && at_ < bytes_.size(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes_[at_++]);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    return std::nullopt;
}

Result<bool> FragmentReader::next(DataRow& row) {
    if (at_ == bytes_.size()) {
        return false;
    }
    const auto table = static_cast<unsigned char>(bytes_[at_++]);
    if (table >= kDataTables) {
        return damaged();
    }
    row.table = static_cast<DataTableId>(table);
    row.values.assign(1, head_.key);
    const std::span<const DataColumn> columns = dataset_table(row.table).columns;
    while (row.values.size() < columns.size()) {
        const std::optional<std::uint64_t> length = take_length();
        if (!length || *length > bytes_.size() - at_ + 1) {
            return damaged();
        }
        if (*length == 0) {
            row.values.emplace_back();
            continue;
        }
        const std::string_view value = std::string_view(bytes_).substr(at_, *length - 1);
        at_ += value.size();
        if (utf8::find_invalid(value) != std::string_view::npos) {
            Error error =
                fail(ErrorCode::output_text,
                     fmt::format("a value of {} for the dataset is no valid UTF-8", columns[row.values.size()].name),
                     "this is a fault of mingdan; report it with the input");
            error.file = file_;
            return error;
        }
        row.values.emplace_back(value);
    }
    return true;
}

}  // namespace mingdan
