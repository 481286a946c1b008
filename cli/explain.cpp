// mingdan explain: one record, value by value: where it was read, how it came to stand here, and each step that changed
// it. A value that was copied from another row (merged, filled) tells the steps of the text that it is a copy of, too.
#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

bool is_copy(Derivation how) {
    return how == Derivation::merged || how == Derivation::filled;
}

std::string_view in_words(Derivation how) {
    switch (how) {
        case Derivation::literal:
            return "literal, read at";
        case Derivation::merged:
            return "merged, from a cell or heading that reaches over this record, at";
        case Derivation::filled:
            return "filled, for its own cell is empty; from the label at";
        case Derivation::joined:
            return "joined of several lines or cells, the first at";
        case Derivation::computed:
            return "computed, an automatic number that is no text of the file, at";
    }
    return {};
}

/// A text with its spaces and line ends to be seen.
std::string quoted(std::string_view text) {
    std::string lines;
    for (const char c : text) {
        lines += c == '\n' ? std::string("↵") : std::string(1, c);
    }
    return text.empty() ? "nothing" : fmt::format("\"{}\"", printable(lines));
}

struct Which {
    std::size_t roster;  ///< these count from 0
    std::size_t record;
    std::size_t column;  ///< Roster::npos: all
};

class Explanation {
public:
    Explanation(const Notice& notice, const Which& which, const Style& style)
        : notice_(notice), which_(which), style_(style), roster_(notice.rosters[which.roster]) {}

    std::string write(std::string_view file) {
        const Record& record = roster_.records[which_.record];
        line(style_.heading(fmt::format("{}: roster {} of {}, record {} of {}", printable(file), which_.roster + 1,
                                        notice_.rosters.size(), which_.record + 1, roster_.records.size())));
        for (const std::optional<Field>* text : {&roster_.annex, &roster_.title, &roster_.heading}) {
            if (*text) {
                line("  " + printable((*text)->text));
            }
        }
        if (const std::string place = describe(notice_, record.origin); !place.empty()) {
            line(fmt::format("  {}", place));
        }
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            if (shows(i)) {
                name_width_ = std::max(name_width_, display_width(printable(roster_.columns[i].name.text)));
            }
        }
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            if (shows(i)) {
                column(i, record.values[i]);
            }
        }
        findings();
        return std::move(out_);
    }

private:
    bool shows(std::size_t column) const { return which_.column == Roster::npos || which_.column == column; }
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }
    /// Below the values, right of the names.
    void indented(std::string_view text) {
        out_.append(name_width_ + 2, ' ');
        line(text);
    }

    void column(std::size_t i, const Value& value) {
        const Column& column = roster_.columns[i];
        const std::string name = printable(column.name.text);
        const std::string gap(name_width_ + 2 - display_width(name), ' ');
        const bool list = column.type == ColumnType::list;
        out_ += '\n' + style_.heading(name) + gap;
        if (value.empty()) {
            line(style_.dim(list ? "no item" : "empty"));
        }
        for (std::size_t item = 0; item < value.items.size(); ++item) {
            const std::string number = list ? fmt::format("{}. ", item + 1) : "";
            const std::string text = number + printable(value.items[item].text);
            item == 0 ? line(text) : indented(text);
            this->item(i, value, item, number.size());
        }
        if (which_.column != Roster::npos || !column.name.changes.empty()) {
            header(column);
        }
    }

    void item(std::size_t column, const Value& value, std::size_t item, std::size_t indent) {
        const Field& field = value.items[item];
        const std::string margin(indent, ' ');
        const std::string place = describe(notice_, field.origin);
        indented(margin + fmt::format("{} {}", in_words(value.derivation), place.empty() ? "no known place" : place));
        std::size_t number = 0;
        if (const Field* source = is_copy(value.derivation) ? source_of(column, field, item) : nullptr) {
            steps(*source, margin, number);
        }
        steps(field, margin, number);
    }

    /// The text that a copy was made of: it stands in another record, where it was read.
    const Field* source_of(std::size_t column, const Field& copy, std::size_t item) const {
        for (const Record& record : roster_.records) {
            const Value& value = record.values[column];
            if (!is_copy(value.derivation) && item < value.items.size() && value.items[item].origin == copy.origin) {
                return &value.items[item];
            }
        }
        return nullptr;
    }

    void steps(const Field& field, std::string_view margin, std::size_t& number) {
        for (std::size_t i = 0; i < field.changes.size(); ++i) {
            const Change& change = field.changes[i];
            indented(
                fmt::format("{}  step {}: {} - {}", margin, ++number, fix_name(change.fix), fix_purpose(change.fix)));
            indented(fmt::format("{}    before  {}", margin, quoted(change.before)));
            indented(fmt::format("{}    after   {}", margin, quoted(text_after(field, i))));
        }
    }

    void header(const Column& column) {
        const std::string place = describe(notice_, column.name.origin);
        indented(fmt::format("column {}: {}", printable(column.name.text),
                             place.empty() ? "a name that the file does not give" : "named at " + place));
        std::size_t number = 0;
        steps(column.name, "", number);
    }

    void findings() {
        bool any = false;
        for (const Finding& finding : notice_.findings) {
            const bool here = finding.at.roster == which_.roster && finding.at.record == which_.record;
            if (here && !std::exchange(any, true)) {
                line("\n" + style_.heading("What a person should look at"));
            }
            out_ += here ? "  " + finding_line("", notice_, finding, style_) : "";
        }
    }

    const Notice& notice_;
    const Which& which_;
    const Style& style_;
    const Roster& roster_;
    std::size_t name_width_ = 0;
    std::string out_;
};

Error not_there(std::string message, std::string hint) {
    return fail(ErrorCode::usage, std::move(message), std::move(hint));
}

std::string up_to(std::string_view option, std::size_t most) {
    return most == 1 ? fmt::format("{} 1", option) : fmt::format("{} with a number from 1 to {}", option, most);
}

std::string names_of(const Roster& roster) {
    std::string names;
    for (const Column& column : roster.columns) {
        names += (names.empty() ? "" : ", ") + column.name.text;
    }
    return names;
}

Result<Which> find(const Notice& notice, const ExplainArguments& wanted) {
    if (notice.rosters.empty()) {
        return not_there("the notice has no roster", "mingdan inspect, which shows what was understood of it");
    }
    if (wanted.roster < 1 || wanted.roster > notice.rosters.size()) {
        return not_there(fmt::format("there is no roster {}: the notice has {}", wanted.roster,
                                     counted(notice.rosters.size(), "roster", "rosters")),
                         up_to("--roster", notice.rosters.size()));
    }
    const Roster& roster = notice.rosters[wanted.roster - 1];
    if (wanted.record < 1 || wanted.record > roster.records.size()) {
        return not_there(fmt::format("there is no record {}: roster {} has {}", wanted.record, wanted.roster,
                                     counted(roster.records.size(), "record", "records")),
                         up_to("--record", roster.records.size()));
    }
    const Which which{wanted.roster - 1, wanted.record - 1,
                      wanted.column.empty() ? Roster::npos : roster.find_column(wanted.column)};
    if (!wanted.column.empty() && which.column == Roster::npos) {
        return not_there(fmt::format("roster {} has no column \"{}\"", wanted.roster, wanted.column),
                         "--column with one of " + names_of(roster));
    }
    return which;
}

}  // namespace

int explain(const Words& words) {
    ExplainArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    const Result<Notice> notice = mingdan::convert(arguments.input, arguments.options);
    if (!notice) {
        return complain(notice.error());
    }
    const std::string file = arguments.input == "-" ? "standard input" : arguments.input;
    Result<Which> which = find(*notice, arguments);
    if (!which) {
        which.error().file = file;
        return complain(which.error());
    }
    const Style style(Stream::output);
    const Result<void> written = save_text(Explanation(*notice, *which, style).write(file), "-");
    return written ? 0 : complain(written.error());
}

}  // namespace mingdan::cli
