// All texts of a notice.
#pragma once

#include <mingdan/notice.h>

namespace mingdan {

/// The first text that is no valid UTF-8, or nullptr.
const Field* find_damaged(const Notice& notice);

}  // namespace mingdan
