#include "normalize/pass.h"

namespace mingdan {

#define PASS(name) extern const Pass name##_pass;
#include "normalize/passes.def"
#undef PASS

namespace {

const Pass* const kPasses[] = {
#define PASS(name) &name##_pass,
#include "normalize/passes.def"
#undef PASS
};

}  // namespace

std::span<const Pass* const> all_passes() {
    return kPasses;
}

}  // namespace mingdan
