// The Workbook stream of Excel 97-2003 ([MS-XLS] 2.1.4): records of a type, a size and data; text in one or two bytes a
// character; a record that is too long goes on in CONTINUE records.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingdan::xls {

/// Types of records ([MS-XLS] 2.3); those that are read.
enum RecordType : std::uint16_t {
    kFormula = 0x0006,
    kEof = 0x000A,
    kHeader = 0x0014,
    kFooter = 0x0015,
    kDate1904 = 0x0022,
    kFilePass = 0x002F,
    kContinue = 0x003C,
    kObj = 0x005D,
    kColInfo = 0x007D,
    kBoundSheet8 = 0x0085,
    kMulRk = 0x00BD,
    kMulBlank = 0x00BE,
    kRString = 0x00D6,
    kXf = 0x00E0,
    kMergeCells = 0x00E5,
    kSst = 0x00FC,
    kLabelSst = 0x00FD,
    kTxO = 0x01B6,
    kBlank = 0x0201,
    kNumber = 0x0203,
    kLabel = 0x0204,
    kBoolErr = 0x0205,
    kString = 0x0207,
    kRow = 0x0208,
    kRk = 0x027E,
    kFormat = 0x041E,
    kBof = 0x0809,
};

struct Record {
    std::uint16_t type = 0;
    std::string_view data;
};

/// Walks over the records of a stream, from a place on.
class Records {
public:
    explicit Records(std::string_view stream, std::size_t at = 0) : stream_(stream), at_(at) {}

    /// False at the end of the stream, or where it is cut.
    bool next(Record& record);
    /// The type of the record that comes next; 0 where none does.
    std::uint16_t peek() const;
    /// The data of the CONTINUE records that come next, piece by piece.
    std::vector<std::string_view> continuation();

private:
    std::string_view stream_;
    std::size_t at_;
};

/// Reads over pieces of data that belong together. What is not there reads as 0.
class Pieces {
public:
    explicit Pieces(std::vector<std::string_view> pieces) : pieces_(std::move(pieces)) {}

    bool at_end();
    std::uint8_t u8();
    std::uint16_t u16();
    std::uint32_t u32();
    void skip(std::size_t bytes);
    /// `count` characters, of two bytes each if `wide`. A new piece begins with a byte that says anew how wide they are
    /// (2.5.293, XLUnicodeRichExtendedString).
    std::string characters(std::size_t count, bool wide);
    /// A string with 16 bits of length, flags, and what may stand behind it; its readings go to `phonetic`.
    std::string rich_string(std::string& phonetic);

private:
    bool settle();

    std::vector<std::string_view> pieces_;
    std::size_t piece_ = 0;
    std::size_t at_ = 0;
};

/// Bytes of UTF-16LE, or Latin letters of a byte each, as UTF-8; half a pair becomes U+FFFD.
void append_wide(std::string& to, std::string_view bytes, bool wide);

/// A string with its length in one (`short_length`) or two bytes and a byte of flags.
std::string read_string(std::string_view data, std::size_t at, bool short_length);

}  // namespace mingdan::xls
