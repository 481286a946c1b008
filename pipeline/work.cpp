// One line in, one line out. An id comes back as it came, text or number, so that the engine can join on it.
#include <mingdan/work.h>

#include <optional>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include <mingdan/mingdan.h>

#include "emit/json_writer.h"
#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/guard.h"
#include "pipeline/planned.h"
#include "wrap/base64.h"
#include "wrap/file.h"
#include "wrap/json_line.h"
#include "wrap/line_input.h"

namespace mingdan {

namespace {

constexpr std::string_view kExample = R"({"id": "2023/notice.docx", "path": "2023/notice.docx"})";

/// What a line asks for.
struct Task {
    std::optional<std::string> id;
    bool numeric_id = false;  ///< its digits, then
    std::string path;
    std::optional<std::string> bytes;
    std::string sha256;  ///< what the content is to be, or empty
};

Error bad_line(std::string message) {
    return fail(ErrorCode::damaged_text, std::move(message), fmt::format("a path, or an object a line: {}", kExample));
}

std::optional<std::string> taken(JsonMembers& members, std::string_view name) {
    const auto found = members.find(name);
    return found == members.end() ? std::nullopt : std::optional(std::move(found->second));
}

/// Fills the task as far as the line goes, so that an error has the id too.
Result<void> read_task(std::string_view line, Task& task) {
    if (line.empty()) {
        return bad_line("the line is empty");
    }
    if (!line.starts_with('{')) {
        task.id = task.path = line;
        return {};
    }
    std::set<std::string> numbers;
    TRY_ASSIGN(JsonMembers members, read_json_line(line, &numbers));
    task.id = taken(members, "id");
    task.numeric_id = numbers.contains("id");
    task.path = taken(members, "path").value_or("");
    task.sha256 = taken(members, "sha256").value_or("");
    const std::optional<std::string> coded = taken(members, "bytes_base64");
    if (coded.has_value() == !task.path.empty()) {
        return bad_line(coded ? "the object has both \"path\" and \"bytes_base64\""
                              : "the object has neither \"path\" nor \"bytes_base64\"");
    }
    if (coded && !(task.bytes = base64_decoded(*coded))) {
        return bad_line("\"bytes_base64\" is no base64");
    }
    task.id = task.id || coded ? task.id : std::optional(task.path);
    return {};
}

Result<Notice> convert_task(const Task& task, const WorkOptions& work) {
    Options options = work.options;
    if (task.path == file::kStandard) {
        return bad_line("standard input is where the lines come from");
    }
    options.name = task.bytes ? file::own_name(task.id ? std::string_view(*task.id) : "stdin") : "";
    TRY_ASSIGN(Notice notice,
               task.bytes ? convert(std::as_bytes(std::span(*task.bytes)), options) : convert(task.path, options));
    TRY(require_planned(task.sha256, notice.source.sha256));
    return notice;
}

/// The JSON of a notice without its line ends: inside a text there are none, and what follows one is indentation.
std::string on_one_line(std::string_view json) {
    std::string line;
    line.reserve(json.size());
    while (!json.empty()) {
        const std::size_t end = std::min(json.find('\n'), json.size());
        line += json.substr(0, end);
        json.remove_prefix(std::min(end + 1, json.size()));
        json.remove_prefix(std::min(json.find_first_not_of(' '), json.size()));
        line += line.ends_with(',') && !json.empty() ? " " : "";
    }
    return line;
}

void write_id(JsonWriter& json, const Task& task) {
    json.key("id");
    if (!task.id) {
        json.null();
    } else if (task.numeric_id) {
        json.value() += *task.id;
    } else {
        json.text(utf8::replace_invalid(*task.id));
    }
}

void write_error(JsonWriter& json, const Error& error) {
    const auto text = [&](std::string_view key, const std::string& value) {
        json.optional_text(key, value.empty() ? std::nullopt : std::optional<std::string_view>(value));
    };
    json.key("error");
    json.open_object();
    json.text("code", error_name(error.code));
    json.text("message", utf8::replace_invalid(error.message));
    text("part", utf8::replace_invalid(error.part));
    text("hint", error.hint);
    json.close();
}

Result<std::string> notice_json(const Task& task, const WorkOptions& options) {
    return guarded<std::string>(task.path, [&]() -> Result<std::string> {
        TRY_ASSIGN(const Notice notice, convert_task(task, options));
        std::ostringstream stream;
        TRY(emit(notice, "json", stream, options.emit));
        return on_one_line(stream.view());
    });
}

struct Answer {
    std::string line;
    bool failed = false;
};

Answer answer_to(const Task& task, const Result<std::string>& notice) {
    Answer answer;
    JsonWriter json(answer.line);
    json.open_object();
    write_id(json, task);
    json.text("status", notice ? "ok" : "failed");
    if (notice) {
        json.key("notice");
        json.value() += *notice;
    } else {
        write_error(json, notice.error());
    }
    json.close();
    answer.failed = !notice;
    return answer;
}

Answer answer_line(std::string_view line, const WorkOptions& options) {
    Task task;
    const Result<void> read = guarded<void>("", [&] { return read_task(line, task); });
    return answer_to(task, read ? notice_json(task, options) : Result<std::string>(read.error()));
}

Answer answer_too_long(std::uint64_t longest) {
    return answer_to({}, fail(ErrorCode::over_limit, fmt::format("the line has more than {} bytes", longest),
                              "a \"path\" instead of the bytes, or a higher limit (--limit file-bytes=1G)"));
}

}  // namespace

std::string answer(std::string_view line, const WorkOptions& options) {
    return answer_line(line, options).line;
}

Result<WorkSummary> work(const WorkOptions& options) {
    using Got = file::LineInput::Got;
    constexpr std::uint64_t kAroundBytes = 1 << 20;
    const std::uint64_t longest = options.options.limits.file_bytes / 3 * 4 + kAroundBytes;
    file::LineInput input(STDIN_FILENO, longest, options.stop);
    TRY_ASSIGN(file::Writer writer, file::Writer::open(std::string(file::kStandard)));
    WorkSummary summary;
    std::string line;
    for (Got got = input.next(line); got != Got::end; got = input.next(line)) {
        if (got == Got::stopped) {
            summary.stopped = true;
            break;
        }
        Answer answer = got == Got::too_long ? answer_too_long(longest) : answer_line(line, options);
        answer.line += '\n';
        ++summary.answered;
        summary.failed += answer.failed ? 1 : 0;
        TRY(writer.write(answer.line));
    }
    return summary;
}

}  // namespace mingdan
