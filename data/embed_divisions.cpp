// A step of the build: makes C++ constants of data/divisions.tsv, so that the program has nothing to parse when it
// starts. usage: embed_divisions divisions.tsv OUT.cpp
//
// Besides the names of the table it works out the short ones by which notices call divisions: 吴兴 for 吴兴区, 景宁 for
// 景宁畲族自治县, 浦东 for 浦东新区. A short name is the beginning of the full one and has two characters or more.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Row {
    std::uint32_t code = 0;
    std::string name;
    std::uint32_t after = 0;      ///< month of the last list without it, 0 if none is known
    std::uint32_t gone = 0xFFFF;  ///< month of the first list without it again
    std::size_t short_size = 0;
};

constexpr std::size_t kHan = 3;  ///< bytes of one Chinese character of the basic plane

// The peoples after which autonomous divisions are named; longer names first where one ends another.
constexpr std::string_view kPeoples[] = {
    "各族",     "维吾尔", "哈萨克", "柯尔克孜", "塔吉克", "锡伯",      "蒙古",     "蒙古族", "回族",
    "藏族",     "苗族",   "彝族",   "壮族",     "布依族", "朝鲜族",    "满族",     "侗族",   "瑶族",
    "白族",     "土家族", "哈尼族", "哈萨克族", "傣族",   "黎族",      "傈僳族",   "佤族",   "畲族",
    "拉祜族",   "水族",   "东乡族", "纳西族",   "景颇族", "土族",      "达斡尔族", "仫佬族", "羌族",
    "布朗族",   "撒拉族", "毛南族", "仡佬族",   "普米族", "怒族",      "独龙族",   "保安族", "裕固族",
    "鄂温克族", "阿昌族", "德昂族", "塔吉克族", "锡伯族", "柯尔克孜族"};

constexpr std::string_view kEndings[] = {"特别行政区", "自治区", "自治州", "自治县", "自治旗", "新区", "地区", "林区",
                                         "特区",       "省",     "市",     "区",     "县",     "旗",   "盟"};

bool take_off(std::string_view& text, std::string_view ending) {
    if (!text.ends_with(ending) || text.size() < ending.size() + 2 * kHan) {
        return false;
    }
    text.remove_suffix(ending.size());
    return true;
}

std::size_t short_size(std::string_view name) {
    std::string_view text = name;
    for (const std::string_view ending : kEndings) {
        if (take_off(text, ending)) {
            break;
        }
    }
    if (text.size() == name.size()) {
        return 0;
    }
    const bool peoples = name.find("自治") != std::string_view::npos || text.ends_with("族");
    for (bool more = peoples; more;) {
        more = false;
        for (const std::string_view people : kPeoples) {
            more = more || take_off(text, people);
        }
    }
    return text.size();
}

std::uint32_t month_of(const std::string& text) {  // 2023-06
    return static_cast<std::uint32_t>(std::stoul(text.substr(0, 4)) * 12 + std::stoul(text.substr(5, 2)) - 1);
}

std::vector<std::string> split(const std::string& line, char mark) {
    std::vector<std::string> parts;
    std::istringstream in(line + mark);
    for (std::string part; std::getline(in, part, mark);) {
        parts.push_back(part);
    }
    return parts;
}

class Table {
public:
    explicit Table(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with("# lists: ")) {
                for (const std::string& date : split(line.substr(9), ' ')) {
                    lists_.push_back(month_of(date));
                }
            } else if (!line.starts_with("#") && !line.starts_with("code\t")) {
                add(split(line, '\t'));
            }
        }
        std::sort(rows_.begin(), rows_.end(),
                  [](const Row& a, const Row& b) { return a.name != b.name ? a.name < b.name : a.code < b.code; });
    }

    void write(std::ostream& out) const {
        out << "// Made of data/divisions.tsv by data/embed_divisions.cpp.\n#include "
               "\"normalize/divisions_table.h\"\n\n"
               "namespace mingdan::divisions {\n\nconst char kNames[] =\n";
        std::size_t size = 0;
        std::map<std::string, std::size_t> places;
        for (const Row& row : rows_) {
            if (places.emplace(row.name, size).second) {
                out << "    \"" << row.name << "\"\n";
                size += row.name.size();
            }
        }
        out << "    ;\n\nconst Entry kEntries[] = {\n";
        for (const Row& row : rows_) {
            out << "    {" << row.code << ", " << places[row.name] << ", " << row.after << ", " << row.gone << ", "
                << row.name.size() << ", " << row.short_size << "},\n";
        }
        out << "};\nconst std::size_t kEntryCount = " << rows_.size()
            << ";\n\nconst std::uint16_t kByShortName[] = {\n";
        const std::vector<std::size_t> shorts = by_short_name();
        for (const std::size_t i : shorts) {
            out << i << ",\n";
        }
        out << "};\nconst std::size_t kShortNameCount = " << shorts.size()
            << ";\n\n}  // namespace mingdan::divisions\n";
    }

    std::size_t size() const { return rows_.size(); }

private:
    void add(const std::vector<std::string>& columns) {
        Row row;
        row.code = columns[0].empty() ? 0 : static_cast<std::uint32_t>(std::stoul(columns[0]));
        row.name = columns[1];
        if (const std::string& since = columns[4]; since.starts_with(">")) {
            row.after = month_of(since.substr(1));
        } else if (!since.empty()) {
            row.after = *(std::lower_bound(lists_.begin(), lists_.end(), month_of(since)) - 1);
        }
        if (const std::string& until = columns[5]; until.starts_with("<")) {
            row.gone = month_of(until.substr(1));
        } else if (!until.empty()) {
            row.gone = *std::upper_bound(lists_.begin(), lists_.end(), month_of(until));
        }
        row.short_size = short_size(row.name);
        rows_.push_back(std::move(row));
    }

    std::vector<std::size_t> by_short_name() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].short_size > 0) {
                order.push_back(i);
            }
        }
        const auto name = [&](std::size_t i) { return std::string_view(rows_[i].name).substr(0, rows_[i].short_size); };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return name(a) < name(b); });
        return order;
    }

    std::vector<std::uint32_t> lists_;
    std::vector<Row> rows_;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: embed_divisions divisions.tsv OUT.cpp\n";
        return 2;
    }
    std::ifstream in(arguments[1]);
    const Table table(in);
    std::ofstream out(arguments[2]);
    table.write(out);
    out.close();
    if (table.size() == 0 || !out) {
        std::cerr << "embed_divisions: cannot make " << arguments[2] << " of " << arguments[1] << '\n';
        return 1;
    }
}
