// The commands that this build knows. Each gives the exit code (contract section 1).
#pragma once

#include <span>
#include <string_view>

#include "cli/args.h"

namespace mingdan::cli {

struct Command {
    std::string_view name;
    std::string_view purpose;
    int (*run)(const Words& words);
};

int convert(const Words& words);
int batch(const Words& words);
/// The other end of `batch --isolate`; not for people.
int batch_worker(const Words& words);
int plan(const Words& words);
int run(const Words& words);
/// The other end of `run --isolate`; not for people.
int run_worker(const Words& words);
int merge(const Words& words);
int work(const Words& words);
int inspect(const Words& words);
int explain(const Words& words);
int check(const Words& words);
int diff(const Words& words);
int formats(const Words& words);

}  // namespace mingdan::cli
