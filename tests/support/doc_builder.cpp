#include "tests/support/doc_builder.h"

#include <gtest/gtest.h>

#include <span>
#include <utility>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/compound_builder.h"

namespace mingdan {
extern const Reader doc_reader;
}

namespace mingdan::test {

namespace {

constexpr std::size_t kText = 1024;
constexpr std::size_t kPage = 512;
constexpr std::size_t kPairs = 93;

}  // namespace

std::string sprm(std::uint32_t code, std::string_view operand) {
    return u16(code) + std::string(operand);
}

std::string row_of(const std::vector<int>& edges, const std::vector<std::uint32_t>& flags) {
    std::string body = u8(static_cast<std::uint32_t>(edges.size() - 1));
    for (const int edge : edges) {
        body += u16(static_cast<std::uint32_t>(edge));
    }
    for (const std::uint32_t flag : flags) {
        body += u16(flag) + std::string(18, '\0');
    }
    return sprm(0xD608, u16(static_cast<std::uint32_t>(body.size() + 1)) + body);
}

DocBuilder& DocBuilder::run(std::u16string_view text, std::string_view properties) {
    text_ += text;
    runs_.push_back({text_.size(), std::string(properties)});
    return *this;
}

DocBuilder& DocBuilder::end(std::string_view properties, char16_t mark, std::string_view mark_properties) {
    run(std::u16string(1, mark), mark_properties);
    paragraphs_.push_back({text_.size(), std::string(properties)});
    return *this;
}

DocBuilder& DocBuilder::cell(std::u16string_view text) {
    return run(text).end(sprm(0x2416, u8(1)), u'\a');
}

DocBuilder& DocBuilder::row(std::string_view properties) {
    return end(sprm(0x2416, u8(1)) + sprm(0x2417, u8(1)) + std::string(properties), u'\a');
}

DocBuilder& DocBuilder::part(std::size_t index) {
    lengths_[index] = position() - given_;
    given_ = position();
    return *this;
}

std::string DocBuilder::bytes() const {
    const std::size_t width = compressed_ ? 1 : 2;
    std::string word(kText, '\0');
    for (const char16_t unit : text_) {
        word += compressed_ ? u8(unit) : u16(unit);
    }
    word.resize((word.size() + kPage - 1) / kPage * kPage, '\0');
    const auto offset = [&](std::size_t at) { return u32(static_cast<std::uint32_t>(kText + at * width)); };
    // each run and each paragraph has a page of its own
    const auto pages = [&](const std::vector<Stretch>& stretches, bool paragraphs) {
        std::string table;
        std::string numbers;
        std::size_t begin = 0;
        for (const Stretch& one : stretches) {
            std::string page = offset(begin) + offset(one.end);
            page += u8(50) + std::string(91, '\0');
            const auto size = static_cast<std::uint32_t>(one.properties.size());
            page += paragraphs ? u8(0) + u8((size + 3) / 2) + u16(0) : u8(size);
            page += one.properties;
            page.resize(kPage - 1, '\0');
            numbers += u32(static_cast<std::uint32_t>(word.size() / kPage));
            word += page + u8(1);
            table += offset(begin);
            begin = one.end;
        }
        return table + offset(begin) + numbers;
    };
    std::map<std::size_t, std::string> blocks = blocks_;
    blocks[12] = pages(runs_, false);
    blocks[13] = pages(paragraphs_, true);
    const std::uint32_t place = compressed_ ? (kText * 2) | 0x40000000u : kText;
    const std::string pieces = u32(0) + u32(position()) + u16(0) + u32(place) + u16(0);
    blocks[33] = u8(2) + u32(static_cast<std::uint32_t>(pieces.size())) + pieces;
    std::string table(8, '\0');
    std::vector<std::string> pairs(kPairs, u32(0) + u32(0));
    for (const auto& [index, content] : blocks) {
        pairs[index] = u32(static_cast<std::uint32_t>(table.size())) + u32(static_cast<std::uint32_t>(content.size()));
        table += content;
    }
    std::vector<std::uint32_t> lengths = lengths_;
    if (given_ < position()) {
        lengths[given_ == 0 ? 0 : 6] += position() - given_;
    }
    std::string head = u16(0xA5EC) + u16(version_) + std::string(6, '\0') + u16(flags_) + std::string(20, '\0');
    head += u16(14) + std::string(28, '\0') + u16(22) + std::string(12, '\0');
    for (const std::size_t part : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
        head += u32(lengths[part]);
    }
    head += u32(0);
    for (std::size_t part = 3; part < 7; ++part) {
        head += u32(lengths[part]);
    }
    head += std::string(4 * 11, '\0') + u16(kPairs);
    for (const std::string& pair : pairs) {
        head += pair;
    }
    word.replace(0, head.size(), head);
    CompoundBuilder builder;
    builder.stream("WordDocument", word).stream("1Table", table);
    return builder.stream("Data", data_).bytes();
}

Result<Document> read_doc(std::string_view bytes, const Limits& limits) {
    const Input input{std::as_bytes(std::span(bytes)), limits};
    EXPECT_TRUE(doc_reader.sniff(input));
    Result<Document> document = doc_reader.read(input);
    if (document) {
        EXPECT_EQ(document->read, weight_of(*document) + left_out_of(*document))
            << "a character is neither kept nor left out";
    }
    return document;
}

Document read_built(const DocBuilder& builder) {
    Result<Document> document = read_doc(builder.bytes());
    EXPECT_TRUE(document) << (document ? "" : document.error().describe());
    return document ? std::move(document).value() : Document{};
}

}  // namespace mingdan::test
