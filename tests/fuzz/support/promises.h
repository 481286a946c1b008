// What holds for every notice, whatever it was made from; fuzz targets check it after each input.
#pragma once

#include <mingdan/notice.h>

namespace mingdan::fuzz {

/// Ends the program with a message when a promise is broken: characters read are kept or left out, every record has a
/// value for each column, and every form can be written, in valid UTF-8.
void check_promises(const Notice& notice);

}  // namespace mingdan::fuzz
