// Bytes -> valid UTF-8. The order of belief: byte order mark, strict UTF-8, UTF-16 by its byte pattern, strict GB18030,
// and at last the likelier of UTF-8 and GB18030 with each bad byte replaced by U+FFFD and reported.
// A statistical detector is not asked: on a dozen bytes of Chinese it guesses UTF-16BE or ISO-8859-1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

namespace mingdan::text {

/// How the encoding was found.
enum class Evidence : std::uint8_t {
    mark,      ///< a byte order mark said so
    valid,     ///< strict UTF-8 without a mark
    declared,  ///< the file names its encoding, and the bytes fit
    guess,     ///< the bytes fit, nothing said so
};

/// Bytes that are no text in the encoding. One U+FFFD stands for them.
struct InvalidBytes {
    std::size_t offset = 0;  ///< in the input
    std::size_t at = 0;      ///< of the U+FFFD in Decoded::text
    std::string bytes;       ///< as they are
};

struct Decoded {
    std::string text;           ///< valid UTF-8 without mark and without NUL
    std::string_view encoding;  ///< "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", or the declared one
    Evidence evidence{};
    std::uint64_t invalid = 0;           ///< how many pieces were replaced
    std::vector<InvalidBytes> examples;  ///< the first thousand of them
    std::uint64_t mapped = 0;            ///< private-use codes of GB18030-2005 brought to their Unicode characters
};

/// Decodes; ErrorCode::damaged_text for what is plainly no text.
Result<Decoded> decode(std::string_view bytes);

/// Decodes what names its own encoding (a web page's meta element, a MIME header). Marks and strict UTF-8 come before
/// the name, since pages are saved anew and keep it; gb2312 and gbk are GB18030, whose characters stand in them; a name
/// that says nothing (iso-8859-1, which templates declare) or is not known leaves the choice to decode(). NULs are
/// passed over. `label` as it was found, "" for none.
Result<Decoded> decode_declared(std::string_view bytes, std::string_view label);

/// Whether the beginning of `bytes` may be text in one of the encodings: no NUL but in UTF-16, hardly any controls.
bool looks_like_text(std::string_view bytes);

}  // namespace mingdan::text
