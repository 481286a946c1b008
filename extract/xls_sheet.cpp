#include "extract/xls_sheet.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "extract/little_endian.h"
#include "model/try.h"

namespace mingdan::xls {

namespace {

/// RkNumber (2.5.217): an integer of 30 bits, or the upper half of a double; either may be hundredths.
double rk_number(std::uint32_t rk) {
    const double value = (rk & 2) != 0 ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                                       : std::bit_cast<double>(static_cast<std::uint64_t>(rk & ~3u) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
}

std::string_view error_text(std::uint8_t code) {
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0F:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1D:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

class SheetReader {
public:
    SheetReader(std::string_view stream, std::size_t at, const Globals& globals, WorkbookBuilder& builder,
                Worksheet& sheet)
        : records_(stream, at), globals_(globals), builder_(builder), sheet_(sheet) {}

    Result<void> read() {
        Record record;
        std::uint32_t depth = 0;  // a chart is a substream of its own
        while (records_.next(record)) {
            if (record.type == kBof) {
                ++depth;
            } else if (record.type == kEof) {
                if (depth <= 1) {
                    break;
                }
                --depth;
            } else if (depth <= 1) {
                TRY(take(record.type, record.data));
            }
        }
        return {};
    }

private:
    Result<void> take(std::uint16_t type, std::string_view data) {
        switch (type) {
            case kLabelSst: {
                const std::uint32_t index = bytes::u32(data, 6);
                return add(data, index < globals_.strings.size() ? globals_.strings[index] : std::string{});
            }
            case kLabel:
            case kRString:
                return add(data, read_string(data, 6, false));
            case kNumber:
                return add_number(data, std::bit_cast<double>(bytes::u64(data, 6)));
            case kRk:
                return add_number(data, rk_number(bytes::u32(data, 6)));
            case kMulRk:
                return add_many(data, true);
            case kMulBlank:
                return add_many(data, false);
            case kBlank:
                return add(data, {});
            case kBoolErr:
                return add_bool_or_error(data, bytes::u8(data, 7) != 0, bytes::u8(data, 6));
            case kFormula:
                return add_formula(data);
            case kMergeCells:
                add_merges(data);
                break;
            case kRow:
                if ((bytes::u32(data, 12) & 0x20) != 0) {
                    sheet_.hidden_rows.push_back(bytes::u16(data, 0));
                }
                break;
            case kColInfo:
                if ((bytes::u16(data, 8) & 1) != 0) {
                    sheet_.hidden_columns.push_back({0, bytes::u16(data, 0), 0, bytes::u16(data, 2)});
                }
                break;
            case kHeader:
            case kFooter:
                if (!data.empty()) {
                    sheet_.furniture.push_back(read_string(data, 0, false));
                }
                break;
            case kObj:
                object_ = bytes::u16(data, 0) == 0x15 ? bytes::u16(data, 4) : std::uint16_t{0};
                sheet_.pictures += object_ == kPicture;
                break;
            case kTxO:
                return add_box(data);
            default:
                break;
        }
        return {};
    }

    const CellStyle* style(std::uint16_t index) const {
        return index < globals_.styles.size() ? &globals_.styles[index] : nullptr;
    }

    Result<void> add(std::uint16_t row, std::uint16_t column, std::uint16_t xf, std::string text, bool number = false) {
        SheetCell cell;
        cell.row = row;
        cell.column = column;
        cell.is_number = number;
        if (const CellStyle* known = style(xf)) {
            cell.borders = known->borders;
        }
        TRY(builder_.charge_text(text.size()));
        cell.text = std::move(text);
        if (!cell.text.empty() || cell.borders.any()) {
            sheet_.cells.push_back(std::move(cell));
        }
        return {};
    }

    /// A record that begins with row, column and cell format.
    Result<void> add(std::string_view data, std::string text) {
        return add(bytes::u16(data, 0), bytes::u16(data, 2), bytes::u16(data, 4), std::move(text));
    }

    Result<void> add_number(std::string_view data, double value) {
        const std::uint16_t xf = bytes::u16(data, 4);
        return add(bytes::u16(data, 0), bytes::u16(data, 2), xf, shown(xf, value), true);
    }

    std::string shown(std::uint16_t xf, double value) {
        const CellStyle* known = style(xf);
        const std::uint16_t id = known == nullptr ? std::uint16_t{0} : known->format;
        const auto own = globals_.formats.find(id);
        const std::string_view code = own != globals_.formats.end() ? own->second : built_in_format(id);
        if (code.empty()) {
            return format_general(value);
        }
        auto text = format_cell(code, value, globals_.dates);
        sheet_.formats_unknown += !text;
        return text ? std::move(*text) : format_general(value);
    }

    /// MULRK and MULBLANK: a row, the first column, a cell format (and a number) a column, the last column.
    Result<void> add_many(std::string_view data, bool numbers) {
        const std::size_t size = numbers ? 6 : 2;
        std::uint16_t column = bytes::u16(data, 2);
        for (std::size_t at = 4; bytes::holds(data, at, size + 2); at += size, ++column) {
            const std::uint16_t xf = bytes::u16(data, at);
            TRY(add(bytes::u16(data, 0), column, xf,
                    numbers ? shown(xf, rk_number(bytes::u32(data, at + 2))) : std::string{}, numbers));
        }
        return {};
    }

    Result<void> add_bool_or_error(std::string_view data, bool error, std::uint8_t value) {
        sheet_.values_missing += error;
        return add(data, std::string(error ? error_text(value) : value != 0 ? "TRUE" : "FALSE"));
    }

    /// FormulaValue (2.5.133): a double, or, where its upper bytes are FF FF, what its first byte says.
    Result<void> add_formula(std::string_view data) {
        if (bytes::u16(data, 12) != 0xFFFF) {
            return add_number(data, std::bit_cast<double>(bytes::u64(data, 6)));
        }
        switch (bytes::u8(data, 6)) {
            case 0:
                return add(data, formula_string());
            case 1:
                return add_bool_or_error(data, false, bytes::u8(data, 8));
            case 2:
                return add_bool_or_error(data, true, bytes::u8(data, 8));
            default:
                return add(data, {});  // an empty string
        }
    }

    /// The STRING record behind a formula; shared formulas and arrays may stand between.
    std::string formula_string() {
        constexpr std::uint16_t kShrFmla = 0x04BC;
        constexpr std::uint16_t kArray = 0x0221;
        constexpr std::uint16_t kTable = 0x0236;
        Record record;
        while (records_.peek() == kShrFmla || records_.peek() == kArray || records_.peek() == kTable) {
            if (!records_.next(record)) {
                return {};
            }
        }
        if (records_.peek() != kString || !records_.next(record)) {
            ++sheet_.values_missing;
            return {};
        }
        std::vector<std::string_view> pieces = records_.continuation();
        pieces.insert(pieces.begin(), record.data);
        Pieces text(std::move(pieces));
        const std::size_t count = text.u16();
        const bool wide = (text.u8() & 1) != 0;
        return text.characters(count, wide);
    }

    void add_merges(std::string_view data) {
        const std::size_t count = bytes::u16(data, 0);
        for (std::size_t i = 0; i < count && bytes::holds(data, 2 + i * 8, 8); ++i) {
            const std::size_t at = 2 + i * 8;
            const CellRange range{bytes::u16(data, at), bytes::u16(data, at + 4), bytes::u16(data, at + 2),
                                  bytes::u16(data, at + 6)};
            if (range.first_row <= range.last_row && range.first_column <= range.last_column) {
                sheet_.merges.push_back(range);
            }
        }
    }

    /// The characters of a text box stand in the CONTINUE record behind it, their formats in the next.
    Result<void> add_box(std::string_view data) {
        const std::size_t count = bytes::u16(data, 10);
        std::vector<std::string_view> pieces = records_.continuation();
        if (count == 0 || pieces.empty()) {
            return {};
        }
        Pieces text(std::move(pieces));
        const bool wide = (text.u8() & 1) != 0;
        std::string shown = text.characters(count, wide);
        std::replace(shown.begin(), shown.end(), '\r', '\n');
        TRY(builder_.charge_text(shown.size()));
        (object_ == kNote ? sheet_.comments : sheet_.boxes).push_back(std::move(shown));
        return {};
    }

    static constexpr std::uint16_t kPicture = 0x08;
    static constexpr std::uint16_t kNote = 0x19;

    Records records_;
    const Globals& globals_;
    WorkbookBuilder& builder_;
    Worksheet& sheet_;
    std::uint16_t object_ = 0;  ///< the kind of the last object
};

}  // namespace

Result<void> read_sheet(std::string_view stream, std::size_t at, const Globals& globals, WorkbookBuilder& builder,
                        Worksheet& sheet) {
    return SheetReader(stream, at, globals, builder, sheet).read();
}

}  // namespace mingdan::xls
