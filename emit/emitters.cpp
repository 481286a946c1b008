#include "emit/emitter.h"

namespace mingdan {

#define EMITTER(name) extern const Emitter name##_emitter;
#include "emit/emitters.def"
#undef EMITTER

namespace {

const Emitter* const kEmitters[] = {
#define EMITTER(name) &name##_emitter,
#include "emit/emitters.def"
#undef EMITTER
};

}  // namespace

std::span<const Emitter* const> emitters() {
    return kEmitters;
}

const Emitter* find_emitter(std::string_view name) {
    for (const Emitter* emitter : emitters()) {
        if (emitter->name == name) {
            return emitter;
        }
    }
    return nullptr;
}

}  // namespace mingdan
