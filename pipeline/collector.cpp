#include "pipeline/collector.h"

namespace mingdan {

std::unique_ptr<Collector> make_collector(std::span<const std::string>) {
    return nullptr;
}

}  // namespace mingdan
