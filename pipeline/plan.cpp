// A plan is a look at the inputs: found as a batch finds them, read once for their hashes, and written by their ids.
#include <mingdan/plan.h>

#include <fmt/format.h>

#include "emit/json_writer.h"
#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/batch_inputs.h"
#include "pipeline/ordered.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

Error no_utf8() {
    return fail(ErrorCode::unreadable, "its name is no UTF-8, which a manifest of JSON cannot hold",
                "rename it (convmv -f gb18030 -t utf8), or convert it with mingdan batch");
}

void set_failed(InputOutcome& outcome, Error error) {
    outcome.status = InputStatus::failed;
    outcome.error = std::move(error);
    outcome.error->file = outcome.path;
}

InputOutcome look_at(const BatchInputs& inputs, std::size_t index) {
    InputOutcome outcome;
    outcome.id = inputs.id(index);
    outcome.path = inputs.path(index);
    if (const BatchInputs::Verdict* verdict = inputs.verdict(index)) {
        if (const auto* reason = std::get_if<PassedOver>(verdict)) {
            outcome.status = InputStatus::passed_over;
            outcome.passed_over = *reason;
        } else {
            set_failed(outcome, std::get<Error>(*verdict));
        }
        return outcome;
    }
    Sha256 hash;
    Result<void> read = file::read_pieces(outcome.path, [&](std::string_view piece) -> Result<void> {
        hash.add(piece);
        outcome.bytes += piece.size();
        return {};
    });
    if (read) {
        outcome.sha256 = hash.hex();
    } else {
        set_failed(outcome, std::move(read.error()));
    }
    return outcome;
}

std::string manifest_line(const InputOutcome& outcome) {
    std::string line;
    JsonWriter json(line);
    json.open_object();
    json.text("id", outcome.id);
    json.text("path", outcome.path);
    if (outcome.error) {
        json.key("bytes");
        json.null();
        json.optional_text("sha256", std::nullopt);
    } else {
        json.number("bytes", outcome.bytes);
        json.text("sha256", outcome.sha256);
    }
    json.close();
    return line + '\n';
}

class Planner {
public:
    Planner(const PlanOptions& options, const BatchInputs& inputs, file::Writer& writer, const PlanWatcher& watcher)
        : options_(options), inputs_(inputs), writer_(writer), watcher_(watcher) {}

    Result<PlanSummary> run() {
        for (std::size_t index = 0; index < inputs_.size(); ++index) {
            if (inputs_.verdict(index) != nullptr) {
                tell(look_at(inputs_, index));
            }
        }
        const std::vector<std::uint32_t>& order = inputs_.by_id();
        const auto work = [&](std::size_t place, unsigned) { return look_at(inputs_, order[place]); };
        const auto sink = [&](std::size_t, InputOutcome outcome) {
            written_ = write(std::move(outcome));
            return written_.has_value();
        };
        Ordered<InputOutcome>(order.size(), thread_count(options_.threads, order.size()), work, sink).run();
        TRY(std::move(written_));
        TRY(writer_.commit());
        return summary_;
    }

private:
    Result<void> write(InputOutcome outcome) {
        if (utf8::replace_invalid(outcome.id) != outcome.id || utf8::replace_invalid(outcome.path) != outcome.path) {
            set_failed(outcome, no_utf8());
            tell(outcome);
            return {};
        }
        ++summary_.documents;
        summary_.bytes += outcome.bytes;
        tell(outcome);
        return writer_.write(manifest_line(outcome));
    }

    void tell(const InputOutcome& outcome) {
        summary_.failed += outcome.status == InputStatus::failed ? 1 : 0;
        summary_.passed_over += outcome.status == InputStatus::passed_over ? 1 : 0;
        if (watcher_) {
            watcher_(outcome);
        }
    }

    const PlanOptions& options_;
    const BatchInputs& inputs_;
    file::Writer& writer_;
    const PlanWatcher& watcher_;
    PlanSummary summary_;
    Result<void> written_;
};

}  // namespace

Result<PlanSummary> plan(const PlanOptions& options, const PlanWatcher& watcher) {
    BatchOptions wanted;
    wanted.inputs = options.inputs;
    wanted.manifest = options.manifest;
    wanted.forms.clear();
    for (const std::string& input : options.inputs) {
        if (input == file::kStandard) {
            return fail(ErrorCode::usage, "a plan names files, and standard input is none", "save it as a file first");
        }
    }
    TRY_ASSIGN(file::Writer writer, file::Writer::open(options.output));
    TRY_ASSIGN(const BatchInputs inputs, find_inputs(wanted, {}));
    return Planner(options, inputs, writer, watcher).run();
}

}  // namespace mingdan
