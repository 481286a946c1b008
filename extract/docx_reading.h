// What all parts of one Word file share while it is read: the intake, styles, numbering, and where notes are anchored.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/docx_numbering.h"
#include "extract/docx_styles.h"
#include "extract/intake.h"

namespace mingdan::docx {

/// Where the text refers to a note or a comment.
struct Anchor {
    StoryKind kind{};
    std::int64_t id = 0;
    Origin origin;
};

class Reading : public Intake {
public:
    using Intake::Intake;

    Styles styles;
    Numbering numbering;
    std::vector<Anchor> anchors;

    Origin anchor_of(StoryKind kind, std::int64_t id) const;
};

}  // namespace mingdan::docx
