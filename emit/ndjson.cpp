#include "emit/emitter.h"

namespace mingdan {

namespace {

Result<void> write(const Notice&, const EmitOptions&, Output&, std::vector<Finding>*) { return {}; }

}  // namespace

extern const Emitter ndjson_emitter{"ndjson", "ndjson", "", false, write};

}  // namespace mingdan
