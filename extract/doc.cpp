// Word 97-2003 documents and templates, and WPS Writer's .wps, which are the same inside ([MS-DOC], [MS-CFB]).
//
// The body comes first, with its text boxes at their anchors; then headers and footers, notes and comments. Macros and
// embedded objects are not read; the latter are named. Word 6 and 95 write another format, which is named, too.
#include <fmt/format.h>

#include <utility>

#include "extract/compound_file.h"
#include "extract/doc_story.h"
#include "extract/reader.h"
#include "model/try.h"

namespace mingdan {

namespace doc {

namespace {

constexpr std::size_t kSeparators = 6;  ///< stories of PlcfHdd before those of the sections

class FileReader {
public:
    FileReader(const File& file, Pieces pieces, const Limits& limits, Document& document)
        : document_(document), context_(file, std::move(pieces), limits, document) {}

    Result<void> read() {
        TRY(read_body());
        TRY(read_headers());
        TRY(read_notes(StoryKind::footnote, Part::footnotes, Entry::footnote_texts, "footnotes"));
        TRY(read_notes(StoryKind::endnote, Part::endnotes, Entry::endnote_texts, "endnotes"));
        TRY(read_notes(StoryKind::comment, Part::comments, Entry::comment_texts, "comments"));
        report_cut();
        context_.reading.report();
        return {};
    }

private:
    Range range(Part part) const { return range_of(context_.file, part, context_.pieces.end()); }

    std::uint16_t add_part(const std::string& part) {
        document_.parts.push_back(part);
        return static_cast<std::uint16_t>(document_.parts.size());
    }

    Result<void> read_body() {
        context_.set_boxes(read_boxes(context_.file, Entry::boxes, range(Part::boxes)));
        context_.anchors = read_anchors(context_.file.block(Entry::shapes), 0);
        StoryReader story(context_, add_part("WordDocument"));
        TRY(story.read(range(Part::body)));
        TRY(story.read_other_boxes());
        if (!context_.sections.empty()) {
            story.end_section(context_.sections.back());
        }
        document_.body = story.take();
        return {};
    }

    /// Six stories for each section: even and odd headers, even and odd footers, the first page's header and footer.
    Result<void> read_headers() {
        const Range part = range(Part::headers);
        const std::vector<Range> stories = divide(context_.file.block(Entry::headers), part);
        context_.set_boxes(read_boxes(context_.file, Entry::header_boxes, range(Part::header_boxes)));
        context_.anchors = read_anchors(context_.file.block(Entry::header_shapes), part.begin);
        context_.sections.clear();
        if (part.empty() && context_.boxes.empty()) {
            return {};
        }
        StoryReader reader(context_, add_part("WordDocument: headers"));
        for (std::size_t i = 0; i < stories.size() && i < kSeparators; ++i) {
            TRY(reader.pass(stories[i], Reason::separator));
        }
        for (const StoryKind kind : {StoryKind::header, StoryKind::footer}) {
            for (std::size_t i = kSeparators; i < stories.size(); ++i) {
                const std::size_t place = (i - kSeparators) % 6;
                const bool is_footer = place == 2 || place == 3 || place == 5;
                if (is_footer == (kind == StoryKind::footer)) {
                    TRY(read_story(reader, kind, without_guard(stories[i]), {}));
                }
            }
        }
        TRY(reader.read_other_boxes());
        add_story(StoryKind::header, reader.take(), {});
        return {};
    }

    Result<void> read_notes(StoryKind kind, Part part, Entry entry, std::string_view name) {
        const Range all = range(part);
        if (all.empty()) {
            return {};
        }
        StoryReader reader(context_, add_part(fmt::format("WordDocument: {}", name)));
        std::uint32_t end = all.begin;
        std::int64_t number = 0;
        for (const Range& one : divide(context_.file.block(entry), all)) {
            const Origin anchor = context_.reading.anchor_of(kind, number++);
            if (one.end - one.begin > 1) {  // behind the last one stands a paragraph mark that is none of it
                TRY(read_story(reader, kind, one, anchor));
            }
            end = one.end;
        }
        return end < all.end ? read_story(reader, kind, without_guard({end, all.end}), {}) : Result<void>{};
    }

    Result<void> read_story(StoryReader& reader, StoryKind kind, const Range& range, const Origin& anchor) {
        TRY(reader.read(range));
        add_story(kind, reader.take(), anchor);
        return {};
    }

    void add_story(StoryKind kind, std::vector<Block> blocks, const Origin& anchor) {
        if (!blocks.empty()) {
            document_.stories.push_back({kind, std::move(blocks), anchor});
        }
    }

    /// A story has a paragraph mark behind it that is none of it.
    static Range without_guard(Range range) {
        range.end -= range.empty() ? 0 : 1;
        return range;
    }

    void report_cut() {
        if (context_.pieces.missing > 0) {
            document_.findings.push_back(
                make_finding(FindingCode::invalid_bytes,
                             fmt::format("the file is cut or damaged: {} characters of its text stand beyond its end",
                                         context_.pieces.missing)));
        }
    }

    Document& document_;
    Context context_;
};

}  // namespace

}  // namespace doc

namespace {

bool sniff(const Input& input) {
    if (!CompoundFile::looks_like(input.view())) {
        return false;
    }
    const auto container = CompoundFile::open(input.view(), input.limits);
    return container && doc::is_word_file(*container);
}

Result<Document> read(const Input& input) {
    TRY_ASSIGN(CompoundFile container, CompoundFile::open(input.view(), input.limits));
    TRY_ASSIGN(doc::File file, doc::open_file(container));
    TRY_ASSIGN(doc::Pieces pieces, doc::read_pieces(file, input.limits));
    Document document;
    document.format = "doc";
    TRY(doc::FileReader(file, std::move(pieces), input.limits, document).read());
    return document;
}

}  // namespace

extern const Reader doc_reader{"doc", "doc,dot,wps", "Word 97-2003 documents and templates, and WPS Writer", sniff,
                               read};

}  // namespace mingdan
