// TRY and TRY_ASSIGN: hand an error on, as statements (as expressions they leak inside braced initializers).
#pragma once

#include <utility>

#include <mingdan/result.h>

#define TRY(expression)                                    \
    do {                                                   \
        if (auto try_result = (expression); !try_result) { \
            return std::move(try_result.error());          \
        }                                                  \
    } while (false)

#define MINGDAN_JOIN_2(a, b) a##b
#define MINGDAN_JOIN(a, b) MINGDAN_JOIN_2(a, b)

/// TRY_ASSIGN(auto value, call()); REQUIRES: not the body of an unbraced if.
#define TRY_ASSIGN(target, expression)                                 \
    auto MINGDAN_JOIN(try_result_, __LINE__) = (expression);           \
    if (!MINGDAN_JOIN(try_result_, __LINE__)) {                        \
        return std::move(MINGDAN_JOIN(try_result_, __LINE__).error()); \
    }                                                                  \
    target = std::move(MINGDAN_JOIN(try_result_, __LINE__)).value()
