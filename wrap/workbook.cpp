// libxlsxwriter 1.1 is loaded when the first workbook is begun: as a shared library it would cost each start of the
// program a twentieth, and most never write one. It writes to a name only, so that it gets that of a file in memory,
// and keeps parts in unlinked temporary files, whose writing it does not watch (a full disk leaves a hole): `check`
// counts what arrived.
#include "wrap/workbook.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>
#include <map>
#include <new>
#include <vector>

#include <fmt/format.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>
#ifndef MINGDAN_XLSXWRITER_LINKED
#include <dlfcn.h>
#endif

#include "model/try.h"
#include "wrap/descriptor.h"
#include "wrap/zip.h"

namespace mingdan::workbook {

namespace {

constexpr time_t kCreated = 946'684'800;       // 2000-01-01, since a result has no clock
constexpr std::size_t kTextFormatLimit = 255;  // longer texts that are formatted as text show as ##### in old Excels
constexpr const char* kWholeSheet = "A1:XFD1048576";
constexpr lxw_color_t kShade = 0xE7EDF5;

#define MINGDAN_XLSXWRITER(FUNCTION)  \
    FUNCTION(workbook_new_opt)        \
    FUNCTION(workbook_close)          \
    FUNCTION(lxw_workbook_free)       \
    FUNCTION(workbook_add_worksheet)  \
    FUNCTION(workbook_add_format)     \
    FUNCTION(workbook_set_properties) \
    FUNCTION(worksheet_write_string)  \
    FUNCTION(worksheet_write_number)  \
    FUNCTION(worksheet_merge_range)   \
    FUNCTION(worksheet_set_column)    \
    FUNCTION(worksheet_set_row)       \
    FUNCTION(worksheet_freeze_panes)  \
    FUNCTION(worksheet_repeat_rows)   \
    FUNCTION(worksheet_set_landscape) \
    FUNCTION(worksheet_set_paper)     \
    FUNCTION(worksheet_fit_to_pages)  \
    FUNCTION(worksheet_ignore_errors) \
    FUNCTION(format_set_bold)         \
    FUNCTION(format_set_text_wrap)    \
    FUNCTION(format_set_border)       \
    FUNCTION(format_set_bg_color)     \
    FUNCTION(format_set_align)        \
    FUNCTION(format_set_font_size)    \
    FUNCTION(format_set_num_format)   \
    FUNCTION(lxw_strerror)

/// The library's functions under their own names.
struct Library {
#define FUNCTION(name) decltype(&::name) name = nullptr;
    MINGDAN_XLSXWRITER(FUNCTION)
#undef FUNCTION
    std::string missing;  ///< what is not there, or empty
};

#ifdef MINGDAN_XLSXWRITER_LINKED
Library load() {
    Library library;
#define FUNCTION(name) library.name = ::name;
    MINGDAN_XLSXWRITER(FUNCTION)
#undef FUNCTION
    return library;
}
#else
Library load() {
    Library library;
    void* const handle = ::dlopen("libxlsxwriter.so." LXW_SOVERSION, RTLD_NOW | RTLD_LOCAL);
    const auto look_up = [&](const char* name) {
        void* const function = handle != nullptr ? ::dlsym(handle, name) : nullptr;
        if (function == nullptr && library.missing.empty()) {
            const char* const why = ::dlerror();
            library.missing = why != nullptr ? why : name;
        }
        return function;
    };
#define FUNCTION(name) library.name = reinterpret_cast<decltype(&::name)>(look_up(#name));
    MINGDAN_XLSXWRITER(FUNCTION)
#undef FUNCTION
    return library;
}
#endif

const Library& library() {
    static const Library loaded = load();
    return loaded;
}

/// A number format that shows as many decimals as the digits have.
std::string number_format(std::string_view digits) {
    const std::size_t point = digits.find('.');
    return point == std::string_view::npos ? "0" : "0." + std::string(digits.size() - point - 1, '0');
}

double to_double(std::string_view digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Counts a mark in text that comes in pieces.
class MarkCount {
public:
    explicit MarkCount(std::string_view mark) : mark_(mark) {}
    void add(std::string_view piece) {
        rest_ += piece;
        std::size_t at = 0;
        for (std::size_t hit = rest_.find(mark_); hit != std::string::npos; hit = rest_.find(mark_, at)) {
            count_ += 1;
            at = hit + mark_.size();
        }
        rest_.erase(0, std::max(at, rest_.size() - std::min(rest_.size(), mark_.size() - 1)));
    }
    std::uint64_t count() const { return count_; }

private:
    std::string_view mark_;
    std::string rest_;
    std::uint64_t count_ = 0;
};

Error incomplete(std::string_view what) {
    return fail(ErrorCode::output_unwritable, fmt::format("the workbook is not whole: {}", what),
                "see whether the disk that holds temporary files (TMPDIR, /tmp) is full");
}

/// Every part has come to its end, and as many cells arrived as were written.
Result<void> check(std::string_view bytes, std::uint64_t cells) {
    Limits limits;
    limits.part_bytes = limits.archive_bytes = std::numeric_limits<std::uint64_t>::max();
    limits.entries = std::numeric_limits<std::uint32_t>::max();
    TRY_ASSIGN(zip::Archive archive, zip::Archive::open(std::as_bytes(std::span(bytes)), limits));
    MarkCount count("<c r=\"");
    for (std::size_t entry = 0; entry < archive.size(); ++entry) {
        std::string end;
        const bool sheet = archive.name(entry).starts_with("xl/worksheets/sheet");
        TRY(archive.read(entry, [&](std::string_view chunk) -> Result<void> {
            if (sheet) {
                count.add(chunk);
            }
            end.append(chunk.substr(chunk.size() - std::min<std::size_t>(chunk.size(), 16)));
            end.erase(0, end.size() - std::min<std::size_t>(end.size(), 16));
            return {};
        }));
        if ((!end.ends_with('>') && !end.ends_with(">\n")) || (sheet && !end.ends_with("</worksheet>"))) {
            return incomplete(fmt::format("{} has no end", archive.name(entry)));
        }
    }
    if (count.count() != cells) {
        return incomplete(fmt::format("{} cells were written and {} arrived", cells, count.count()));
    }
    return {};
}

Result<std::string> contents(const file::Descriptor& memory) {
    std::string bytes;
    std::array<char, 1 << 16> chunk;
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(memory.get(), chunk.data(), chunk.size(), at);
        if (got < 0) {
            return incomplete("it cannot be read back");
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        at += got;
    }
}

}  // namespace

struct Sheet::Part {
    Workbook::Book* book = nullptr;
    lxw_worksheet* sheet = nullptr;
};

struct Workbook::Book {
    Book() = default;
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;
    ~Book() {
        if (workbook != nullptr) {
            library().lxw_workbook_free(workbook);
        }
    }

    void note(lxw_error error) {
        if (error != LXW_NO_ERROR && fault.empty()) {
            fault = library().lxw_strerror(error);
        }
    }

    lxw_format* format(const Style& style, const std::string& number);

    Settings settings;
    file::Descriptor memory;
    lxw_workbook* workbook = nullptr;
    std::vector<std::unique_ptr<Sheet::Part>> sheets;
    std::set<std::string> names;
    std::map<std::pair<Style, std::string>, lxw_format*> formats;
    std::uint64_t cells = 0;
    std::string fault;
};

lxw_format* Workbook::Book::format(const Style& style, const std::string& number) {
    lxw_format*& known = formats[{style, number}];
    if (known != nullptr) {
        return known;
    }
    const Library& lib = library();
    known = lib.workbook_add_format(workbook);
    if (style.bold) {
        lib.format_set_bold(known);
    }
    if (style.wrapped) {
        lib.format_set_text_wrap(known);
    }
    if (style.framed) {
        lib.format_set_border(known, LXW_BORDER_THIN);
    }
    if (style.shaded) {
        lib.format_set_bg_color(known, kShade);
    }
    if (style.across != Across::usual) {
        lib.format_set_align(known, style.across == Across::left ? LXW_ALIGN_LEFT : LXW_ALIGN_CENTER);
    }
    if (style.down != Down::bottom) {
        lib.format_set_align(known, style.down == Down::top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    }
    lib.format_set_font_size(known, style.points);
    if (!number.empty()) {
        lib.format_set_num_format(known, number.c_str());
    }
    return known;
}

void Sheet::merge(const Area& area, const Style& style) {
    Workbook::Book& book = *part_->book;
    const std::uint64_t columns = area.last_column - area.column + 1;
    book.cells += (area.last_row - area.row + 1) * columns;
    if (area.row != area.last_row || area.column != area.last_column) {
        book.note(library().worksheet_merge_range(part_->sheet, area.row, static_cast<lxw_col_t>(area.column),
                                                  area.last_row, static_cast<lxw_col_t>(area.last_column), "",
                                                  book.format(style, "")));
    }
}

void Sheet::text(const Area& area, std::string_view text, const Style& style) {
    merge(area, style);
    Workbook::Book& book = *part_->book;
    book.note(library().worksheet_write_string(part_->sheet, area.row, static_cast<lxw_col_t>(area.column),
                                               escape_cell(text).c_str(),
                                               book.format(style, text.size() <= kTextFormatLimit ? "@" : "")));
}

void Sheet::number(const Area& area, std::string_view digits, const Style& style) {
    merge(area, style);
    Workbook::Book& book = *part_->book;
    book.note(library().worksheet_write_number(part_->sheet, area.row, static_cast<lxw_col_t>(area.column),
                                               to_double(digits), book.format(style, number_format(digits))));
}

void Sheet::width(std::uint32_t column, double characters) {
    const auto at = static_cast<lxw_col_t>(column);
    part_->book->note(library().worksheet_set_column(part_->sheet, at, at, characters, nullptr));
}

void Sheet::height(std::uint32_t row, double points) {
    part_->book->note(library().worksheet_set_row(part_->sheet, row, std::min(points, kTallestRow), nullptr));
}

void Sheet::freeze(std::uint32_t rows) {
    library().worksheet_freeze_panes(part_->sheet, rows, 0);
}

void Sheet::paper(bool landscape, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint8_t kA4 = 9;
    const Library& lib = library();
    lib.worksheet_set_paper(part_->sheet, kA4);
    if (landscape) {
        lib.worksheet_set_landscape(part_->sheet);
    }
    lib.worksheet_fit_to_pages(part_->sheet, 1, 0);
    if (first <= last) {
        part_->book->note(lib.worksheet_repeat_rows(part_->sheet, first, last));
    }
}

Workbook::Workbook(std::unique_ptr<Book> book) : book_(std::move(book)) {}
Workbook::Workbook(Workbook&&) noexcept = default;
Workbook& Workbook::operator=(Workbook&&) noexcept = default;
Workbook::~Workbook() = default;

Result<Workbook> Workbook::open(const Settings& settings) {
    if (!library().missing.empty()) {
        return fail(ErrorCode::output_unwritable, fmt::format("workbooks need libxlsxwriter: {}", library().missing),
                    "install it (Debian: libxlsxwriter" LXW_SOVERSION ")");
    }
    auto book = std::make_unique<Book>();
    book->settings = settings;
    book->memory = file::Descriptor(::memfd_create("workbook", MFD_CLOEXEC));
    const std::string name = fmt::format("/proc/self/fd/{}", book->memory.get());
    lxw_workbook_options options{};
    options.constant_memory = settings.memory == Memory::flat ? LXW_TRUE : LXW_FALSE;
    options.use_zip64 = LXW_FALSE;
    book->workbook = book->memory.get() < 0 ? nullptr : library().workbook_new_opt(name.c_str(), &options);
    if (book->workbook == nullptr) {
        return fail(ErrorCode::output_unwritable, "there is no memory for a workbook", "a smaller input");
    }
    lxw_doc_properties properties{};
    properties.created = kCreated;
    book->note(library().workbook_set_properties(book->workbook, &properties));
    return Workbook(std::move(book));
}

Sheet Workbook::add_sheet(std::string_view wish) {
    const std::string name = sheet_name(wish, book_->names);
    lxw_worksheet* const sheet = library().workbook_add_worksheet(book_->workbook, name.c_str());
    if (sheet == nullptr) {
        throw std::bad_alloc();
    }
    // No green corner on codes that stay text.
    book_->note(library().worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, kWholeSheet));
    return Sheet(*book_->sheets.emplace_back(std::make_unique<Sheet::Part>(Sheet::Part{book_.get(), sheet})));
}

std::uint32_t Workbook::row_limit() const {
    return book_->settings.row_limit;
}

Result<std::string> Workbook::finish() {
    if (!book_->fault.empty()) {
        return fail(ErrorCode::internal, fmt::format("libxlsxwriter: {}", book_->fault));
    }
    const lxw_error error = library().workbook_close(std::exchange(book_->workbook, nullptr));
    if (error != LXW_NO_ERROR) {
        return incomplete(library().lxw_strerror(error));
    }
    TRY_ASSIGN(std::string bytes, contents(book_->memory));
    TRY(check(bytes, book_->cells));
    return bytes;
}

}  // namespace mingdan::workbook
