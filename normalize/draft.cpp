#include "normalize/draft.h"

#include <algorithm>
#include <utility>

#include "normalize/roster_draft.h"
#include "normalize/zones.h"

namespace mingdan {

Draft::Draft(Document read, const Options& chosen) : document(std::move(read)), options(chosen) {
    notice.findings = std::move(document.findings);
}
Draft::~Draft() = default;

bool Draft::skips(std::string_view pass) const {
    const auto is_meant = [pass](const std::string& name) { return name == pass || name == kSkipAll; };
    return std::any_of(options.skip.begin(), options.skip.end(), is_meant) ||
           std::any_of(options.rules.skip.begin(), options.rules.skip.end(), is_meant);
}

void Draft::leave(Field field, Reason reason) {
    if (field.weight > 0) {
        notice.accounting.left_out.push_back({reason, std::move(field.text), field.weight, field.origin});
    }
}

void Draft::leave(Piece& piece, Reason reason) {
    leave(std::move(piece.text), reason);
    piece.taken = true;
}

void Draft::cut(Field& field, std::size_t from, std::size_t length, Reason reason, Fix fix) {
    Field gone = part_of(field, from, length);
    field.weight -= gone.weight;
    std::string rest = field.text;
    rest.erase(from, length);
    rewrite(field, std::move(rest), fix);
    leave(std::move(gone), reason);
}

void Draft::find(FindingCode code, std::string message, At at, Origin origin) {
    notice.findings.push_back(make_finding(code, std::move(message), std::move(at), origin));
}

}  // namespace mingdan
