// From a notice to files. An emitter knows streams only; the stream's buffer hands on to a writer and keeps its first
// error, which says more than a stream's failbit.
#include <mingdan/save.h>

#include <ostream>
#include <streambuf>
#include <utility>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "pipeline/stage.h"
#include "wrap/file.h"

namespace mingdan {

namespace {

/// Each uncommitted file holds a descriptor, and a process has about a thousand.
constexpr std::size_t kFilesAtOnce = 256;

class WriterBuffer : public std::streambuf {
public:
    explicit WriterBuffer(file::Writer& writer) : writer_(writer) {}
    const Result<void>& state() const { return state_; }

private:
    std::streamsize xsputn(const char* text, std::streamsize length) override {
        if (state_) {
            state_ = writer_.write({text, static_cast<std::size_t>(length)});
        }
        return state_ ? length : 0;
    }
    int_type overflow(int_type c) override {
        const char byte = traits_type::to_char_type(c);
        return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
    }

    file::Writer& writer_;
    Result<void> state_;
};

}  // namespace

Result<file::Writer> stage(const Notice& notice, std::string_view form, const std::string& path,
                           const EmitOptions& options, std::vector<Finding>* found) {
    TRY_ASSIGN(file::Writer writer, file::Writer::open(path));
    WriterBuffer buffer(writer);
    std::ostream stream(&buffer);
    Result<void> emitted = emit(notice, form, stream, options, found);
    stream.flush();
    TRY(buffer.state());
    if (!emitted) {
        emitted.error().file = path;
        return std::move(emitted.error());
    }
    return writer;
}

namespace {

/// One file to be written.
struct Target {
    std::string form;
    std::string path;
    std::uint32_t roster = 0;
};

std::vector<Target> targets(const Notice& notice, std::span<const std::string> forms, const std::string& folder) {
    const std::string stem = below(folder, notice.source.name);
    std::vector<Target> list;
    for (const std::string& form : forms) {
        const std::size_t files = one_file_per_roster(form) ? notice.rosters.size() : 1;
        for (std::uint32_t roster = 0; roster < files; ++roster) {
            list.push_back({form, stem + output_suffix(form, roster), roster});
        }
    }
    return list;
}

Result<void> commit_all(std::vector<file::Writer>& staged) {
    for (file::Writer& writer : staged) {
        TRY(writer.commit());
    }
    staged.clear();
    return {};
}

}  // namespace

Result<void> save(const Notice& notice, std::string_view form, const std::string& path, const EmitOptions& options,
                  std::vector<Finding>* found) {
    TRY_ASSIGN(file::Writer writer, stage(notice, form, path, options, found));
    return writer.commit();
}

Result<std::vector<std::string>> save_all(const Notice& notice, std::span<const std::string> forms,
                                          const std::string& folder, const EmitOptions& options,
                                          std::vector<Finding>* found) {
    TRY(file::make_folder(folder));
    std::vector<file::Writer> staged;
    std::vector<std::string> paths;
    for (Target& target : targets(notice, forms, folder)) {
        EmitOptions chosen = options;
        chosen.roster = target.roster;
        TRY_ASSIGN(file::Writer writer, stage(notice, target.form, target.path, chosen, found));
        staged.push_back(std::move(writer));
        paths.push_back(std::move(target.path));
        if (staged.size() == kFilesAtOnce) {
            TRY(commit_all(staged));
        }
    }
    TRY(commit_all(staged));
    return paths;
}

Result<void> save_text(std::string_view text, const std::string& path) {
    TRY_ASSIGN(file::Writer writer, file::Writer::open(path));
    TRY(writer.write(text));
    return writer.commit();
}

}  // namespace mingdan
