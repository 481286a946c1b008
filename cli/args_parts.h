// What the commands' options have in common. Included by the files that build options (args*.cpp) and by no other,
// since CLI11 is slow to compile.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "cli/args.h"

namespace mingdan::cli {

/// Options that concern the reading, as they were given.
struct ReadingWords {
    std::vector<std::string> skip;
    std::vector<std::string> limits;
    std::string rules;
};

/// Options of batch and run that need a look when all are there.
struct BatchWords {
    std::vector<std::string> forms{"json"};
    ReadingWords reading;
    std::string memory;
    const CLI::Option* time = nullptr;
};

Error usage(std::string message, std::string hint);

void prepare(CLI::App& app);
void add_reading(CLI::App& app, ReadingWords& words);
void add_emitting(CLI::App& app, Options& options, EmitOptions& emit);
void add_threads(CLI::App& app, unsigned& threads);
void add_forms(CLI::App& app, std::vector<std::string>& forms);
void add_isolation(CLI::App& app, BatchArguments& arguments, BatchWords& words);
std::string limits_help();

/// Parses. Gives the exit code to end with, if it is to end.
std::optional<int> parse_words(CLI::App& app, const Words& words);
std::optional<int> finish(const Result<void>& checked);
Result<void> set_reading(const ReadingWords& words, Options& options);
Result<void> set_batching(const BatchWords& words, BatchArguments& arguments);

}  // namespace mingdan::cli
