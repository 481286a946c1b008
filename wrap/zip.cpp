#include "wrap/zip.h"

#include <zip.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "model/over_limit.h"
#include "model/try.h"

namespace mingdan::zip {

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::string_view kSaveAgain = "opening the file in Word or WPS and saving it anew";

char fold(char c) {
    if (c == '\\') {
        return '/';
    }
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return fold(x) == fold(y); });
}

Error damaged(std::string_view what) {
    return fail(
        ErrorCode::damaged_zip, fmt::format("the ZIP archive is damaged: {}", what),
        "fetching the file again, or opening it in Word or WPS, which can repair some damage, and saving it anew");
}

Error open_error(zip_error_t& error, std::span<const std::byte> bytes) {
    const bool is_zip = looks_like_zip({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    if (zip_error_code_zip(&error) == ZIP_ER_NOZIP && !is_zip) {
        return fail(ErrorCode::not_a_zip, "the file is no ZIP archive", "checking that it is the file that was meant");
    }
    if (zip_error_code_zip(&error) == ZIP_ER_NOZIP) {
        return damaged("its directory is missing, so its end was cut off");
    }
    if (zip_error_code_zip(&error) == ZIP_ER_MEMORY) {
        return fail(ErrorCode::out_of_memory, "there is not enough memory for its archive", "more memory for it");
    }
    return damaged(zip_error_strerror(&error));
}

using File = std::unique_ptr<zip_file_t, int (*)(zip_file_t*)>;

/// What forbids reading an entry before its first byte: a cipher, or a method that no office program writes.
Result<void> check_readable(const zip_stat_t& stat) {
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
        return fail(ErrorCode::encrypted, "the ZIP archive is encrypted",
                    "unpacking it with its password, or saving the document without one");
    }
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method != ZIP_CM_STORE &&
        stat.comp_method != ZIP_CM_DEFLATE) {
        return fail(
            ErrorCode::unsupported_format,
            fmt::format("it is compressed by method {}; office files use 0 (stored) or 8 (deflated)", stat.comp_method),
            std::string(kSaveAgain));
    }
    return {};
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool names_entry(std::string_view bytes, std::string_view beginning) {
    constexpr std::string_view kEnd = "PK\x05\x06";  // APPNOTE 4.3.16: at most 64 KiB of comment stand behind it
    constexpr std::string_view kEntry = "PK\x01\x02";
    constexpr std::size_t kEntryBytes = 46;
    const auto number = [&](std::size_t at, int size) {
        std::size_t value = 0;
        for (int i = size - 1; i >= 0; --i) {
            value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
        }
        return value;
    };
    const auto same = [](char met, char asked) {  // as find() takes names
        return met == asked || (met == '\\' && asked == '/') || (met >= 'A' && met <= 'Z' && met + 32 == asked);
    };
    const std::size_t tail = bytes.size() - std::min<std::size_t>(bytes.size(), 22 + 65'535);
    const std::size_t end = bytes.substr(tail).rfind(kEnd);
    if (end == bytes.npos || tail + end + 22 > bytes.size()) {
        return false;
    }
    std::size_t at = number(tail + end + 16, 4);
    while (at < bytes.size() && bytes.size() - at > kEntryBytes && bytes.substr(at).starts_with(kEntry)) {
        const std::size_t name = number(at + 28, 2);
        const std::string_view begins = bytes.substr(at + kEntryBytes, std::min(name, beginning.size()));
        if (begins.size() == beginning.size() && std::equal(begins.begin(), begins.end(), beginning.begin(), same)) {
            return true;
        }
        at += kEntryBytes + name + number(at + 30, 2) + number(at + 32, 2);
    }
    return false;
}

void Archive::Close::operator()(struct ::zip* archive) const {
    zip_discard(archive);
}

Archive::Archive(struct ::zip* archive, const Limits& limits)
    : archive_(archive),
      chunk_(std::make_unique_for_overwrite<char[]>(kChunk)),
      limits_(&limits),
      size_(static_cast<std::size_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0))) {}

Result<Archive> Archive::open(std::span<const std::byte> bytes, const Limits& limits) {
    if (bytes.empty()) {  // to libzip an archive without entries
        return fail(ErrorCode::not_a_zip, "the file is empty and no ZIP archive",
                    "checking that it is the file that was meant");
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive == nullptr) {
        Error reason = open_error(error, bytes);
        zip_source_free(source);
        zip_error_fini(&error);
        return reason;
    }
    zip_error_fini(&error);
    Archive opened(archive, limits);
    if (opened.size() > limits.entries) {
        return over_limit("entries", limits.entries,
                          fmt::format("the ZIP archive has {} entries, more than", opened.size()));
    }
    return opened;
}

std::string_view Archive::name(std::size_t entry) const {
    const char* raw = zip_get_name(archive_.get(), entry, ZIP_FL_ENC_RAW);
    return raw == nullptr ? std::string_view{} : std::string_view{raw};
}

Result<std::optional<std::size_t>> Archive::find(std::string_view wanted) const {
    std::optional<std::size_t> found;
    for (std::size_t entry = 0; entry < size_; ++entry) {
        if (!same_name(name(entry), wanted)) {
            continue;
        }
        if (found) {
            Error twice = fail(ErrorCode::damaged_zip, fmt::format("the ZIP archive holds {} twice", wanted),
                               std::string(kSaveAgain));
            twice.part = wanted;
            return twice;
        }
        found = entry;
    }
    return found;
}

Result<void> Archive::read(std::size_t entry, const Sink& sink) {
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), entry, 0, &stat) != 0) {
        return damaged("an entry cannot be found");
    }
    TRY(check_readable(stat));
    const File file(zip_fopen_index(archive_.get(), entry, 0), zip_fclose);
    if (!file) {
        return damaged(zip_strerror(archive_.get()));
    }
    std::uint64_t bytes = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), chunk_.get(), kChunk);
        if (got < 0) {
            return damaged(zip_file_strerror(file.get()));
        }
        if (got == 0) {
            return {};
        }
        bytes += static_cast<std::uint64_t>(got);
        TRY(charge(bytes, static_cast<std::uint64_t>(got)));
        TRY(sink({chunk_.get(), static_cast<std::size_t>(got)}));
    }
}

/// Counts inflated bytes against the limits.
Result<void> Archive::charge(std::uint64_t of_part, std::uint64_t more) {
    inflated_ += more;
    if (of_part > limits_->part_bytes) {
        return over_limit("part-bytes", limits_->part_bytes, "the part's bytes are more than");
    }
    if (inflated_ > limits_->archive_bytes) {
        return over_limit("archive-bytes", limits_->archive_bytes, "the archive's bytes are more than");
    }
    return {};
}

}  // namespace mingdan::zip
