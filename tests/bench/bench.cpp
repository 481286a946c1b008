// The benchmark: what converting costs, as multiples of the floor (floor.h) measured in the same run, and how memory
// and cost per row grow. Ratios only: absolute times belong to a machine, ratios to the program.
//   bench [--check] PROGRAM REPORT.json SMALL.docx... --rows N=FILE...
// Small files are converted warm, many times in one process; rosters of N rows are also given to the whole program.
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <vector>

#include <mingdan/mingdan.h>

#include "floor.h"
#include "measure.h"

using namespace mingdan::bench;

namespace {

struct Line {
    std::string name;
    double value = 0;
    double low = 0;
    double high = 0;  ///< 0: reported only
    bool holds() const { return high == 0 || (value >= low && value <= high); }
};

struct Roster {
    std::size_t rows = 0;
    std::string file;
};

struct Arguments {
    bool check = false;
    std::string program;
    std::string report;
    std::vector<std::string> small;
    std::vector<Roster> rosters;
};

std::optional<Arguments> parse(int count, char** words) {
    Arguments arguments;
    std::vector<std::string> plain;
    bool rows = false;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--check") {
            arguments.check = true;
        } else if (word == "--rows") {
            rows = true;
        } else if (const std::size_t equals = word.find('='); rows && equals != std::string::npos) {
            arguments.rosters.push_back({std::stoul(word), word.substr(equals + 1)});
        } else {
            plain.push_back(word);
        }
    }
    if (plain.size() < 3 || arguments.rosters.size() < 2) {
        return std::nullopt;
    }
    arguments.program = plain[0];
    arguments.report = plain[1];
    arguments.small.assign(plain.begin() + 2, plain.end());
    return arguments;
}

std::string load(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::span<const std::byte> as_bytes(const std::string& text) {
    return std::as_bytes(std::span(text));
}

/// Converts and writes JSON; the number of records in all rosters, or none if it failed.
std::optional<std::size_t> convert(const std::string& file) {
    const auto notice = mingdan::convert(as_bytes(file));
    std::ostringstream out;
    if (!notice || !mingdan::emit(*notice, "json", out)) {
        return std::nullopt;
    }
    std::size_t records = 0;
    for (const auto& roster : notice->rosters) {
        records += roster.records.size();
    }
    return records;
}

template <class Work>
double time_of(Work work) {
    const double begin = cpu_seconds();
    work();
    return cpu_seconds() - begin;
}

/// Median cost of a conversion as a multiple of the floor's, in turns; -1 when either fails.
double warm_ratio(const std::string& path, int rounds) {
    const std::string file = load(path);
    if (!convert(file) || run_floor(as_bytes(file)) == 0) {
        return -1;
    }
    std::vector<double> ours;
    std::vector<double> floors;
    for (int i = 0; i < rounds; ++i) {
        ours.push_back(time_of([&] { convert(file); }));
        floors.push_back(time_of([&] { run_floor(as_bytes(file)); }));
    }
    return median(ours) / median(floors);
}

/// The least of some measurements: noise only adds.
template <class Measure>
Cost least(int rounds, Measure measure) {
    Cost best = measure();
    for (int i = 1; i < rounds; ++i) {
        const Cost next = measure();
        best.seconds = std::min(best.seconds, next.seconds);
        best.peak_mib = std::max(best.peak_mib, next.peak_mib);
        best.succeeded = best.succeeded && next.succeeded;
    }
    return best;
}

std::string name_of(const std::string& path) {
    const std::size_t file = path.rfind('/');
    const std::size_t folder = file == std::string::npos || file == 0 ? std::string::npos : path.rfind('/', file - 1);
    return path.substr(folder == std::string::npos ? 0 : folder + 1);
}

struct Measured {
    Cost program;
    Cost floor;
    double converted = 0;  ///< seconds in process, without start-up
    std::size_t records = 0;
};

Measured measure(const std::string& program, const Roster& roster) {
    const int rounds = roster.rows <= 1'000 ? 9 : 3;
    Measured measured;
    measured.program = least(rounds, [&] { return run({program, "convert", roster.file}); });
    measured.floor = least(rounds, [&] {
        return run_apart([&] { return static_cast<double>(run_floor(as_bytes(load(roster.file)))); }).cost;
    });
    measured.records = static_cast<std::size_t>(
        run_apart([&] { return static_cast<double>(convert(load(roster.file)).value_or(0)); }).value);
    for (int i = 0; i < rounds; ++i) {
        const double seconds = run_apart([&] {
                                   const std::string file = load(roster.file);
                                   return time_of([&] { convert(file); });
                               }).value;
        measured.converted = i == 0 ? seconds : std::min(measured.converted, seconds);
    }
    return measured;
}

std::vector<Line> measure_all(const Arguments& arguments, bool& complete) {
    std::vector<Line> lines;
    for (const std::string& path : arguments.small) {
        const Figure figure = run_apart([&] { return warm_ratio(path, 400); });
        complete = complete && figure.value > 0;
        lines.push_back({fmt::format("{}, warm, in process / floor", name_of(path)), figure.value, 0, 2});
    }
    std::vector<Measured> all;
    for (const Roster& roster : arguments.rosters) {
        all.push_back(measure(arguments.program, roster));
        const Measured& one = all.back();
        complete = complete && one.program.succeeded && one.floor.succeeded && one.records == roster.rows;
        const bool judged = roster.rows == 10'000;
        lines.push_back({fmt::format("{} rows, whole program / floor", roster.rows),
                         one.program.seconds / one.floor.seconds, 0, judged ? 2.0 : 0});
        lines.push_back({fmt::format("{} rows, peak memory of the program in MiB", roster.rows), one.program.peak_mib,
                         0, judged ? 64.0 : 0});
        lines.push_back({fmt::format("{} rows, records found / rows", roster.rows),
                         static_cast<double>(one.records) / static_cast<double>(roster.rows), 1, 1});
    }
    const double growth =
        static_cast<double>(arguments.rosters.back().rows) / static_cast<double>(arguments.rosters.front().rows);
    const std::string span =
        fmt::format("cost per row, {} rows / {}", arguments.rosters.back().rows, arguments.rosters.front().rows);
    lines.push_back({span + ", in process", all.back().converted / all.front().converted / growth, 0.85, 1.15});
    lines.push_back(
        {span + ", whole program", all.back().program.seconds / all.front().program.seconds / growth, 0, 1.15});
    return lines;
}

void print(const std::vector<Line>& lines) {
    fmt::print("{:<62} {:>8} {:>12}\n", "", "measured", "limit");
    for (const Line& line : lines) {
        const std::string limit = line.high == 0  ? ""
                                  : line.low == 0 ? fmt::format("<= {:.2f}", line.high)
                                                  : fmt::format("{:.2f}..{:.2f}", line.low, line.high);
        fmt::print("{:<62} {:>8.2f} {:>12} {}\n", line.name, line.value, limit, line.holds() ? "" : "OVER");
    }
}

bool write_report(const std::string& path, const std::vector<Line>& lines) {
    std::ofstream out(path);
    out << "{\"measures\": [\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out << fmt::format("  {{\"name\": \"{}\", \"value\": {:.4f}, \"limit\": {}, \"holds\": {}}}{}\n", lines[i].name,
                           lines[i].value, lines[i].high == 0 ? "null" : fmt::format("{:.2f}", lines[i].high),
                           lines[i].holds(), i + 1 < lines.size() ? "," : "");
    }
    out << "]}\n";
    return out.good();
}

}  // namespace

int main(int count, char** words) {
    const auto arguments = parse(count, words);
    if (!arguments) {
        fmt::print(stderr, "usage: bench [--check] PROGRAM REPORT.json SMALL.docx... --rows N=FILE N=FILE...\n");
        return 2;
    }
    bool complete = true;
    const std::vector<Line> lines = measure_all(*arguments, complete);
    print(lines);
    if (!complete || !write_report(arguments->report, lines)) {
        fmt::print(stderr, "a file could not be converted whole, or the report not be written\n");
        return 1;
    }
    const bool hold = std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.holds(); });
    return hold || !arguments->check ? 0 : 1;
}
