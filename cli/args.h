// The words of a command line as plain structs. CLI11 stays behind this header.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/diff.h>
#include <mingdan/finding.h>
#include <mingdan/options.h>
#include <mingdan/plan.h>
#include <mingdan/shard.h>
#include <mingdan/work.h>

namespace mingdan::cli {

/// The words behind the command: argv[2] …
using Words = std::vector<std::string>;

struct ConvertArguments {
    std::string input;
    std::vector<std::string> forms;  ///< known ones, each once
    std::string output;              ///< as given, or empty for standard output
    EmitOptions emit;
    Options options;
};

struct BatchArguments {
    BatchOptions batch;
    bool isolate = false;
};

struct RunArguments {
    BatchArguments batch;
    std::string shard;  ///< as given; "auto" or nothing asks the environment
    bool again = false;
};

enum class View : std::uint8_t { text, json };

struct InspectArguments {
    std::string input;
    View view = View::text;
    Options options;
};

/// Positions count from 1.
struct ExplainArguments {
    std::string input;
    std::size_t roster = 1;
    std::size_t record = 0;
    std::string column;  ///< a column's name, or empty for all columns
    Options options;
};

struct CheckArguments {
    std::vector<std::string> inputs;
    Severity fail_on = Severity::error;
    View view = View::text;
    Options options;
};

struct DiffArguments {
    std::string before;
    std::string after;
    DiffOptions diff;
    View view = View::text;
    bool fail_on_change = false;
    Options options;
};

// Each fills the arguments, or gives the exit code to end with: help was printed, or wrong usage named.
std::optional<int> parse(const Words& words, ConvertArguments& arguments);
std::optional<int> parse(const Words& words, BatchArguments& arguments);
std::optional<int> parse(const Words& words, PlanOptions& arguments);
std::optional<int> parse(const Words& words, RunArguments& arguments);
std::optional<int> parse(const Words& words, MergeOptions& arguments);
std::optional<int> parse(const Words& words, WorkOptions& arguments);
std::optional<int> parse(const Words& words, InspectArguments& arguments);
std::optional<int> parse(const Words& words, ExplainArguments& arguments);
std::optional<int> parse(const Words& words, CheckArguments& arguments);
std::optional<int> parse(const Words& words, DiffArguments& arguments);
/// For a command without arguments.
std::optional<int> parse_nothing(const Words& words, const std::string& command, const std::string& description);

}  // namespace mingdan::cli
