#include "tests/support/workbook_text.h"

#include <cstdlib>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "wrap/zip.h"

namespace mingdan::test {

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string plain(std::string text) {
    for (const auto& [from, to] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}, {"\n", "↵"}}) {
        text = replaced(std::move(text), from, to);
    }
    return text;
}

/// The elements of that name: their start tags, and what stands up to the next end tag of it. Patterns of <regex> would
/// recurse through long texts.
struct Element {
    std::string tag, content;

    std::string attribute(const std::string& name) const {
        const std::size_t begin = tag.find(" " + name + "=\"");
        const std::size_t from = begin + name.size() + 3;
        return begin == std::string::npos ? "" : tag.substr(from, tag.find('"', from) - from);
    }
};

std::vector<Element> all(const std::string& text, const std::string& name) {
    std::vector<Element> found;
    for (std::size_t at = text.find("<" + name); at != std::string::npos; at = text.find("<" + name, at + 1)) {
        const std::size_t end = text.find('>', at);
        const char next = text[at + 1 + name.size()];
        if (next != ' ' && next != '>' && next != '/') {
            continue;
        }
        Element element{text.substr(at, end - at), ""};
        if (!element.tag.ends_with('/')) {
            element.content = text.substr(end + 1, text.find("</" + name + ">", end) - end - 1);
        }
        found.push_back(std::move(element));
    }
    return found;
}

/// The number format of each style, by the style's number.
std::vector<std::string> formats_of(const std::string& styles) {
    std::vector<std::string> known(400);
    known[0] = "";
    known[1] = "0";
    known[2] = "0.00";
    known[49] = "@";
    for (const Element& found : all(styles, "numFmt")) {
        known[std::stoul(found.attribute("numFmtId"))] = found.attribute("formatCode");
    }
    std::vector<std::string> formats;
    for (const Element& found : all(all(styles, "cellXfs").at(0).content, "xf")) {
        formats.push_back(known[std::stoul(found.attribute("numFmtId"))]);
    }
    return formats;
}

std::string shown(const std::string& number, const std::string& format) {
    const std::size_t point = format.find('.');
    const auto decimals = point == std::string::npos ? std::size_t{0} : format.size() - point - 1;
    return fmt::format("#{:.{}f}", std::strtod(number.c_str(), nullptr), decimals);
}

}  // namespace

std::string part_of(const std::string& bytes, const std::string& name) {
    const Limits limits;
    auto archive = zip::Archive::open(std::as_bytes(std::span(bytes)), limits);
    const auto entry = archive.value().find(name);
    std::string content;
    if (entry && entry.value()) {
        const auto done = archive.value().read(*entry.value(), [&](std::string_view chunk) {
            content += chunk;
            return Result<void>{};
        });
        content = done ? content : done.error().describe();
    }
    return content;
}

std::string workbook_text(const std::string& bytes) {
    std::vector<std::string> strings;
    for (const Element& found : all(part_of(bytes, "xl/sharedStrings.xml"), "t")) {
        strings.push_back(plain(found.content));
    }
    const std::vector<std::string> formats = formats_of(part_of(bytes, "xl/styles.xml"));
    std::string text;
    std::size_t number = 0;
    for (const Element& sheet : all(part_of(bytes, "xl/workbook.xml"), "sheet")) {
        text += fmt::format("[{}]\n", plain(sheet.attribute("name")));
        const std::string part = part_of(bytes, fmt::format("xl/worksheets/sheet{}.xml", ++number));
        for (const Element& cell : all(part, "c")) {
            const std::string type = cell.attribute("t");
            const std::string style = cell.attribute("s");
            const std::vector<Element> value = all(cell.content, type == "inlineStr" ? "t" : "v");
            if (value.empty()) {
                continue;
            }
            const std::string read = type == "s" ? strings[std::stoul(value[0].content)]
                                     : type == "inlineStr"
                                         ? plain(value[0].content)
                                         : shown(value[0].content, style.empty() ? "" : formats[std::stoul(style)]);
            text += fmt::format("{} {}\n", cell.attribute("r"), read);
        }
        for (const Element& merge : all(part, "mergeCell")) {
            text += merge.attribute("ref") + " merged\n";
        }
        for (const Element& pane : all(part, "pane")) {
            text += "frozen " + pane.attribute("ySplit") + "\n";
        }
    }
    return text;
}

}  // namespace mingdan::test
