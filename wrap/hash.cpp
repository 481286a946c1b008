// SHA-256 by nettle 3.8, which uses the processor's own instructions where it has them.
#include "wrap/hash.h"

#include <nettle/sha2.h>

namespace mingdan {

Sha256::Sha256() : context_(std::make_unique<sha256_ctx>()) {
    sha256_init(context_.get());
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    sha256_update(context_.get(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
}

std::string Sha256::hex() {
    std::uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(context_.get(), sizeof digest, digest);  // and begins anew

    constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(2 * sizeof digest);
    for (const std::uint8_t byte : digest) {
        hex += kDigits[byte >> 4];
        hex += kDigits[byte & 0xF];
    }
    return hex;
}

std::string sha256_hex(std::span<const std::byte> bytes) {
    Sha256 sum;
    sum.add({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    return sum.hex();
}

}  // namespace mingdan
