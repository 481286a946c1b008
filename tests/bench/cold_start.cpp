// The cold start: a whole `mingdan convert` of the seed takes no more CPU time than the plainest pair of programs that
// inflates and parses the same document, unzip -p notice.docx word/document.xml | xmllint --stream --noout -
// Both run in turns, so that a busy machine slows both alike, and the medians are compared. A first look over the limit
// is taken again with more runs before it counts.
#include <cstdio>
#include <vector>

#include "measure.h"

using namespace mingdan::bench;

namespace {

struct Comparison {
    double ratio = 0;
    bool succeeded = true;
};

Comparison compare(const std::string& program, const std::string& document, int runs) {
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < runs; ++i) {
        const Cost our = run({program, "convert", document});
        const Cost their =
            run_pipeline({{"unzip", "-p", document, "word/document.xml"}, {"xmllint", "--stream", "--noout", "-"}});
        if (!our.succeeded || !their.succeeded) {
            return {0, false};
        }
        ours.push_back(our.seconds);
        theirs.push_back(their.seconds);
    }
    return {median(ours) / median(theirs), true};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "usage: cold_start PROGRAM DOCUMENT\n");
        return 2;
    }
    constexpr double kLimit = 1.0;
    for (const int runs : {60, 200, 400}) {
        const Comparison result = compare(arguments[1], arguments[2], runs);
        if (!result.succeeded) {
            std::fprintf(stderr, "a run failed: is %s built, are unzip and xmllint installed, does %s convert?\n",
                         arguments[1], arguments[2]);
            return 1;
        }
        std::printf("cold start: %.2f of unzip | xmllint (limit %.2f, median of %d)\n", result.ratio, kLimit, runs);
        if (result.ratio <= kLimit) {
            return 0;
        }
    }
    return 1;
}
