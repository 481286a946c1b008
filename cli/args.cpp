// The options of each command, by CLI11, with their help. What CLI11 cannot know (forms, passes, limits) is checked
// against the library's own lists.
#include "cli/args.h"

#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/args_parts.h"
#include "cli/limits.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

constexpr unsigned kMostThreads = 1024;
constexpr const char* kInputHelp = "a notice; - reads standard input";

}  // namespace

Error usage(std::string message, std::string hint) {
    return fail(ErrorCode::usage, std::move(message), std::move(hint));
}

void add_reading(CLI::App& app, ReadingWords& words) {
    app.add_option("--skip", words.skip, "leave a pass out, or all (mingdan formats lists them); may be repeated")
        ->type_name("PASS")
        ->allow_extra_args(false);
    app.add_option("--rules", words.rules, "a TOML file with rules of your own (docs/rules.md)")->type_name("FILE");
    app.add_option("--limit", words.limits, "set a limit, such as part-bytes=64M; may be repeated")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
}

std::string limits_help() {
    return "Limits (--limit NAME=VALUE; K, M and G are powers of 1024) and what they are by default:\n" + list_limits();
}

namespace {

/// One word of a fixed set, as an enum.
template <class Value>
CLI::Option* add_choice(CLI::App& app, const char* name, Value& value,
                        std::vector<std::pair<std::string, Value>> choices, const char* help) {
    std::string words;
    for (const auto& choice : choices) {
        words += (words.empty() ? "" : "|") + choice.first;
    }
    const auto take = [&value, choices = std::move(choices), words, name](const std::string& word) {
        for (const auto& choice : choices) {
            if (choice.first == word) {
                value = choice.second;
                return;
            }
        }
        throw CLI::ValidationError(name, fmt::format("\"{}\" is none of {}", word, words));
    };
    return app.add_option_function<std::string>(name, take, help)->type_name(words);
}

}  // namespace

void add_emitting(CLI::App& app, Options& options, EmitOptions& emit) {
    app.add_flag("--codes", options.codes, "add the divisions' codes (GB/T 2260) beside region columns");
    app.add_flag("--trace", emit.trace, "JSON: add origins and every fix");
    app.add_option("--list-separator", emit.list_separator, "CSV, XLSX: what joins the items of a list (；)")
        ->type_name("TEXT");
    add_choice<CsvShape>(app, "--csv-shape", emit.csv_shape, {{"wide", CsvShape::wide}, {"long", CsvShape::long_}},
                         "CSV: one row a record (wide) or one row a list item");
    app.add_flag("--excel", emit.excel, "CSV: byte order mark first, formulas guarded");
}

namespace {

/// Whether forms of one notice are asked for, or of a batch, which has more.
enum class Of : std::uint8_t { notice, batch };

std::vector<FormatInfo> known_forms(Of what) {
    std::vector<FormatInfo> known = output_forms();
    if (what == Of::batch) {
        const std::vector<FormatInfo> more = batch_forms();
        known.insert(known.end(), more.begin(), more.end());
    }
    return known;
}

bool is_among(const std::vector<FormatInfo>& forms, const std::string& name) {
    return std::any_of(forms.begin(), forms.end(), [&](const FormatInfo& form) { return form.name == name; });
}

std::string form_names(Of what) {
    std::string names;
    for (const FormatInfo& form : known_forms(what)) {
        names += names.empty() ? "" : ",";
        names += form.name;
    }
    return names;
}

}  // namespace

void add_forms(CLI::App& app, std::vector<std::string>& forms) {
    app.add_option("--to", forms, fmt::format("forms, comma-separated, of {}", form_names(Of::batch)))
        ->type_name("FORM[,FORM]")
        ->delimiter(',')
        ->allow_extra_args(false);
}

void add_threads(CLI::App& app, unsigned& threads) {
    app.add_option("-j,--threads", threads, "documents at once (as many as there are processors)")
        ->type_name("N")
        ->check(CLI::Range(1u, kMostThreads).description(""));
}

void add_isolation(CLI::App& app, BatchArguments& arguments, BatchWords& words) {
    app.add_flag("--isolate", arguments.isolate, "documents in processes of their own: one that dies costs itself");
    app.add_option("--memory", words.memory, "with --isolate: what a process may use (2G)")->type_name("SIZE");
    words.time =
        app.add_option("--time", arguments.batch.isolation.seconds, "with --isolate: what a document may take (60)")
            ->type_name("SECONDS")
            ->check(CLI::Validator(CLI::PositiveNumber).description(""));
}

void prepare(CLI::App& app) {
    app.set_help_flag("-h,--help", "show this");
    app.get_formatter()->column_width(34);
    app.get_formatter()->label("REQUIRED", "");
    app.get_formatter()->label("Positionals", "Arguments");
}

/// Parses. Gives the exit code to end with, if it is to end.
std::optional<int> parse_words(CLI::App& app, const Words& words) {
    try {
        app.parse(Words(words.rbegin(), words.rend()));  // CLI11 takes them from the back
        return std::nullopt;
    } catch (const CLI::CallForHelp&) {
        const Result<void> written = save_text(app.help(), "-");
        return written ? 0 : complain(written.error());
    } catch (const CLI::ParseError& error) {
        return complain(usage(error.what(), app.get_name() + " --help"));
    }
}

Result<void> set_reading(const ReadingWords& words, Options& options) {
    for (const std::string& limit : words.limits) {
        if (Result<void> set = set_limit(options.limits, limit); !set) {
            return set;
        }
    }
    if (!words.rules.empty()) {
        Result<Rules> rules = read_rules(words.rules);
        if (!rules) {
            return rules.error();
        }
        options.rules = std::move(*rules);
    }
    options.skip = words.skip;
    return require_passes(options.skip);
}

namespace {

Result<void> set_forms(const std::vector<std::string>& names, Of what, std::vector<std::string>& forms) {
    const std::vector<FormatInfo> known = known_forms(what);
    for (const std::string& name : names) {
        if (what == Of::notice && is_among(batch_forms(), name)) {
            return usage(fmt::format("{} is made of many notices together", name),
                         fmt::format("mingdan batch INPUT… -o DIR --to {}", name));
        }
        if (!is_among(known, name)) {
            return usage(fmt::format("there is no form \"{}\"", name), "--to with one or more of " + form_names(what));
        }
        if (std::find(forms.begin(), forms.end(), name) == forms.end()) {
            forms.push_back(name);
        }
    }
    return {};
}

}  // namespace

Result<void> set_batching(const BatchWords& words, BatchArguments& arguments) {
    BatchOptions& batch = arguments.batch;
    batch.forms.clear();
    if (Result<void> set = set_forms(words.forms, Of::batch, batch.forms); !set) {
        return set;
    }
    if (!arguments.isolate && (!words.memory.empty() || words.time->count() > 0)) {
        return usage("--memory and --time are for documents in processes of their own", "--isolate beside them");
    }
    if (!words.memory.empty()) {
        if (Result<void> set = set_size(batch.isolation.memory, words.memory, "--memory"); !set) {
            return set;
        }
    }
    return set_reading(words.reading, batch.options);
}

namespace {

Result<void> check_batch(const BatchOptions& batch) {
    if (batch.inputs.empty() && batch.manifest.empty()) {
        return usage("nothing to convert is named", "mingdan batch INPUT… -o DIR, or --manifest FILE");
    }
    if (batch.folder == "-") {
        return usage("the results of a batch go to a folder", "-o DIR");
    }
    return {};
}

}  // namespace

std::optional<int> finish(const Result<void>& checked) {
    return checked ? std::nullopt : std::optional<int>(complain(checked.error()));
}

std::optional<int> parse(const Words& words, ConvertArguments& arguments) {
    CLI::App app("Makes data of one notice.", "mingdan convert");
    prepare(app);
    std::vector<std::string> forms{"json"};
    ReadingWords reading;
    app.add_option("INPUT", arguments.input, kInputHelp)->required()->type_name("");
    app.add_option("--to", forms,
                   fmt::format("forms, comma-separated, of {}; several need -o DIR", form_names(Of::notice)))
        ->type_name("FORM[,FORM]")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("-o,--output", arguments.output, "a file, or a folder that gets a file for each form and roster")
        ->type_name("FILE|DIR");
    add_emitting(app, arguments.options, arguments.emit);
    add_reading(app, reading);
    app.footer(
        "-o names a folder if it is one, ends in /, or several forms or CSV are asked for (but --to csv -o x.csv is\n"
        "a file, where the notice has one roster); else a file. A missing folder is made. Files are written whole or\n"
        "not at all. Findings go to standard error.\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan convert notice.docx > notice.json\n"
        "  mingdan convert notice.txt --to markdown -o notice.md\n"
        "  mingdan convert notice.docx --to json,csv -o out/   out/notice.docx.json, out/notice.docx.roster-1.csv\n"
        "  mingdan convert notice.docx --codes --to csv        区县,区县代码: 吴兴区,330502\n"
        "  mingdan convert - --to ndjson < notice.docx");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    if (const std::optional<int> ended = finish(set_forms(forms, Of::notice, arguments.forms))) {
        return ended;
    }
    return finish(set_reading(reading, arguments.options));
}

std::optional<int> parse(const Words& words, BatchArguments& arguments) {
    BatchOptions& batch = arguments.batch;
    CLI::App app("Converts many notices, one a thread; again, only those that are new or changed.", "mingdan batch");
    prepare(app);
    BatchWords given;
    app.add_option("INPUT", batch.inputs, "files, folders (with all below), patterns in quotation marks")
        ->type_name("…");
    app.add_option("-o,--output", batch.folder, "the folder that gets the results; made if missing")
        ->required()
        ->type_name("DIR");
    add_forms(app, given.forms);
    app.add_option("--manifest", batch.manifest, "a list of more inputs, one a line; - reads it from standard input")
        ->type_name("FILE");
    add_threads(app, batch.threads);
    app.add_flag("--verify", batch.verify, "tell what is unchanged by content, not by size, times and inode");
    app.add_flag("--prune", batch.prune, "remove the results of inputs that are gone, and of forms not asked for now");
    add_isolation(app, arguments, given);
    add_emitting(app, batch.options, batch.emit);
    add_reading(app, given.reading);
    app.footer(
        "Results keep the input's whole name and its place below the folder given: DIR/2023/notice.docx.json. The "
        "same\n"
        "command again skips what is unchanged, whatever ended the last one. DIR/report.ndjson has a line for each\n"
        "input. In folders, names that do not end like a document's are passed over; a file named is always "
        "tried.\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan batch notices -o out\n"
        "  mingdan batch notices -o out --to json,csv --isolate   also out/dataset/*.csv, datapackage.json\n"
        "  mingdan batch notices -o out --to sqlite               out/dataset/mingdan.sqlite\n"
        "  mingdan batch 'notices/**/*名单*.docx' -o out\n"
        "  mingdan batch --manifest list.txt -o out -j 4");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    if (const std::optional<int> ended = finish(check_batch(batch))) {
        return ended;
    }
    return finish(set_batching(given, arguments));
}

std::optional<int> parse(const Words& words, InspectArguments& arguments) {
    CLI::App app("Shows what a file says and what was understood.", "mingdan inspect");
    prepare(app);
    ReadingWords reading;
    app.add_option("INPUT", arguments.input, kInputHelp)->required()->type_name("");
    add_choice<View>(app, "--to", arguments.view, {{"text", View::text}, {"json", View::json}},
                     "for a person (text), or the tables before any interpretation (json)");
    add_reading(app, reading);
    app.footer(limits_help() +
               "\nExamples:\n"
               "  mingdan inspect notice.docx | less\n"
               "  mingdan inspect notice.docx --to json");
    const std::optional<int> ended = parse_words(app, words);
    return ended ? ended : finish(set_reading(reading, arguments.options));
}

std::optional<int> parse(const Words& words, ExplainArguments& arguments) {
    CLI::App app("Says where the values of a record were read, and each step that changed them.", "mingdan explain");
    prepare(app);
    ReadingWords reading;
    app.add_option("INPUT", arguments.input, kInputHelp)->required()->type_name("");
    app.add_option("--roster", arguments.roster, "which roster, counting from 1 (the first)")->type_name("NUMBER");
    app.add_option("--record", arguments.record, "which record of it, counting from 1")
        ->required()
        ->type_name("NUMBER");
    app.add_option("--column", arguments.column, "only the value under this name (all columns)")->type_name("NAME");
    add_reading(app, reading);
    app.footer("The same for all values and as JSON: mingdan convert INPUT --trace.\n\n" + limits_help() +
               "\nExamples:\n"
               "  mingdan explain notice.docx --record 5\n"
               "  mingdan explain notice.docx --roster 2 --record 5 --column 区县");
    const std::optional<int> ended = parse_words(app, words);
    return ended ? ended : finish(set_reading(reading, arguments.options));
}

std::optional<int> parse(const Words& words, CheckArguments& arguments) {
    CLI::App app(
        "Lists the findings of notices. The exit code is 1 if one is as severe as --fail-on, 4 if a file cannot be "
        "read.",
        "mingdan check");
    prepare(app);
    ReadingWords reading;
    app.add_option("INPUT", arguments.inputs, "one or more notices; - reads standard input")
        ->required()
        ->type_name("…");
    add_choice<Severity>(app, "--fail-on", arguments.fail_on,
                         {{"info", Severity::info}, {"warning", Severity::warning}, {"error", Severity::error}},
                         "from which severity on a finding fails the check (error)");
    add_choice<View>(app, "--format", arguments.view, {{"text", View::text}, {"json", View::json}},
                     "one line a finding (text), or one JSON object");
    add_reading(app, reading);
    app.footer(limits_help() +
               "\nExamples:\n"
               "  mingdan check notice.docx\n"
               "  mingdan check *.docx --fail-on warning --format json > findings.json");
    const std::optional<int> ended = parse_words(app, words);
    return ended ? ended : finish(set_reading(reading, arguments.options));
}

namespace {

/// "2", of both sides, or "2,3", of the old and of the new one.
Result<void> set_rosters(const std::vector<std::size_t>& numbers, DiffOptions& diff) {
    if (numbers.empty()) {
        return {};
    }
    if (numbers.size() > 2 || numbers.front() == 0 || numbers.back() == 0) {
        return usage("--roster takes one number, or one for each side, counting from 1", "--roster 2 or --roster 2,3");
    }
    diff.old_roster = numbers.front() - 1;
    diff.new_roster = numbers.back() - 1;
    return {};
}

}  // namespace

std::optional<int> parse(const Words& words, DiffArguments& arguments) {
    CLI::App app("Says what differs between two states of a list: records by a key, members of lists one by one.",
                 "mingdan diff");
    prepare(app);
    ReadingWords reading;
    std::vector<std::size_t> rosters;
    app.add_option("OLD", arguments.before, "a notice, mingdan's JSON or NDJSON of one, or DIR:YEAR of a dataset")
        ->required()
        ->type_name("");
    app.add_option("NEW", arguments.after, "the same, later")->required()->type_name("");
    app.add_option("--key", arguments.diff.key, "the columns that name a record (found if not given)")
        ->type_name("COLUMN[,COLUMN]")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--roster", rosters, "only this roster, or one of each side: 2 or 2,3 (pairs are found)")
        ->type_name("NUMBER[,NUMBER]")
        ->delimiter(',')
        ->allow_extra_args(false);
    add_choice<View>(app, "--to", arguments.view, {{"text", View::text}, {"json", View::json}},
                     "for a person (text), or one JSON object");
    app.add_flag("--fail-on-change", arguments.fail_on_change, "exit code 1 where anything differs");
    add_reading(app, reading);
    app.footer(
        "The exit code is 0 when both could be compared, whatever differs; docs/diff.md says how keys are found.\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan diff 2023.docx 2024.docx\n"
        "  mingdan diff proposed.docx final.docx --key 区县,学校 --fail-on-change\n"
        "  mingdan diff out:2023 out:2024 --to json            two years of a dataset");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    if (const std::optional<int> ended = finish(set_rosters(rosters, arguments.diff))) {
        return ended;
    }
    return finish(set_reading(reading, arguments.options));
}

std::optional<int> parse_nothing(const Words& words, const std::string& command, const std::string& description) {
    CLI::App app(description, command);
    prepare(app);
    return parse_words(app, words);
}

}  // namespace mingdan::cli
