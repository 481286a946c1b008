// What a batch hands on to whoever makes one thing of all its notices (the dataset). Each input leaves a fragment, a
// small file of bytes that only the collector understands; a later run reads the fragments of unchanged inputs instead
// of converting them again.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/notice.h>
#include <mingdan/result.h>

namespace mingdan {

/// An input that takes part in the assembly, and the file that holds the bytes made for it.
struct Fragment {
    std::string id;    ///< the input's place below the folder given, as in the names of its outputs: "a/notice.docx"
    std::string file;  ///< to be read with file::read_whole
};

class Collector {
public:
    virtual ~Collector() = default;

    /// What the fragments' bytes depend on beside the notice: the version of their format, options. Where it changes,
    /// every input is converted anew.
    virtual std::string fingerprint() const = 0;

    /// True for forms that the collector writes once for the whole batch; no file a notice is written for those.
    virtual bool takes(std::string_view form) const = 0;

    /// The bytes to keep for a notice. They depend on the two arguments alone (no clock, no counter). Called from many
    /// threads at once, and with --isolate in another process than `assemble`.
    virtual std::string fragment_of(const Notice& notice, const std::string& id) const = 0;

    /// Makes the whole of all fragments, which come in the bytewise order of their ids; they are those of the inputs of
    /// this run and those of former runs whose input is gone (until --prune). Called once, after all notices, and only
    /// where something changed since it last succeeded. Files are written whole or not at all, below `folder` (the
    /// batch's output folder). Gives the names of all that now belongs to the whole, relative to `folder`, also of
    /// files that it found up to date; what a former call named and this one does not is removed.
    virtual Result<std::vector<std::string>> assemble(const std::string& folder,
                                                      std::span<const Fragment> fragments) = 0;
};

/// The collector of a batch that writes these forms, or nullptr where nothing is to be collected.
std::unique_ptr<Collector> make_collector(std::span<const std::string> forms);

}  // namespace mingdan
