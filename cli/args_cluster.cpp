// The options of the commands that go beyond one machine.
#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "cli/args_parts.h"

namespace mingdan::cli {

std::optional<int> parse(const Words& words, PlanOptions& arguments) {
    CLI::App app("Lists the inputs of a job with their sizes and hashes: the manifest that mingdan run works by.",
                 "mingdan plan");
    prepare(app);
    app.add_option("INPUT", arguments.inputs, "files, folders (with all below), patterns in quotation marks")
        ->type_name("…");
    app.add_option("-o,--output", arguments.output, "the manifest (standard output)")->type_name("FILE");
    app.add_option("--manifest", arguments.manifest,
                   "a list of more inputs, one a line; - reads it from standard input")
        ->type_name("FILE");
    add_threads(app, arguments.threads);
    app.footer(
        "A line for each document, {\"id\", \"path\", \"bytes\", \"sha256\"}, in the order of the ids. Paths stand as "
        "given:\n"
        "relative ones are meant from where mingdan run is started. What is passed over or cannot be read is listed "
        "on\n"
        "standard error; a file that cannot be read now has null for its size and hash, and is tried by the run.\n\n"
        "Examples:\n"
        "  mingdan plan notices -o manifest.ndjson\n"
        "  mingdan plan /data/2023 /data/2024 -o manifest.ndjson");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    if (arguments.inputs.empty() && arguments.manifest.empty()) {
        return finish(usage("nothing to plan is named", "mingdan plan INPUT… -o FILE"));
    }
    return std::nullopt;
}

std::optional<int> parse(const Words& words, RunArguments& arguments) {
    BatchOptions& batch = arguments.batch.batch;
    CLI::App app("Converts one shard of a manifest, on one of several machines; mingdan merge joins them.",
                 "mingdan run");
    prepare(app);
    BatchWords given;
    app.add_option("--manifest", batch.manifest, "the plan, the same for all shards")->required()->type_name("FILE");
    app.add_option("--shard", arguments.shard, "which of how many, from 0/N to N-1/N; auto asks the engine's variables")
        ->type_name("K/N|auto");
    app.add_option("-o,--output", batch.folder, "the folder that all shards share; made if missing")
        ->required()
        ->type_name("DIR");
    add_forms(app, given.forms);
    add_threads(app, batch.threads);
    app.add_flag("--verify", batch.verify, "tell what is unchanged by content, not by size, times and inode");
    app.add_flag("--again", arguments.again, "look at the inputs though the shard is done: some failures pass");
    add_isolation(app, arguments.batch, given);
    add_emitting(app, batch.options, batch.emit);
    add_reading(app, given.reading);
    app.footer(
        "A document's shard is XXH3-64 of its id modulo N. The shard's results and report lie in DIR/parts/K-of-N, "
        "and\n"
        "DIR/parts/K-of-N.done says, at last, that it is done. The same command again goes on where it was stopped, "
        "and\n"
        "does nothing where it was done. An input that is not what the manifest says fails.\n"
        "Without --shard the variables are asked too: Slurm array (SLURM_ARRAY_TASK_ID), Kubernetes indexed job\n"
        "(JOB_COMPLETION_INDEX), MPI (OMPI_COMM_WORLD_RANK, PMI_RANK), GNU parallel (PARALLEL_SEQ); MINGDAN_SHARDS "
        "says\n"
        "N where they do not (docs/scaling.md).\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan run --manifest manifest.ndjson --shard 0/2 -o job --to json,csv\n"
        "  mingdan run --manifest manifest.ndjson --shard auto -o job");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    if (batch.folder == "-") {
        return finish(usage("the results of a shard go to a folder", "-o DIR"));
    }
    return finish(set_batching(given, arguments.batch));
}

std::optional<int> parse(const Words& words, MergeOptions& arguments) {
    CLI::App app("Makes of all shards' parts what one mingdan batch would have made of the manifest.", "mingdan merge");
    prepare(app);
    app.add_option("DIR", arguments.parts, "the folder that the shards shared")->required()->type_name("");
    app.add_option("-o,--output", arguments.folder, "the folder that gets the whole; made if missing")
        ->required()
        ->type_name("DIR");
    add_threads(app, arguments.threads);
    app.add_flag("--prune", arguments.prune, "remove the results of inputs that the manifest does not have any more");
    app.footer(
        "All shards have to be done, with one manifest, one program and the same options; what is missing is named.\n"
        "The same command again brings over what is new.\n\n"
        "Example:\n"
        "  mingdan merge job -o out");
    if (const std::optional<int> ended = parse_words(app, words)) {
        return ended;
    }
    return arguments.folder == "-" ? finish(usage("the results of a merge go to a folder", "-o DIR")) : std::nullopt;
}

std::optional<int> parse(const Words& words, WorkOptions& arguments) {
    CLI::App app("Answers each line of standard input with one line of JSON, for engines that pipe.", "mingdan work");
    prepare(app);
    ReadingWords reading;
    app.add_flag("--codes", arguments.options.codes, "add the divisions' codes (GB/T 2260) beside region columns");
    app.add_flag("--trace", arguments.emit.trace, "add origins and every fix");
    add_reading(app, reading);
    app.footer(
        "A line is a path, or an object with \"path\" or \"bytes_base64\", and \"id\" and \"sha256\" if you like; a "
        "line\n"
        "of mingdan plan is one. Answers come in order, each as soon as it is known:\n"
        "  {\"id\": …, \"status\": \"ok\", \"notice\": {…}}, the notice as mingdan convert writes it, on one line\n"
        "  {\"id\": …, \"status\": \"failed\", \"error\": {\"code\", \"message\", \"part\", \"hint\"}}\n"
        "A line that cannot be understood has such an answer too. SIGTERM and SIGINT finish the document in hand.\n"
        "Exit codes: 0 at the end of the input and at SIGTERM, whatever failed; 130 at SIGINT; 5 where nobody reads\n"
        "the answers.\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan work < manifest.ndjson > answers.ndjson\n"
        "  ls notices/*.docx | mingdan work --codes | jq -c .notice.notice.title");
    const std::optional<int> ended = parse_words(app, words);
    return ended ? ended : finish(set_reading(reading, arguments.options));
}

}  // namespace mingdan::cli
