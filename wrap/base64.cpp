#include "wrap/base64.h"

#include <nettle/base64.h>

namespace mingdan {

std::optional<std::string> base64_decoded(std::string_view text) {
    base64_decode_ctx context;
    base64_decode_init(&context);
    std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
    std::size_t length = bytes.size();
    if (base64_decode_update(&context, &length, reinterpret_cast<std::uint8_t*>(bytes.data()), text.size(),
                             text.data()) == 0 ||
        base64_decode_final(&context) == 0) {
        return std::nullopt;
    }
    bytes.resize(length);
    return bytes;
}

}  // namespace mingdan
