// Properties as Word 97-2003 writes them: a list of codes with operands (grpprl; [MS-DOC] 2.2.5, 2.6). The upper bits
// of a code say how long its operand is, so that unknown ones are stepped over.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/little_endian.h"

namespace mingdan::doc {

enum Sprm : std::uint16_t {
    PJc80 = 0x2403,
    PFPageBreakBefore = 0x2407,
    PFInTable = 0x2416,
    PFTtp = 0x2417,
    PFInnerTableCell = 0x244B,
    PFInnerTtp = 0x244C,
    PJc = 0x2461,
    PIlvl = 0x260A,
    POutLvl = 0x2640,
    PIlfo = 0x460B,
    PHugePapx6 = 0x6645,
    PHugePapx = 0x6646,
    PItap = 0x6649,
    PTableProps = 0x646B,
    CFRMarkDel = 0x0800,
    CFRMarkIns = 0x0801,
    CFData = 0x0806,
    CFSpecVanish = 0x0818,
    CFVanish = 0x083C,
    CFSpec = 0x0855,
    CPlain = 0x2A33,
    CIstd = 0x4A30,
    CRgFtc0 = 0x4A4F,
    CPicLocation = 0x6A03,
    CSymbol = 0x6A09,
    TTableHeader = 0x3404,
    TIstd = 0x563A,
    TDelete = 0x5622,
    TMerge = 0x5624,
    TSplit = 0x5625,
    TDxaCol = 0x7623,
    TInsert = 0x7621,
    TTextFlow = 0x7629,
    TDxaLeft = 0x9601,
    TDxaGapHalf = 0x9602,
    TTableBorders80 = 0xD605,
    TDefTable10 = 0xD606,
    TDefTable = 0xD608,
    TTableBorders = 0xD613,
    TSetBrc80 = 0xD620,
    TVertMerge = 0xD62B,
    TSetBrc = 0xD62F,
    PChgTabs = 0xC615,
    SBkc = 0x3009,
};

/// One property. The operand of one with a length of its own begins behind that length.
struct Property {
    std::uint16_t code = 0;
    std::string_view operand;

    bool on() const { return bytes::u8(operand, 0) != 0; }
};

class PropertyReader {
public:
    explicit PropertyReader(std::string_view grpprl) : rest_(grpprl) {}

    /// The next property; false at the end, or where the list is damaged.
    bool next(Property& property);

private:
    std::string_view rest_;
};

}  // namespace mingdan::doc
