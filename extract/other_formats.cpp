// By content, never by suffix: a .doc is often RTF, HTML, MHT or WordML inside, and a .wps may be a compound file, a
// ZIP archive or Microsoft Works. A compound file (OLE, [MS-CFB]) is told apart by the names in its directory, which
// stand as UTF-16LE in the bytes; Tika has met `ENCRYPTEDPACKAGE` in capitals.
#include "extract/other_formats.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace mingdan {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSaveAsWord = "open it in Word or WPS and save it as .docx";

/// Lower case of ASCII letters.
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equal_letters(char a, char b) {
    return lower(a) == lower(b);
}

bool begins(std::string_view bytes, std::string_view word) {
    return bytes.size() >= word.size() && std::equal(word.begin(), word.end(), bytes.begin(), equal_letters);
}

bool contains(std::string_view bytes, std::string_view word) {
    return std::search(bytes.begin(), bytes.end(), word.begin(), word.end(), equal_letters) != bytes.end();
}

/// A name as the directory of a compound file writes it: UTF-16LE, its length and a NUL behind it.
bool has_entry(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) {
        wide += c;
        wide += '\0';
    }
    wide.append(2, '\0');
    return contains(bytes, wide);
}

Error other(std::string_view what, std::string_view hint) {
    return fail(ErrorCode::unsupported_format, fmt::format("this is {}, which is not read", what), std::string(hint));
}

Error name_compound_file(std::string_view bytes) {
    if (has_entry(bytes, "EncryptedPackage")) {
        return fail(ErrorCode::encrypted, "this is an Office file that is encrypted with a password",
                    "open it with its password and save it without one");
    }
    if (has_entry(bytes, "WordDocument")) {
        return fail(ErrorCode::damaged_file, "this is a Word 97-2003 document whose container (OLE) is damaged",
                    "fetch the file again, or open it in Word or WPS and save it anew");
    }
    if (has_entry(bytes, "Workbook")) {
        return fail(ErrorCode::damaged_file, "this is an Excel 97-2003 workbook whose container (OLE) is damaged",
                    "fetch the file again, or open it in Excel or WPS and save it anew");
    }
    if (has_entry(bytes, "Book")) {
        return other("an Excel 5.0/95 workbook", "open it in Excel or WPS and save it as .xlsx");
    }
    if (has_entry(bytes, "PowerPoint Document")) {
        return other("a PowerPoint 97-2003 presentation", "copy the list into a Word file");
    }
    if (has_entry(bytes, "MatOST") || has_entry(bytes, "CONTENTS") || has_entry(bytes, "CHNKWKS")) {
        return other("a Microsoft Works document (.wps)", kSaveAsWord);
    }
    return other("a compound file (OLE) without a Word document", kSaveAsWord);
}

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view what;
    std::string_view hint;
};

constexpr std::string_view kPicture = "text is needed: type the list or have it recognised (OCR), and save it as .docx";
constexpr std::string_view kUnpack = "unpack it and convert the files inside";

constexpr Signature kSignatures[] = {
    {0, "\x89PNG\r\n\x1A\n"sv, "a PNG picture", kPicture},
    {0, "\xFF\xD8\xFF"sv, "a JPEG picture", kPicture},
    {0, "GIF8"sv, "a GIF picture", kPicture},
    {0, "II*\0"sv, "a TIFF picture", kPicture},
    {0, "MM\0*"sv, "a TIFF picture", kPicture},
    {8, "WEBP"sv, "a WebP picture", kPicture},
    {0, "\x1F\x8B"sv, "a gzip archive", kUnpack},
    {0, "Rar!\x1A\x07"sv, "a RAR archive", kUnpack},
    {0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive", kUnpack},
    {0, "BZh"sv, "a bzip2 archive", kUnpack},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "an xz archive", kUnpack},
    {257, "ustar"sv, "a tar archive", kUnpack},
    {0, "\xDB\xA5-\0"sv, "a Word 2 document", kSaveAsWord},
    {0, "Founder CEB"sv, "a CEB document", "print or export it from its viewer as text"},
    {0, "SQLite format 3\0"sv, "an SQLite database", ""},
    {0,
     "\x7F"
     "ELF"sv,
     "a program", ""},
};

/// BM alone could begin a text; the header's size field tells.
bool is_bitmap(std::string_view bytes) {
    return bytes.size() > 18 && bytes.starts_with("BM") && bytes.substr(6, 4) == "\0\0\0\0"sv && bytes[14] >= 12 &&
           bytes.substr(15, 3) == "\0\0\0"sv;
}

std::string_view without_mark_and_space(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

std::optional<Error> name_marked_text(std::string_view bytes) {
    const std::string_view head = without_mark_and_space(bytes.substr(0, 4096));
    if (begins(head, "<?xml") || begins(head, "<pkg:package")) {
        if (contains(head, "<pkg:package") || contains(head, "progid=\"Excel.Sheet\"")) {
            return other("an Office document saved as one XML file", kSaveAsWord);
        }
        if (contains(head, "<uof:UOF") || contains(head, "schemas.uof.org")) {
            return other("a UOF document", kSaveAsWord);
        }
        return other("an XML file", kSaveAsWord);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Error> name_other_format(std::string_view bytes) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return name_compound_file(bytes);
    }
    if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
        return other("a PDF document", "ask for the Word file, or copy its text into a text file");
    }
    for (const Signature& signature : kSignatures) {
        if (bytes.size() > signature.offset && bytes.substr(signature.offset).starts_with(signature.bytes)) {
            return other(signature.what, signature.hint);
        }
    }
    if (is_bitmap(bytes)) {
        return other("a BMP picture", kPicture);
    }
    return name_marked_text(bytes);
}

}  // namespace mingdan
