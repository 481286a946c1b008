// Feeds files to a fuzz target where there is no libFuzzer: so the corpus is replayed by every ordinary test run.
// Arguments are files and folders (walked to the bottom); one that is missing, or no input at all, is a failure.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

void replay(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string content{std::istreambuf_iterator<char>(file), {}};
    std::printf("%s\n", path.c_str());  // before the run: when it crashes, the last name is the culprit
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(content.data()), content.size());
}

std::size_t replay_all(const fs::path& path) {
    if (!fs::is_directory(path)) {
        replay(path);
        return 1;
    }
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file()) {
            replay(entry.path());
            ++count;
        }
    }
    return count;
}

}  // namespace

int main(int count, char** arguments) {
    std::size_t inputs = 0;
    for (int i = 1; i < count; ++i) {
        if (!fs::exists(arguments[i])) {
            std::fprintf(stderr, "%s does not exist\n", arguments[i]);
            return 1;
        }
        const std::size_t found = replay_all(arguments[i]);
        if (found == 0) {
            std::fprintf(stderr, "%s holds no input\n", arguments[i]);
            return 1;
        }
        inputs += found;
    }
    std::printf("%zu inputs replayed\n", inputs);
    return inputs > 0 ? 0 : 1;
}
