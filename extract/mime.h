// MIME (RFC 2045, 2046, 2557) as far as a page in one file needs it: headers, multipart bodies, transfer encodings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mingdan::mime {

/// One part that holds no others. Views are into the message.
struct Part {
    std::string type;      ///< "text/html", in lower case
    std::string charset;   ///< as declared, or ""
    std::string transfer;  ///< "quoted-printable", "base64", …, in lower case
    std::string location;  ///< Content-Location
    std::string id;        ///< Content-ID without its brackets
    std::string_view body;
};

struct Message {
    std::vector<Part> parts;
    std::string start;  ///< Content-ID of the root part, or ""
};

/// Whether the bytes begin with mail headers that declare a multipart body or a page.
bool looks_like_message(std::string_view bytes);

/// All parts in order. A multipart body whose end is missing ends with the message.
Message split(std::string_view bytes);

/// The part's content without its transfer encoding. What is no base64 or no quoted-printable is passed over or kept.
std::string decode(const Part& part);

}  // namespace mingdan::mime
