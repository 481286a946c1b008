#include "extract/docx_reading.h"

#include <algorithm>

namespace mingdan::docx {

Origin Reading::anchor_of(StoryKind kind, std::int64_t id) const {
    const auto at = std::find_if(anchors.begin(), anchors.end(),
                                 [&](const Anchor& anchor) { return anchor.kind == kind && anchor.id == id; });
    return at == anchors.end() ? Origin{} : at->origin;
}

}  // namespace mingdan::docx
