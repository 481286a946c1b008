// mingdan plan: the manifest of a job, and on standard error what is not in it.
#include <mingdan/plan.h>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "cli/batch_view.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

constexpr std::uint64_t kMostListed = 50;
constexpr int kSomeFailed = 3;

}  // namespace

int plan(const Words& words) {
    PlanOptions options;
    if (const std::optional<int> ended = parse(words, options)) {
        return *ended;
    }
    const Style style(Stream::error);
    Failures failures;
    std::string passed_over;
    std::uint64_t passed = 0;
    const auto watch = [&](const InputOutcome& outcome) {
        if (outcome.error) {
            failures.add(*outcome.error, style);
        } else if (outcome.passed_over && ++passed <= kMostListed) {
            passed_over +=
                fmt::format("  {}: {}\n", printable(outcome.path), passed_over_meaning(*outcome.passed_over));
        }
    };
    const Result<PlanSummary> summary = mingdan::plan(options, watch);
    if (!summary) {
        return complain(summary.error());
    }
    passed_over += passed > kMostListed ? fmt::format("  and {} more\n", passed - kMostListed) : "";
    say(fmt::format("{}, {}; {} failed, {} passed over\n", counted(summary->documents, "document", "documents"),
                    counted(summary->bytes, "byte", "bytes"), summary->failed, summary->passed_over) +
        (passed > 0 ? "passed over:\n" + passed_over : "") + failures.text());
    return summary->failed > 0 ? kSomeFailed : 0;
}

}  // namespace mingdan::cli
