// What a program that uses the library does: one notice to a file, and many at once.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <mingdan/mingdan.h>

namespace {

bool write_json(const std::string& input, const char* output) {
    const mingdan::Result<mingdan::Notice> notice = mingdan::convert(input);
    if (!notice) {
        std::cerr << notice.error().describe() << '\n';
        return false;
    }
    std::ofstream out(output, std::ios::binary);
    return mingdan::emit(*notice, "json", out).has_value() && out.flush().good();
}

/// The first path holds a notice, the second is no file.
bool convert_both(const std::vector<std::string>& paths) {
    std::vector<bool> read;
    mingdan::convert_all(paths, {}, [&](std::size_t index, const mingdan::Result<mingdan::Notice>& notice) {
        read.resize(index + 1);
        read[index] = notice && !notice->rosters.empty();
        return true;
    });
    return read == std::vector<bool>{true, false};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: consumer NOTICE OUTPUT\n";
        return 2;
    }
    const std::string input = arguments[1];
    return write_json(input, arguments[2]) && convert_both({input, input + ".missing"}) ? 0 : 1;
}
