// Workbooks (XLSX) for spreadsheets, by libxlsxwriter. The only door to it.
//
// Cells are texts or numbers and nothing else: no text ever runs as a formula or becomes a link. A workbook depends on
// what is written alone, its date is fixed. What goes wrong on the way is told by `finish`, as Output does.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan::workbook {

inline constexpr std::uint32_t kRowLimit = 1'048'576;  ///< rows of one sheet
inline constexpr std::uint32_t kColumnLimit = 16'384;  ///< columns of one sheet
inline constexpr std::size_t kTextLimit = 32'767;      ///< UTF-16 units of one cell's text
inline constexpr std::size_t kSheetNameLimit = 31;     ///< UTF-16 units of a sheet's name
inline constexpr double kTallestRow = 409;             ///< points

/// Flat: a row is written out when the next one begins. Rows then come in order, and merges stay within one row.
enum class Memory : std::uint8_t { whole, flat };

struct Settings {
    Memory memory = Memory::whole;
    std::uint32_t row_limit = kRowLimit;  ///< a test may lower it
};

enum class Across : std::uint8_t { usual, left, centre };
enum class Down : std::uint8_t { bottom, centre, top };

/// How a cell looks; equal styles are one in the file.
struct Style {
    bool bold = false;
    bool wrapped = false;
    bool framed = false;
    bool shaded = false;
    Across across = Across::usual;
    Down down = Down::bottom;
    std::uint8_t points = 11;

    friend auto operator<=>(const Style&, const Style&) = default;
};

/// Cells from the first to the last, both included; all count from 0.
struct Area {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

class Workbook;

/// One sheet of a workbook, which it must not outlive.
class Sheet {
public:
    /// Each cell or area is written once, and areas do not overlap. An area of several cells becomes one.
    /// REQUIRES: within the limits, fitting(text) == text.size().
    void text(const Area& area, std::string_view text, const Style& style);
    void text(std::uint32_t row, std::uint32_t column, std::string_view text, const Style& style) {
        this->text({row, column, row, column}, text, style);
    }
    /// Numeric cells that show these digits. REQUIRES: keeps_digits(digits).
    void number(const Area& area, std::string_view digits, const Style& style);
    void number(std::uint32_t row, std::uint32_t column, std::string_view digits, const Style& style) {
        number({row, column, row, column}, digits, style);
    }

    void width(std::uint32_t column, double characters);
    void height(std::uint32_t row, double points);
    /// The first rows stay on the screen.
    void freeze(std::uint32_t rows);
    /// On paper: A4, as wide as the page, these rows again on each page (none: first > last).
    void paper(bool landscape, std::uint32_t first, std::uint32_t last);

private:
    friend class Workbook;
    struct Part;
    void merge(const Area& area, const Style& style);
    explicit Sheet(Part& part) : part_(&part) {}
    Part* part_;
};

class Workbook {
public:
    /// ErrorCode::output_unwritable where libxlsxwriter is not there.
    static Result<Workbook> open(const Settings& settings = {});
    Workbook(Workbook&&) noexcept;
    Workbook& operator=(Workbook&&) noexcept;
    ~Workbook();

    /// A sheet under the legal and unused name that is nearest to the wish.
    Sheet add_sheet(std::string_view wish);
    std::uint32_t row_limit() const;
    /// The file's bytes, or the first thing that went wrong. Nothing may be written after it.
    Result<std::string> finish();

private:
    friend class Sheet;
    struct Book;
    explicit Workbook(std::unique_ptr<Book> book);
    std::unique_ptr<Book> book_;
};

/// How many bytes of the text one cell can hold, whole characters; all of them as a rule.
std::size_t fitting(std::string_view text);
/// Whether a numeric cell keeps and shows exactly these digits: a plain decimal number ("12", "-3", "2.50") of at most
/// 15 digits, without zeros before it.
bool keeps_digits(std::string_view text);
/// The text as an XLSX part has to hold it: control characters as _xHHHH_, and _xHHHH_ that stands there as text too.
std::string escape_cell(std::string_view text);
/// The legal name nearest to the wish that is not in `taken` (cases aside); it is added there.
std::string sheet_name(std::string_view wish, std::set<std::string>& taken);

}  // namespace mingdan::workbook
