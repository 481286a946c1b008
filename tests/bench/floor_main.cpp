// The floor of many files in one process: `floor_of < list of paths`. Prints the bytes of XML that were parsed.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "floor.h"

int main() {
    std::size_t bytes = 0;
    for (std::string path; std::getline(std::cin, path);) {
        std::ifstream file(path, std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        const std::size_t parsed = mingdan::bench::run_floor(std::as_bytes(std::span(content)));
        if (parsed == 0) {
            std::fprintf(stderr, "%s cannot be read\n", path.c_str());
            return 1;
        }
        bytes += parsed;
    }
    std::printf("%zu\n", bytes);
    return 0;
}
