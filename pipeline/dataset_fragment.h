// The fragment that a notice leaves in a dataset: a line that says what decides between documents of one key, and its
// rows for all tables, complete but for their quoting. Read back one fragment at a time.
//
//   mingdan-dataset 1 DATE CORRECTED SHA256 DIGEST KEY LF   (KEY to the end of the line)
//   a row: the table's number, one byte; then each value but the first, which is KEY: a length (LEB128), one more than
//   it has bytes, and these; or 0 for null
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/notice.h>
#include <mingdan/result.h>

#include "emit/dataset_tables.h"

namespace mingdan {

/// Changes with every change of what stands in a fragment.
inline constexpr std::string_view kFragmentFormat = "mingdan-dataset 1";

std::string dataset_fragment(const Notice& notice, const std::string& id);

struct FragmentHead {
    std::uint32_t date = 0;
    bool corrected = false;
    std::string sha256;  ///< of the document
    std::string digest;  ///< of the rows
    std::string key;
};

/// Reads a fragment's first line only.
Result<FragmentHead> read_fragment_head(const std::string& file);

using DataValue = std::optional<std::string_view>;

struct DataRow {
    DataTableId table{};
    std::vector<DataValue> values;  ///< as many as the table has columns; the first is the notice's key
};

class FragmentReader {
public:
    static Result<FragmentReader> open(const std::string& file);

    const FragmentHead& head() const { return head_; }
    /// The next row; its values live as long as the reader. False behind the last one.
    Result<bool> next(DataRow& row);
    void rewind() { at_ = begin_; }

private:
    FragmentReader() = default;
    std::optional<std::uint64_t> take_length();
    Error damaged() const;

    std::string file_;
    std::string bytes_;
    FragmentHead head_;
    std::size_t begin_ = 0;  ///< of the rows
    std::size_t at_ = 0;
};

}  // namespace mingdan
