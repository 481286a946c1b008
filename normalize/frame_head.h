// The head of a notice: letterhead, number, title, addressee. Labels its pieces and says where the body begins.
#pragma once

#include <cstddef>
#include <string>

#include "normalize/draft.h"

namespace mingdan {

struct Head {
    std::size_t body = 0;  ///< the first piece that is no part of the head
    std::string title;     ///< its lines joined, without spaces; empty if none was found
    bool has_number = false;
    bool has_addressee = false;
    bool has_title_kind = false;  ///< 通知, 公示 … ends the title

    bool is_notice() const { return has_number || has_addressee || has_title_kind; }
};

/// Reads the head that begins at flow[from].
Head find_head(Draft& draft, std::size_t from);

/// The piece is a paragraph that addresses somebody (各区（县）教育局，各直属单位：).
bool is_addressee(std::string_view line);

}  // namespace mingdan
