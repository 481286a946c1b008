// A page in one file with its pictures (MHT, RFC 2557), as browsers, Word and Excel save it, often under the name .doc
// or .xls. The root page is read; of a workbook, whose root is a frameset, each sheet's page. docs/formats/html.md.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "extract/html_reading.h"
#include "extract/mime.h"
#include "extract/reader.h"
#include "model/conservation.h"
#include "model/try.h"

namespace mingdan {

namespace {

bool is_page(const mime::Part& part) {
    return part.type == "text/html" || part.type == "application/xhtml+xml";
}

/// What goes with a page and holds no text of its own.
bool is_silent(const mime::Part& part) {
    constexpr std::string_view kTypes[] = {"image/",
                                           "text/css",
                                           "text/xml",
                                           "application/xml",
                                           "text/javascript",
                                           "font/",
                                           "audio/",
                                           "application/javascript",
                                           "application/x-javascript",
                                           "application/x-font"};
    return std::any_of(std::begin(kTypes), std::end(kTypes),
                       [&](std::string_view type) { return part.type.starts_with(type); });
}

/// The part that an address inside the root page means: the same name at the end of its location.
const mime::Part* find_part(const mime::Message& message, std::string_view address) {
    while (address.starts_with("./")) {
        address.remove_prefix(2);
    }
    const auto found = std::find_if(message.parts.begin(), message.parts.end(), [&](const mime::Part& part) {
        const bool same =
            part.location.ends_with(address) || (address.starts_with("cid:") && part.id == address.substr(4));
        return is_page(part) && !address.empty() && same;
    });
    return found == message.parts.end() ? nullptr : &*found;
}

class MhtReader {
public:
    explicit MhtReader(const Input& input)
        : limits_(input.limits), message_(mime::split(input.view())), budget_(limits_) {
        document_.format = "mht";
    }

    Result<Document> read() {
        const mime::Part* const root = find_root();
        if (root == nullptr) {
            return fail(ErrorCode::unsupported_format, "this is a mail message (MIME) that holds no web page",
                        "open it in a mail program and save what is attached to it");
        }
        const std::string page = mime::decode(*root);
        TRY(read_part(*root, page));
        const std::size_t named = document_.findings.size();
        for (const std::string& address : html::frames_of(page, limits_)) {
            const mime::Part* const frame = find_part(message_, address);
            if (frame != nullptr && std::find(taken_.begin(), taken_.end(), frame) == taken_.end()) {
                if (taken_.size() == 1) {
                    forget_frames(named);
                }
                TRY(read_part(*frame, mime::decode(*frame)));
            }
        }
        TRY(read_rest());
        return std::move(document_);
    }

private:
    const mime::Part* find_root() const {
        for (const mime::Part& part : message_.parts) {
            if (is_page(part) && !message_.start.empty() && part.id == message_.start) {
                return &part;
            }
        }
        const auto first = std::find_if(message_.parts.begin(), message_.parts.end(), is_page);
        return first == message_.parts.end() ? nullptr : &*first;
    }

    Result<void> read_part(const mime::Part& part, const std::string& page) {
        taken_.push_back(&part);
        document_.parts.push_back(part.location);
        return html::read_page(page, part.charset, limits_, budget_, document_);
    }

    /// The frames of the root are read after all.
    void forget_frames(std::size_t named) {
        const auto end = document_.findings.begin() + static_cast<std::ptrdiff_t>(named);
        document_.findings.erase(
            std::remove_if(document_.findings.begin(), end,
                           [](const Finding& finding) { return finding.code == FindingCode::embedded_object; }),
            end);
    }

    /// Word keeps headers and footers in a page of their own. What else holds text is named.
    Result<void> read_rest() {
        for (const mime::Part& part : message_.parts) {
            if (is_silent(part) || std::find(taken_.begin(), taken_.end(), &part) != taken_.end()) {
                continue;
            }
            if (is_page(part) && part.location.ends_with("/header.htm")) {
                const std::size_t blocks = document_.body.size();
                TRY(read_part(part, mime::decode(part)));
                drop_blank(blocks);
                continue;
            }
            Origin origin;
            origin.part = 1;
            document_.findings.push_back(
                make_finding(FindingCode::embedded_object,
                             fmt::format("a part of the file was not read: {} ({})",
                                         part.location.empty() ? part.id : part.location, part.type),
                             {}, origin));
        }
        return {};
    }

    /// Separators of notes stand in that page too.
    void drop_blank(std::size_t from) {
        Document tail;
        tail.body.assign(document_.body.begin() + static_cast<std::ptrdiff_t>(from), document_.body.end());
        if (weight_of(tail) == 0) {
            document_.body.resize(from);
        }
    }

    const Limits& limits_;
    mime::Message message_;
    GridBudget budget_;
    Document document_;
    std::vector<const mime::Part*> taken_;
};

bool sniff(const Input& input) {
    return mime::looks_like_message(input.view());
}

Result<Document> read(const Input& input) {
    return MhtReader(input).read();
}

}  // namespace

extern const Reader mht_reader{"mht", "mht,mhtml", "web pages in one file, also those saved by Word and Excel", sniff,
                               read};

}  // namespace mingdan
