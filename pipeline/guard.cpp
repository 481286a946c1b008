#include "pipeline/guard.h"

#include <fmt/format.h>

namespace mingdan {

namespace {

Error named(Error error, std::string_view file) {
    error.file = file;
    return error;
}

}  // namespace

Error error_of(const std::bad_alloc&, std::string_view file) {
    return named(fail(ErrorCode::out_of_memory, "there is not enough memory for this document",
                      "more memory, or lower limits (--limit)"),
                 file);
}

Error error_of(const std::exception& fault, std::string_view file) {
    return named(fail(ErrorCode::internal, fmt::format("a fault of mingdan itself: {}", fault.what()),
                      "please report it with the input, if you can share it"),
                 file);
}

}  // namespace mingdan
