// What a run costs: CPU time (user and system) and peak memory, of child processes and of this one.
// A child inherits its parent's peak, so whoever measures memory has to be small itself and leave the work to children.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace mingdan::bench {

struct Cost {
    double seconds = 0;     ///< user + system
    double peak_mib = 0;    ///< resident set at its highest
    bool succeeded = true;  ///< every process ended with exit code 0
};

using Command = std::vector<std::string>;

/// Runs the commands as one pipeline, like a shell without the shell; the last one writes to /dev/null.
Cost run_pipeline(const std::vector<Command>& commands);
inline Cost run(const Command& command) {
    return run_pipeline({command});
}

/// Runs `work` in a child process of its own, which returns one figure.
struct Figure {
    double value = 0;
    Cost cost;
};
Figure run_apart(const std::function<double()>& work);

/// CPU time of this process up to now.
double cpu_seconds();

/// The median; REQUIRES: not empty.
double median(std::vector<double> values);

}  // namespace mingdan::bench
