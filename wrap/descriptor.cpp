#include "wrap/descriptor.h"

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace mingdan::file {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        close();
        number_ = std::exchange(other.number_, -1);
    }
    return *this;
}

bool Descriptor::close() {
    return number_ < 0 || ::close(std::exchange(number_, -1)) == 0;
}

bool wait_for(int descriptor, Until until) {
    const auto events = static_cast<short>(until == Until::readable ? POLLIN : POLLOUT);
    pollfd waiting{descriptor, events, 0};
    return ::poll(&waiting, 1, -1) >= 0 || errno == EINTR;
}

std::string_view reason_of(int error_number) {
    const char* words = ::strerrordesc_np(error_number);
    return words != nullptr ? words : "unknown error";
}

}  // namespace mingdan::file
