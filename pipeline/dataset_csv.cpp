// A field that is there and empty is "", one that is not there is nothing between the commas: PostgreSQL and DuckDB
// tell the two apart. All files grow first and take their names last, the description behind them all.
#include "pipeline/dataset_csv.h"

#include <fmt/format.h>

#include "emit/data_package.h"
#include "emit/escape.h"
#include "model/try.h"
#include "pipeline/batch_names.h"
#include "pipeline/dataset_fragment.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kFlushAt = std::size_t{64} * 1024;

class TableWriter {
public:
    TableWriter(const DataTable& table, file::Writer writer) : writer_(std::move(writer)) {
        for (const DataColumn& column : table.columns) {
            buffer_ += &column == table.columns.data() ? "" : ",";
            buffer_ += column.name;
        }
        buffer_ += kLineEnd;
    }

    Result<void> add(const std::vector<DataValue>& values) {
        for (const DataValue& value : values) {
            buffer_ += &value == values.data() ? "" : ",";
            const std::size_t begin = buffer_.size();
            if (value && value->empty()) {
                buffer_ += "\"\"";
            } else if (value) {
                buffer_ += *value;
                quote_csv_field(buffer_, begin);
            }
        }
        buffer_ += kLineEnd;
        return buffer_.size() >= kFlushAt ? flush() : Result<void>();
    }

    /// What the description says of the file, which is then complete.
    Result<DataResource> finish() {
        TRY(flush());
        return DataResource{writer_.written(), sum_.hex()};
    }
    Result<void> commit() { return writer_.commit(); }

private:
    Result<void> flush() {
        sum_.add(buffer_);
        TRY(writer_.write(buffer_));
        buffer_.clear();
        return {};
    }

    file::Writer writer_;
    Sha256 sum_;
    std::string buffer_;
};

std::string name_of(const DataTable& table) {
    return fmt::format("dataset/{}.csv", table.name);
}

Result<std::vector<TableWriter>> open_tables(const std::string& folder) {
    std::vector<TableWriter> writers;
    for (const DataTable& table : dataset_tables()) {
        TRY_ASSIGN(file::Writer writer, file::Writer::open(below(folder, name_of(table))));
        writers.emplace_back(table, std::move(writer));
    }
    return writers;
}

Result<void> add_fragment(const std::string& file, std::vector<TableWriter>& writers) {
    TRY_ASSIGN(FragmentReader reader, FragmentReader::open(file));
    DataRow row;
    for (;;) {
        TRY_ASSIGN(const bool more, reader.next(row));
        if (!more) {
            return {};
        }
        TRY(writers[static_cast<std::size_t>(row.table)].add(row.values));
    }
}

}  // namespace

Result<std::vector<std::string>> write_dataset_csv(const std::string& folder, std::span<const Fragment> fragments,
                                                   const DatasetChoice& choice) {
    TRY(file::make_folder(below(folder, "dataset")));
    TRY_ASSIGN(std::vector<TableWriter> writers, open_tables(folder));
    for (const std::uint32_t index : choice.in_force()) {
        TRY(add_fragment(fragments[index].file, writers));
    }
    std::vector<DataResource> resources;
    for (TableWriter& writer : writers) {
        TRY_ASSIGN(DataResource resource, writer.finish());
        resources.push_back(std::move(resource));
    }
    std::vector<std::string> names{"dataset/datapackage.json"};
    TRY_ASSIGN(file::Writer package, file::Writer::open(below(folder, names.front())));
    TRY(package.write(data_package_json(resources)));
    for (TableWriter& writer : writers) {
        TRY(writer.commit());
    }
    TRY(package.commit());
    for (const DataTable& table : dataset_tables()) {
        names.push_back(name_of(table));
    }
    return names;
}

}  // namespace mingdan
