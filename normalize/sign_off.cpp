// notice.issuers and notice.date: from the sign-off; where that names nobody, from the letterhead without 文件, else
// from the title's head (某市教育局关于…). Persons who sign (局长 张某) and seals by proxy (代章) are no issuers.
#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "normalize/date_scan.h"
#include "normalize/frame_line.h"
#include "normalize/frame_sign_off.h"
#include "normalize/frame_split.h"
#include "normalize/frame_words.h"
#include "normalize/pass.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kAbout = "关于";

/// Leaves out bytes [begin, end) of a line that was divided.
void leave_part(Draft& draft, const Field& line, std::size_t begin, std::size_t end, Reason reason) {
    if (begin < end) {
        draft.leave(part_of(line, begin, end - begin), reason);
    }
}

/// （盖章） behind a name.
void cut_seal(Draft& draft, Field& name) {
    const std::size_t open = std::max(name.text.rfind("（") + 1, name.text.rfind("(") + 1);
    if (open > 0 && name.text.find("章", open) != kNone) {
        draft.cut(name, open - 1, name.text.size() - open + 1, Reason::page_furniture, Fix::drop_punctuation);
    }
}

void add_issuer(Draft& draft, Field name, bool goes_on) {
    cut_seal(draft, name);
    rewrite(name, text::without_spaces(name.text), Fix::fold_spaces);
    std::vector<Field>& issuers = draft.notice.issuers;
    if (goes_on && !issuers.empty()) {
        join(issuers.back(), std::move(name), "", Fix::join_wrapped);
    } else if (!name.text.empty()) {
        issuers.push_back(std::move(name));
    }
}

void take_names(Draft& draft, const Field& line, const std::vector<NameRange>& names) {
    std::size_t done = 0;
    std::uint32_t beyond = line.weight - std::min(line.weight, count_characters(line.text));
    for (const NameRange& name : names) {
        leave_part(draft, line, done, name.begin, Reason::separator);
        Field part = part_of(line, name.begin, name.end - name.begin);
        part.weight += std::exchange(beyond, 0);
        add_issuer(draft, std::move(part), name.goes_on);
        done = name.end;
    }
    leave_part(draft, line, done, line.text.size(), Reason::separator);
}

/// 国家某局局长 张某: the organisation signs, the person does not.
void take_signature(Draft& draft, Field line) {
    const auto office = words::signing_office(line.text);
    if (!office || !words::looks_like_organisation(line.text.substr(0, office->begin))) {
        draft.leave(std::move(line), Reason::page_furniture);
        return;
    }
    Field person = split_field(line, office->begin);
    add_issuer(draft, std::move(line), false);
    draft.leave(std::move(person), Reason::page_furniture);
}

void take_issuers(Draft& draft) {
    for (Piece& piece : draft.flow) {
        if (piece.part != Part::issuer || piece.taken || piece.blank()) {
            continue;
        }
        Field line = std::move(piece.text);
        piece.taken = true;
        if (const auto names = issuers_in(line.text); !names.empty()) {
            take_names(draft, line, names);
        } else if (words::signing_office(text::without_spaces(line.text))) {
            take_signature(draft, std::move(line));
        } else {
            add_issuer(draft, std::move(line), false);
        }
    }
}

// --- the date --------------------------------------------------------------------------------------------------------

/// The last pieces labelled as the date: those of the sign-off come after one under the title.
std::vector<Piece*> date_lines(Draft& draft) {
    std::vector<Piece*> lines;
    bool apart = false;
    for (Piece& piece : draft.flow) {
        if (piece.part == Part::date && !piece.taken && !piece.blank()) {
            if (apart) {
                lines.clear();
            }
            lines.push_back(&piece);
            apart = false;
        } else {
            apart = apart || !piece.blank();
        }
    }
    return lines;
}

void take_date(Draft& draft) {
    const std::vector<Piece*> lines = date_lines(draft);
    if (lines.empty()) {
        return;
    }
    std::string joined;
    for (const Piece* piece : lines) {
        joined += piece->text.text;
    }
    const auto date = whole_date(joined);
    if (!date) {
        for (Piece* piece : lines) {
            draft.leave(*piece, Reason::unplaced);
        }
        return;
    }
    Field field = std::move(lines.front()->text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        join(field, std::move(lines[i]->text), "", Fix::join_wrapped);
    }
    for (Piece* piece : lines) {
        piece->taken = true;
    }
    rewrite(field, date->iso(), Fix::read_date);
    draft.notice.date = std::move(field);
}

// --- who issued it where nobody signed -------------------------------------------------------------------------------

/// The name in a line of the letterhead: 某市教育局文件 and 国家某局令 without their last word; its length in bytes.
std::size_t letterhead_name(std::string_view line) {
    for (const std::string_view word :
         {std::string_view("文件"), std::string_view("公告"), std::string_view("通告"), std::string_view("令")}) {
        if (line.ends_with(word)) {
            return before_spaces(line, line.size() - word.size());
        }
    }
    return line.size();
}

void take_letterhead(Draft& draft) {
    std::vector<Piece>& flow = draft.flow;
    Piece* open = nullptr;  // 某市⏎建筑业联合会文件: a name that goes on in the next line
    for (Piece& piece : flow) {
        if (piece.part != Part::letterhead || piece.taken || piece.blank() || piece.is_table) {
            continue;
        }
        const std::string_view line = piece.text.text;
        const std::size_t length = letterhead_name(line);
        const std::string key = text::without_spaces(line.substr(0, length));
        if (words::is_head_furniture(text::without_spaces(line)) || key.empty()) {
            open = nullptr;
            continue;
        }
        const bool ends = words::looks_like_organisation(key) && !issuers_in(line.substr(0, length)).empty();
        if (!ends) {
            open = open == nullptr && utf8::length(key) <= 12 && !is_sentence(key) ? &piece : nullptr;
            continue;
        }
        const bool goes_on = open != nullptr;
        if (goes_on) {
            add_issuer(draft, std::move(open->text), false);
            std::exchange(open, nullptr)->taken = true;
        }
        Field name = std::move(piece.text);
        piece.taken = true;
        Field last_word = split_field(name, length);
        auto names = issuers_in(name.text);
        names.front().goes_on = names.front().goes_on || goes_on;
        take_names(draft, name, names);
        draft.leave(std::move(last_word), Reason::page_furniture);
    }
}

/// The title as it stood before its spaces went, so that 甲局 乙局关于… still parts into two.
std::string_view printed_title(const Field& title) {
    return !title.changes.empty() && title.changes.back().fix == Fix::fold_spaces
               ? std::string_view(title.changes.back().before)
               : std::string_view(title.text);
}

std::string_view head_of_title(std::string_view title) {
    std::size_t end = title.find(kAbout);
    for (const std::string_view verb : {std::string_view("转发"), std::string_view("批转"), std::string_view("印发"),
                                        std::string_view("公布"), std::string_view("下达")}) {
        end = std::min(end, title.find(verb));
    }
    if (end == kNone) {
        for (const std::string_view kind :
             {std::string_view("公告"), std::string_view("通告"), std::string_view("令")}) {
            end = title.ends_with(kind) ? title.size() - kind.size() : end;
        }
    }
    return end == kNone ? std::string_view() : text::trim(title.substr(0, end));
}

void copy_from_title(Draft& draft) {
    if (!draft.notice.title) {
        return;
    }
    const std::string_view head = head_of_title(printed_title(*draft.notice.title));
    for (const NameRange& range : issuers_in(head)) {
        Field name;
        name.text = text::without_spaces(head.substr(range.begin, range.end - range.begin));
        name.origin = draft.notice.title->origin;
        draft.notice.issuers.push_back(std::move(name));
    }
}

void run(Draft& draft) {
    take_issuers(draft);
    take_date(draft);
    if (draft.notice.issuers.empty()) {
        take_letterhead(draft);
    }
    if (draft.notice.issuers.empty()) {
        copy_from_title(draft);
    }
}

}  // namespace

extern const Pass sign_off_pass{"sign-off", "takes issuers and date from the sign-off, the letterhead or the title",
                                run};

}  // namespace mingdan
