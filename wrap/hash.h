// Digests, by nettle.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace mingdan {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::span<const std::byte> bytes);

/// The same of bytes that come piece by piece.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    ~Sha256();

    void add(std::string_view bytes);
    std::string hex();  ///< of all that was added; begins anew

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mingdan
