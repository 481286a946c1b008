#include "tests/support/scratch.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

namespace mingdan::testing {

namespace fs = std::filesystem;

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "mingdan-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder can be made for the test");
    }
    root_ = name;
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
}

std::string Scratch::path(std::string_view name) const {
    return name.empty() ? root_.string() : (root_ / name).string();
}

void Scratch::write(std::string_view name, std::string_view text) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
}

std::string Scratch::read(std::string_view name) const {
    std::ostringstream text;
    text << std::ifstream(path(name), std::ios::binary).rdbuf();
    return text.str();
}

std::map<std::string, std::string> Scratch::tree(std::string_view name) const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(path(name))) {
        const std::string place = fs::relative(entry.path(), path(name)).string();
        if (entry.is_regular_file() && !place.starts_with(".mingdan/")) {
            files[place] = read((fs::path(name) / place).string());
        }
    }
    return files;
}

std::string notice_text(int number, int records) {
    std::string text = fmt::format(
        "青山市教育局文件\n\n青教函〔2024〕{}号\n\n关于公布2024年优秀教研组名单的通知\n\n各县（区）教育局：\n\n"
        "现将{}"
        "个优秀教研组予以公布。\n\n附件：优秀教研组名单\n\n青山市教育局\n\n2024年3月1日\n\n附件\n\n优秀教研组名单\n\n"
        "序号\t县区\t教研组名称\n",
        number, records);
    for (int record = 1; record <= records; ++record) {
        text += fmt::format("{}\t城东区\t青山{}中语文组\n", record, number * 100 + record);
    }
    return text;
}

}  // namespace mingdan::testing
