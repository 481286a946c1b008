#include <fmt/format.h>

#include <mingdan/mingdan.h>

int main() { fmt::print("{}\n", mingdan::version()); }
