// mingdan inspect: for looking. First what the file says (blocks, tables with their merges), then what was understood
// and why: the head, each roster's columns, the fixes, the claims, the findings and the accounting.
#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

/// One inspected notice; each function adds a section.
class Report {
public:
    Report(const Notice& notice, const Options& options, const Style& style)
        : notice_(notice), options_(options), style_(style) {}

    std::string write() {
        heading("What was understood");
        head();
        for (const Roster& roster : notice_.rosters) {
            add(roster);
        }
        if (notice_.rosters.empty()) {
            out_ += "\nno roster\n";
        }
        fixes();
        claims();
        findings();
        accounting();
        return std::move(out_);
    }

private:
    void heading(std::string_view text) { out_ += "\n" + style_.heading(fmt::format("== {} ==", text)) + "\n\n"; }

    void entry(std::string_view name, std::string_view text) {
        out_ += fmt::format("  {:<12} {}\n", name, text.empty() ? style_.dim("-") : printable(text));
    }
    void entry(std::string_view name, const std::optional<Field>& field) { entry(name, field ? field->text : ""); }
    void entry(std::string_view name, const std::vector<Field>& fields) {
        for (std::size_t i = 0; i < std::max<std::size_t>(fields.size(), 1); ++i) {
            entry(i == 0 ? name : "", i < fields.size() ? fields[i].text : "");
        }
    }

    void head() {
        entry("number", notice_.number);
        entry("title", notice_.title);
        entry("issuers", notice_.issuers);
        entry("date", notice_.date);
        entry("addressees", notice_.addressees);
        entry("status", notice_.status ? status_name(*notice_.status) : "");
        std::string_view name = "attachments";
        for (const Attachment& attachment : notice_.attachments) {
            entry(std::exchange(name, ""), fmt::format("{} {}", attachment.label.text, attachment.title.text));
        }
        name = "references";
        for (const Reference& reference : notice_.references) {
            entry(std::exchange(name, ""), fmt::format("{}{}{}", reference.title ? reference.title->text : "",
                                                       reference.title && reference.number ? " " : "",
                                                       reference.number ? reference.number->text : ""));
        }
        entry("body", counted(notice_.body.size(), "paragraph", "paragraphs"));
    }

    void add(const Roster& roster) {
        const auto number = &roster - notice_.rosters.data() + 1;
        heading(fmt::format("Roster {}: {}", number, counted(roster.records.size(), "record", "records")));
        entry("annex", roster.annex);
        entry("title", roster.title);
        entry("heading", roster.heading);
        for (const Column& column : roster.columns) {
            out_ += fmt::format("  {:<12} {:<8} {}{}\n", role_name(column.role), type_name(column.type),
                                printable(column.name.text),
                                column.reason.empty() ? "" : style_.dim(" - " + printable(column.reason)));
        }
        if (!roster.totals.empty()) {
            out_ += fmt::format("  {}\n", counted(roster.totals.size(), "totals row", "totals rows"));
        }
        for (const Field& note : roster.notes) {
            entry("note", note.text);
        }
    }

    void fixes() {
        heading("What was fixed");
        const std::vector<std::uint32_t> counts = count_fixes(notice_);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > 0) {
                const auto fix = static_cast<Fix>(i);
                out_ += fmt::format("  {:>6}  {:<17} {}\n", counts[i], fix_name(fix), fix_purpose(fix));
            }
        }
        none_if(std::all_of(counts.begin(), counts.end(), [](std::uint32_t count) { return count == 0; }));
        for (const auto* names : {&options_.skip, &options_.rules.skip}) {
            for (const std::string& name : *names) {
                out_ += fmt::format("  skipped  {}\n", name);
            }
        }
    }

    void claims() {
        heading("What the notice states about its lists");
        for (const Claim& claim : notice_.claims) {
            const std::string found = claim.found ? fmt::format("found {}", *claim.found) : "not counted";
            out_ +=
                fmt::format("  {} stated {}, {}: {}{}\n", state(claim.state), claim.stated, found,
                            printable(claim.text), claim.note.empty() ? "" : style_.dim(" - " + printable(claim.note)));
        }
        none_if(notice_.claims.empty());
    }
    std::string state(ClaimState state) const {
        const std::string name = fmt::format("{:<9}", claim_state_name(state));
        return state == ClaimState::held     ? style_.good(name)
               : state == ClaimState::failed ? style_.bad(name)
                                             : style_.dim(name);
    }

    void findings() {
        heading("What a person should look at");
        for (const Finding& finding : notice_.findings) {
            out_ += "  " + finding_line("", notice_, finding, style_);
        }
        none_if(notice_.findings.empty());
    }

    void accounting() {
        heading("Characters");
        std::vector<std::uint64_t> characters;
        std::vector<std::uint64_t> pieces;
        std::uint64_t total = 0;
        for (const LeftOut& left : notice_.accounting.left_out) {
            const auto reason = static_cast<std::size_t>(left.reason);
            characters.resize(std::max(characters.size(), reason + 1));
            pieces.resize(characters.size());
            characters[reason] += left.characters;
            ++pieces[reason];
            total += left.characters;
        }
        out_ +=
            fmt::format("  {} read = {} kept + {} left out\n", notice_.accounting.read, notice_.accounting.kept, total);
        for (std::size_t i = 0; i < characters.size(); ++i) {
            if (pieces[i] > 0) {
                out_ += fmt::format("  {:>6}  {:<17} {}\n", characters[i], reason_name(static_cast<Reason>(i)),
                                    counted(pieces[i], "piece", "pieces"));
            }
        }
    }

    void none_if(bool none) { out_ += none ? "  " + style_.dim("nothing") + "\n" : ""; }

    const Notice& notice_;
    const Options& options_;
    const Style& style_;
    std::string out_;
};

int print(std::string_view text) {
    const Result<void> written = save_text(text, "-");
    return written ? 0 : complain(written.error());
}

}  // namespace

int inspect(const Words& words) {
    InspectArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    Result<Document> document = read(arguments.input, arguments.options);
    if (!document) {
        return complain(document.error());
    }
    if (arguments.view == View::json) {
        return print(document_json(*document));
    }
    const Style style(Stream::output);
    std::string text = style.heading("== What the file says ==") + "\n\n" + draw(*document);
    Result<void> has_text = require_text(*document);
    if (!has_text) {
        has_text.error().file = arguments.input == "-" ? "standard input" : arguments.input;
        const int written = print(text);
        return written != 0 ? written : complain(has_text.error());
    }
    const Notice notice = understand(std::move(*document), arguments.options);
    text += Report(notice, arguments.options, style).write();
    return print(text);
}

}  // namespace mingdan::cli
