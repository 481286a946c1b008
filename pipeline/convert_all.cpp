// Many documents, each on one thread; an exception in one ends that one only.
#include <new>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "pipeline/guard.h"
#include "pipeline/ordered.h"

namespace mingdan {

void convert_all(std::span<const std::string> paths, const Options& options, const NoticeSink& sink, unsigned threads) {
    const auto work = [&](std::size_t index, unsigned) {
        return guarded<Notice>(paths[index], [&] { return convert(paths[index], options); });
    };
    Ordered<Result<Notice>>(paths.size(), thread_count(threads, paths.size()), work, sink).run();
}

}  // namespace mingdan
