// Which program this is.
#pragma once

#include <string>

namespace mingdan::file {

/// The linker's own number of this very build, as hexadecimal digits; empty where the linker gave none. A version alone
/// would not tell two builds of one day apart.
std::string build_id();

}  // namespace mingdan::file
