// Writes a roster that it is told, so that another language can say what the emitters should have written.
//
//   emit_probe FORM [--long] [--excel] [--trace] [--separator TEXT]
//
// Standard input, all texts in hexadecimal: "title TEXT", "note TEXT", "columns TYPE:NAME …", "record CELL …" and
// "total CELL …", a cell being "-" or items joined by ",". The findings of writing go to standard error, one a line:
// code, record, column in hexadecimal.
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

namespace {

using namespace mingdan;

std::string from_hexadecimal(std::string_view digits) {
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string text;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        text += static_cast<char>(value(digits[i]) * 16 + value(digits[i + 1]));
    }
    return text;
}

Field field(std::string_view digits) {
    Field made;
    made.text = from_hexadecimal(digits);
    return made;
}

Column column(const std::string& word) {
    const std::size_t colon = word.find(':');
    Column made;
    made.name = field(std::string_view(word).substr(colon + 1));
    for (const ColumnType type : {ColumnType::string, ColumnType::integer, ColumnType::number, ColumnType::list}) {
        if (word.substr(0, colon) == type_name(type)) {
            made.type = type;
        }
    }
    return made;
}

Value cell(const std::string& word) {
    Value made;
    std::istringstream items(word == "-" ? "" : word);
    for (std::string item; std::getline(items, item, ',');) {
        made.items.push_back(field(item));
    }
    return made;
}

Record row(std::istream& words) {
    Record made;
    for (std::string word; words >> word;) {
        made.values.push_back(cell(word));
    }
    return made;
}

Notice read_notice(std::istream& in) {
    Notice notice;
    notice.source = {"probe", "text", 0, std::string(64, '0')};
    Roster& roster = notice.rosters.emplace_back();
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string kind, word;
        words >> kind;
        if (kind == "columns") {
            while (words >> word) {
                roster.columns.push_back(column(word));
            }
        } else if (kind == "record" || kind == "total") {
            (kind == "record" ? roster.records : roster.totals).push_back(row(words));
        } else if (words >> word; kind == "title") {
            notice.title = field(word);
        } else {
            roster.notes.push_back(field(word));
        }
    }
    return notice;
}

EmitOptions read_options(int count, char** words) {
    EmitOptions options;
    for (int i = 0; i < count; ++i) {
        const std::string_view word = words[i];
        options.trace |= word == "--trace";
        options.excel |= word == "--excel";
        if (word == "--long") {
            options.csv_shape = CsvShape::long_;
        } else if (word == "--separator" && i + 1 < count) {
            options.list_separator = words[++i];
        }
    }
    return options;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        fmt::print(stderr, "usage: emit_probe FORM [--long] [--excel] [--trace] [--separator TEXT]\n");
        return 2;
    }
    std::vector<Finding> found;
    const Notice notice = read_notice(std::cin);
    const auto result = emit(notice, words[1], std::cout, read_options(count - 2, words + 2), &found);
    for (const Finding& finding : found) {
        std::string name;
        for (const char c : finding.at.column) {
            name += fmt::format("{:02x}", static_cast<unsigned char>(c));
        }
        fmt::print(stderr, "{} {} {}\n", finding_name(finding.code),
                   finding.at.record ? static_cast<int>(*finding.at.record) : -1, name);
    }
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().describe());
        return exit_code(result.error().code);
    }
    return 0;
}
