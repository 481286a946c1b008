// What one document throws becomes its error: beyond this line there are no exceptions.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

Error error_of(const std::bad_alloc&, std::string_view file);
Error error_of(const std::exception& fault, std::string_view file);

template <class T, class Work>
Result<T> guarded(std::string_view file, const Work& work) {
    try {
        return work();
    } catch (const std::bad_alloc& fault) {
        return error_of(fault, file);
    } catch (const std::exception& fault) {
        return error_of(fault, file);
    }
}

}  // namespace mingdan
