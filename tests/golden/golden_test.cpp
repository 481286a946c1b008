// Every folder samples/<format>/<name>/ is a test: what its notice.* becomes, in each form, is what expected/ holds.
// The names there are those that `mingdan convert -o` writes (notice.docx.json, notice.docx.roster-1.csv, …), beside
// notice.docx.document.txt, the document as `inspect` draws it, and notice.docx.error.txt where a file cannot be read.
// Workbooks are not compared byte by byte but read back (tests/readback). A rules.toml beside the notice is obeyed
// (--rules). MINGDAN_ACCEPT=1 writes expected/ instead of comparing; the diff is then read like code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

namespace {

namespace fs = std::filesystem;
using Outputs = std::map<std::string, std::string>;  ///< file name -> content

std::string load(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool accepting() {
    const char* wish = std::getenv("MINGDAN_ACCEPT");
    return wish != nullptr && std::string_view(wish) == "1";
}

std::vector<fs::path> inputs_in(const fs::path& folder) {
    std::vector<fs::path> inputs;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().filename().string().starts_with("notice.")) {
            inputs.push_back(entry.path());
        }
    }
    std::sort(inputs.begin(), inputs.end());
    return inputs;
}

std::vector<fs::path> sample_folders() {
    std::vector<fs::path> folders;
    const fs::path samples = fs::path(MINGDAN_SOURCE_DIR) / "samples";
    if (fs::is_directory(samples)) {
        for (const auto& format : fs::directory_iterator(samples)) {
            for (const auto& folder :
                 format.is_directory() ? fs::directory_iterator(format) : fs::directory_iterator()) {
                folders.push_back(folder.path());
            }
        }
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

mingdan::Result<mingdan::Notice> convert(const fs::path& input, const std::string& content) {
    mingdan::Options options;
    options.name = input.filename().string();
    if (const fs::path rules = input.parent_path() / "rules.toml"; fs::exists(rules)) {
        auto read = mingdan::read_rules(rules.string());
        if (!read) {
            return read.error();
        }
        options.rules = std::move(*read);
    }
    return mingdan::convert(std::as_bytes(std::span(content)), options);
}

std::string emitted(const mingdan::Notice& notice, std::string_view form, const mingdan::EmitOptions& options = {}) {
    std::ostringstream out;
    const auto result = mingdan::emit(notice, form, out, options);
    return result ? out.str() : "error: " + result.error().describe() + "\n";
}

/// Everything that mingdan makes of an input.
Outputs outputs_of(const fs::path& input) {
    const std::string content = load(input);
    const std::string name = input.filename().string();
    const auto notice = convert(input, content);
    if (!notice) {
        return {{name + ".error.txt",
                 std::string(error_name(notice.error().code)) + ": " + notice.error().describe() + "\n"}};
    }
    Outputs outputs;
    outputs[name + ".json"] = emitted(*notice, "json");
    outputs[name + ".ndjson"] = emitted(*notice, "ndjson");
    outputs[name + ".md"] = emitted(*notice, "markdown");
    outputs[name + ".trace.json"] = emitted(*notice, "json", {.trace = true});
    for (std::uint32_t roster = 0; roster < notice->rosters.size(); ++roster) {
        outputs[fmt::format("{}.roster-{}.csv", name, roster + 1)] = emitted(*notice, "csv", {.roster = roster});
        outputs[fmt::format("{}.roster-{}.long.csv", name, roster + 1)] =
            emitted(*notice, "csv", {.csv_shape = mingdan::CsvShape::long_, .roster = roster});
    }
    if (const auto document = mingdan::read(std::as_bytes(std::span(content)))) {
        outputs[name + ".document.txt"] = mingdan::draw(*document);
    }
    return outputs;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The lines that differ, between what the beginnings and ends have in common; "" if there are none.
std::string difference(const std::string& expected, const std::string& actual) {
    if (expected == actual) {
        return {};
    }
    const std::vector<std::string> was = lines_of(expected);
    const std::vector<std::string> is = lines_of(actual);
    const std::size_t shorter = std::min(was.size(), is.size());
    std::size_t head = 0;
    while (head < shorter && was[head] == is[head]) {
        ++head;
    }
    std::size_t tail = 0;
    while (tail < shorter - head && was[was.size() - 1 - tail] == is[is.size() - 1 - tail]) {
        ++tail;
    }
    std::string text = fmt::format("line {}:\n", head + 1);
    constexpr std::size_t kShown = 12;
    const auto show = [&](const std::vector<std::string>& lines, char sign) {
        for (std::size_t i = head; i < lines.size() - tail && i < head + kShown; ++i) {
            text += fmt::format("{} {}\n", sign, lines[i]);
        }
        if (lines.size() - tail > head + kShown) {
            text += fmt::format("{} … {} more\n", sign, lines.size() - tail - head - kShown);
        }
    };
    show(was, '-');
    show(is, '+');
    return was == is ? "only the line ends differ\n" : text;
}

/// Writes expected/: the forms that stand there now, or the usual ones in a new folder.
void accept(const fs::path& folder, const fs::path& input, const Outputs& outputs) {
    const std::string name = input.filename().string();
    const fs::path expected = folder / "expected";
    fs::create_directories(expected);
    const bool known = fs::exists(expected / (name + ".json")) || fs::exists(expected / (name + ".error.txt"));
    for (const auto& [file, content] : outputs) {
        const bool usual = !file.ends_with(".trace.json") && !file.ends_with(".long.csv") && !file.ends_with(".ndjson");
        const bool whole = file == name + ".json" || file == name + ".error.txt";
        if (whole || fs::exists(expected / file) || (usual && !known)) {
            std::ofstream(expected / file, std::ios::binary) << content;
        }
    }
    for (const auto& entry : fs::directory_iterator(expected)) {
        const std::string file = entry.path().filename().string();
        if (file.starts_with(name + ".") && !outputs.contains(file)) {
            fs::remove(entry.path());
        }
    }
}

void compare(const fs::path& folder, const fs::path& input, const Outputs& outputs) {
    const std::string name = input.filename().string();
    std::size_t compared = 0;
    const fs::path expected = folder / "expected";
    ASSERT_TRUE(fs::is_directory(expected)) << folder << " holds nothing to expect; MINGDAN_ACCEPT=1 writes it";
    for (const auto& entry : fs::directory_iterator(expected)) {
        const std::string file = entry.path().filename().string();
        if (!file.starts_with(name + ".")) {
            continue;
        }
        const auto output = outputs.find(file);
        ASSERT_NE(output, outputs.end()) << entry.path() << " is expected and was not made";
        EXPECT_EQ(difference(load(entry.path()), output->second), "") << entry.path();
        ++compared;
    }
    const bool whole = fs::exists(expected / (name + ".json")) || fs::exists(expected / (name + ".error.txt"));
    EXPECT_TRUE(whole && compared > 0) << expected << " lacks " << name << ".json; MINGDAN_ACCEPT=1 writes it";
}

/// The rosters and the notice's head as JSON, without what only speaks of the file.
std::string content_of(const fs::path& input) {
    auto notice = convert(input, load(input));
    if (!notice) {
        return notice.error().describe();
    }
    notice->source = {};
    notice->findings.clear();
    notice->accounting = {};
    const std::string json = emitted(*notice, "json");
    return json.substr(0, json.rfind("\"fixes\""));
}

class Sample : public testing::TestWithParam<fs::path> {};

TEST_P(Sample, gives_what_is_expected) {
    const std::vector<fs::path> inputs = inputs_in(GetParam());
    ASSERT_FALSE(inputs.empty()) << GetParam() << " holds no notice.*";
    EXPECT_TRUE(fs::exists(GetParam() / "about.md")) << "say in about.md what the sample shows";
    for (const fs::path& input : inputs) {
        if (accepting()) {
            accept(GetParam(), input, outputs_of(input));
        } else {
            compare(GetParam(), input, outputs_of(input));
        }
    }
}

TEST_P(Sample, is_the_same_in_each_of_its_formats) {
    const std::vector<fs::path> inputs = inputs_in(GetParam());
    for (const fs::path& input : inputs) {
        EXPECT_EQ(difference(content_of(inputs.front()), content_of(input)), "") << input;
    }
}

std::string test_name(const testing::TestParamInfo<fs::path>& sample) {
    std::string name = sample.param.parent_path().filename().string() + "_" + sample.param.filename().string();
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Samples, Sample, testing::ValuesIn(sample_folders()), test_name);

TEST(Difference, names_the_line_and_shows_both) {
    EXPECT_EQ(difference("a\nb\nc\n", "a\nb\nc\n"), "");
    EXPECT_EQ(difference("a\nb\nc\n", "a\nx\nc\n"), "line 2:\n- b\n+ x\n");
    EXPECT_EQ(difference("a\n", "a"), "only the line ends differ\n");
}

}  // namespace
