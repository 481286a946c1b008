// The note NT_GNU_BUILD_ID of the program's first segments ([gABI] chapter 5, note section), found by dl_iterate_phdr.
#include "wrap/program.h"

#include <cstring>
#include <string_view>

#include <elf.h>
#include <fmt/format.h>
#include <link.h>

namespace mingdan::file {

namespace {

std::size_t padded(std::size_t size) {
    return (size + 3) / 4 * 4;
}

std::string find_in_notes(const char* note, std::size_t length) {
    std::string digits;
    while (length >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, note, sizeof head);
        const std::size_t whole = sizeof head + padded(head.n_namesz) + padded(head.n_descsz);
        if (whole > length) {
            break;
        }
        const char* name = note + sizeof head;
        if (head.n_type == NT_GNU_BUILD_ID && std::string_view(name, head.n_namesz) == std::string_view("GNU\0", 4)) {
            const char* number = name + padded(head.n_namesz);
            for (std::size_t i = 0; i < head.n_descsz; ++i) {
                digits += fmt::format("{:02x}", static_cast<unsigned char>(number[i]));
            }
        }
        note += whole;
        length -= whole;
    }
    return digits;
}

/// The first object is the program itself.
int look_at_object(dl_phdr_info* object, std::size_t, void* into) {
    for (int i = 0; i < object->dlpi_phnum; ++i) {
        const ElfW(Phdr)& segment = object->dlpi_phdr[i];
        if (segment.p_type == PT_NOTE) {
            const auto* notes = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
            *static_cast<std::string*>(into) += find_in_notes(notes, segment.p_filesz);
        }
    }
    return 1;
}

}  // namespace

std::string build_id() {
    std::string digits;
    ::dl_iterate_phdr(look_at_object, &digits);
    return digits;
}

}  // namespace mingdan::file
