#include "normalize/pass.h"

namespace mingdan {

namespace {

void run(Draft&) {}

}  // namespace

extern const Pass build_flow_pass{"build_flow", "", run};

}  // namespace mingdan
