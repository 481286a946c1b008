// Lists that were announced and are not there, and pictures that may hold one.
#include <fmt/format.h>

#include "normalize/lexicon.h"
#include "normalize/pass.h"
#include "normalize/zones.h"

namespace mingdan {

namespace {

/// Nothing stands below the annex's label, or only the title of a list.
bool is_missing(const Draft& draft, const Zone& zone) {
    if (zone.has_table || zone.pieces.size() > 2) {
        return false;
    }
    bool list = zone.pieces.empty();
    for (const std::size_t index : zone.pieces) {
        list = list || lexicon::names_a_list(draft.flow[index].text.text);
    }
    return list;
}

void run(Draft& draft) {
    bool annex_pictures = false;
    for (const Zone& zone : draft.zones) {
        if (zone.in_body || zone.used) {
            continue;
        }
        const std::string name = zone.annex ? zone.annex->text : "the annex";
        if (zone.pictures > 0) {
            annex_pictures = true;
            draft.find(
                FindingCode::image_content,
                fmt::format("{} holds {} picture(s) and no list in text; a picture was not read", name, zone.pictures));
        } else if (zone.annex && is_missing(draft, zone)) {
            draft.find(FindingCode::missing_table, fmt::format("{} has no list below it", name), {},
                       zone.annex->origin);
        }
    }
    if (!draft.notice.rosters.empty() || annex_pictures || !draft.notice.title) {
        return;
    }
    for (const Attachment& attachment : draft.notice.attachments) {
        if (lexicon::names_a_list(attachment.title.text)) {
            draft.find(FindingCode::missing_table, fmt::format("{} {} is announced, but the file holds no list",
                                                               attachment.label.text, attachment.title.text));
            return;
        }
    }
}

}  // namespace

extern const Pass check_lists_pass{"check-lists",
                                   "reports lists that are announced but missing, and pictures in their place", run};

}  // namespace mingdan
