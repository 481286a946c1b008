// Word 97-2003 files made in memory: paragraphs of runs with their properties as bytes, for tests of single oddities.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::test {

/// A property: its code and its operand, the operand's own length included where it has one.
std::string sprm(std::uint32_t code, std::string_view operand);

class DocBuilder {
public:
    /// Text with the properties of characters; controls stand in it as they are ("\x13", "\x0B").
    DocBuilder& run(std::u16string_view text, std::string_view properties = "");
    /// Ends the paragraph with a mark (\r, \a …); properties of the paragraph and of its mark.
    DocBuilder& end(std::string_view properties = "", char16_t mark = u'\r', std::string_view mark_properties = "");
    /// A paragraph of one run.
    DocBuilder& p(std::u16string_view text, std::string_view properties = "") { return run(text).end(properties); }
    /// A cell of one paragraph, and the mark behind a row with the row's properties.
    DocBuilder& cell(std::u16string_view text);
    DocBuilder& row(std::string_view properties);
    /// All text so far that belongs to no part yet is that part (0 body, 1 footnotes, 2 headers …).
    DocBuilder& part(std::size_t index);
    /// A block of the table stream by its number.
    DocBuilder& block(std::size_t index, std::string_view content) {
        blocks_[index] = content;
        return *this;
    }
    DocBuilder& data(std::string_view content) {
        data_ = content;
        return *this;
    }
    DocBuilder& flags(std::uint32_t flags) {
        flags_ = flags;
        return *this;
    }
    DocBuilder& version(std::uint32_t version) {
        version_ = version;
        return *this;
    }
    /// One byte a character.
    DocBuilder& compressed() {
        compressed_ = true;
        return *this;
    }
    std::string bytes() const;
    std::uint32_t position() const { return static_cast<std::uint32_t>(text_.size()); }

private:
    struct Stretch {
        std::size_t end = 0;
        std::string properties;
    };

    std::u16string text_;
    std::vector<Stretch> runs_;
    std::vector<Stretch> paragraphs_;
    std::vector<std::uint32_t> lengths_ = std::vector<std::uint32_t>(7);
    std::uint32_t given_ = 0;
    std::map<std::size_t, std::string> blocks_;
    std::string data_;
    std::uint32_t flags_ = 0x0200;
    std::uint32_t version_ = 0xC1;
    bool compressed_ = false;
};

/// TDefTable: the edges of a row's cells, and a descriptor's flags for each.
std::string row_of(const std::vector<int>& edges, const std::vector<std::uint32_t>& flags = {});

/// Reads it as the doc reader does; the test fails if a character is neither kept nor left out.
Result<Document> read_doc(std::string_view bytes, const Limits& limits = {});
Document read_built(const DocBuilder& builder);

}  // namespace mingdan::test
