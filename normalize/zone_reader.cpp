// Paragraphs wait until a table shows what they were: the zone's title, a heading over this table, a note below the
// last. Tables with equal headers under headings of one annex are one roster with sections; a table without a header of
// its own goes on with the roster before it; any other header opens a new roster.
#include "normalize/zone_reader.h"

#include <algorithm>
#include <span>
#include <utility>

#include "model/utf8.h"
#include "normalize/annex_label.h"
#include "normalize/column_name.h"
#include "normalize/form.h"
#include "normalize/frame_words.h"
#include "normalize/lexicon.h"
#include "normalize/list_reader.h"
#include "normalize/list_text.h"
#include "normalize/open_label.h"
#include "normalize/outline.h"
#include "normalize/section_label.h"
#include "normalize/sheet.h"
#include "normalize/spaces.h"
#include "normalize/table_header.h"
#include "normalize/table_rows.h"
#include "normalize/waiting_list.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

class ZoneReader {
public:
    ZoneReader(Draft& draft, Zone& zone) : draft_(draft), zone_(zone) {}

    void read() {
        std::size_t tables = 0;
        for (const std::size_t index : zone_.pieces) {
            tables += draft_.flow[index].is_table;
        }
        several_tables_ = tables > 1;
        for (const std::size_t index : zone_.pieces) {
            Piece& piece = draft_.flow[index];
            if (piece.taken) {
                continue;
            }
            place_ = index;
            if (piece.is_table) {
                read_table(piece);
            } else if (zone_.in_body && !(open_ != kNone && lines_.empty() && lexicon::begins_note(piece.text.text))) {
                after_note_ = false;
                lines_.assign(1, index);  // only the paragraph directly above a table can belong to it
            } else {
                read_paragraph(index);
            }
        }
        finish();
    }

private:
    void read_paragraph(std::size_t index) {
        Piece& piece = draft_.flow[index];
        const std::string_view text = piece.text.text;
        switch (classify_full(text)) {
            case FullText::continuation:
            case FullText::annex_label:
            case FullText::count:
                piece.taken = true;
                set_aside(draft_, std::move(piece.text),
                          open_ != kNone && lines_.empty() ? draft_.rosters[open_].claims : claims_);
                return;
            case FullText::note:
                if (!lexicon::begins_note(text) && !lexicon::is_unit_line(text) && utf8::last(text) == U'。' &&
                    !(after_note_ && goes_on_note(text))) {
                    break;  // running text
                }
                take_note(piece);
                return;
            case FullText::label:
                break;
        }
        if (after_note_ && goes_on_note(text) && lines_.empty()) {
            take_note(piece);
            return;
        }
        after_note_ = false;
        lines_.push_back(index);
    }

    void take_note(Piece& piece) {
        piece.taken = true;
        after_note_ = true;
        if (open_ != kNone && lines_.empty()) {
            draft_.rosters[open_].notes.push_back(std::move(piece.text));
        } else {
            notes_.push_back(std::move(piece.text));
        }
    }

    void read_table(Piece& piece) {
        after_note_ = false;
        Sheet sheet(piece.table);
        std::uint32_t row = 0;
        const std::vector<std::uint32_t> tops = find_tops(sheet, row);
        if (is_imprint(sheet)) {
            piece.taken = true;
            leave_rows(draft_, sheet, 0, sheet.rows(), Reason::page_furniture);
            return;
        }
        Header header = find_header(sheet, row);
        if (is_form(sheet, header)) {
            piece.taken = true;
            leave_rows(draft_, sheet, 0, sheet.rows(), Reason::form);
            return;
        }
        piece.taken = true;
        if (!continues(header)) {
            close_rows();
        }
        read_lines();
        for (const std::uint32_t top : tops) {
            read_top(*sheet.full_cell(top));
        }
        const std::uint32_t first = row;
        for (std::uint32_t next = row; next < sheet.rows();) {
            join_or_open(sheet, header, next == first);
            next = read_rows(draft_, sheet, header, outline_, draft_.rosters[open_]);
            if (next < sheet.rows()) {
                const auto labels = find_tops(sheet, next);  // the next annex, in the same table
                header = find_header(sheet, next);
                for (const std::uint32_t top : labels) {
                    read_top(*sheet.full_cell(top));
                }
            }
        }
    }

    /// 抄送：… / …办公室 2023年6月14日印发: a notice's last lines, set as a table.
    static bool is_imprint(Sheet& sheet) {
        if (sheet.rows() > 4) {
            return false;
        }
        for (const Cell& cell : sheet.starting_in(0)) {
            if (words::is_imprint_line(text::without_spaces(flat_text(cell)))) {
                return true;
            }
        }
        return false;
    }

    /// The full-width rows from `row` on, which moves behind them.
    static std::vector<std::uint32_t> find_tops(Sheet& sheet, std::uint32_t& row) {
        std::vector<std::uint32_t> tops;
        for (; row < sheet.rows() && (sheet.is_blank(row) || is_top(sheet, row)); ++row) {
            if (!sheet.is_blank(row)) {
                tops.push_back(row);
            }
        }
        return tops;
    }

    /// A full-width row above the header. In a table of one column that is what a title says, not what spans it.
    static bool is_top(Sheet& sheet, std::uint32_t row) {
        Cell* cell = sheet.full_cell(row);
        if (cell == nullptr) {
            return false;
        }
        if (sheet.columns() > 1) {
            return true;
        }
        const std::string text = flat_text(*cell);
        return row + 1 < sheet.rows() && lexicon::ends_as_list_title(text) &&
               !lexicon::is_header_word(header_text(text));
    }

    void read_top(Cell& cell) {
        Field text = take_text(cell, Fix::join_title);
        if (const auto label = annex_label(text.text)) {
            Field annex = take_label(draft_, text, *label);
            if (!zone_.annex) {
                zone_.annex = std::move(annex);
            } else if (annex.text != zone_.annex->text && annex_used_) {
                begin_annex(std::move(annex));
            } else {
                draft_.leave(std::move(annex), Reason::repeated_text);
            }
            if (text.text.empty()) {
                return;
            }
        }
        switch (classify_full(text.text)) {
            case FullText::continuation:
            case FullText::annex_label:
            case FullText::count:
                set_aside(draft_, std::move(text), claims_);
                return;
            case FullText::note:
                notes_.push_back(std::move(text));
                return;
            case FullText::label:
                break;
        }
        const LabelParts parts = label_parts(text.text);
        if (parts.numbering.kind != Numbering::none || (title_ && parts.count)) {
            open_heading(std::move(text), {}, 1);
        } else if (!title_) {
            close_han(text);
            title_ = std::move(text);
        } else if (text::compare_key(title_->text) == text::compare_key(text.text)) {
            draft_.leave(std::move(text), Reason::repeated_text);
        } else if (!heading_open_ && several_tables_ && leading_label(text.text).begin == 0) {
            open_heading(std::move(text), {}, 0);
        } else {
            notes_.push_back(std::move(text));
        }
    }

    /// The next annex begins inside the zone: its label and its title are rows of its own table.
    void begin_annex(Field label) {
        settle_heading();
        missing_lists(draft_, outline_.close_level(0));
        zone_.annex = std::move(label);
        annex_used_ = false;
        title_.reset();
        title_used_ = false;
        open_ = kNone;
    }

    /// The paragraphs that waited: title lines first, then headings.
    void read_lines() {
        heading_open_ = false;
        std::size_t first = 0;
        if (zone_.in_body) {
            if (lines_.empty() || !heads_table(draft_.flow[lines_[0]])) {
                lines_.clear();
                return;
            }
            if (!title_ && lexicon::ends_as_list_title(draft_.flow[lines_[0]].text.text)) {
                title_ = take_title(draft_, lines_, first = 1);
            }
        } else if (!title_) {
            first = count_title_lines(draft_, zone_, lines_);
            if (first > 0) {
                title_ = take_title(draft_, lines_, first);
            }
        }
        first += read_list(first, first + headings_begin(draft_, waiting(first, lines_.size())));
        for (std::size_t i = first; i < lines_.size(); ++i) {
            Piece& piece = draft_.flow[lines_[i]];
            if (utf8::length(piece.text.text) > 60 || utf8::last(piece.text.text) == U'。') {
                continue;  // running text: reported as unplaced
            }
            piece.taken = true;
            if (title_ && text::compare_key(piece.text.text) == text::compare_key(title_->text)) {
                draft_.leave(piece, Reason::repeated_text);
            } else {
                open_heading(std::move(piece.text), piece.number, 0);
            }
        }
        lines_.clear();
    }

    std::span<const std::size_t> waiting(std::size_t first, std::size_t end) const {
        return std::span(lines_).subspan(first, end - first);
    }

    /// Reads the waiting lines [first, end) as a list in plain paragraphs, a roster of its own; how many were read.
    std::size_t read_list(std::size_t first, std::size_t end) {
        if (!is_headed_list(draft_, waiting(first, end))) {
            return 0;
        }
        settle_heading();
        missing_lists(draft_, outline_.close_level(0));
        const auto lines = waiting(first, end);
        RosterDraft& roster = read_headed_list(draft_, zone_, {lines.begin(), lines.end()});
        open_ = draft_.rosters.size() - 1;
        add_frame(roster);
        add_pending(roster);
        return end - first;
    }

    /// A list below the last table, or beside tables that list nothing.
    void read_last_list() {
        const std::size_t first = title_ ? 0 : count_title_lines(draft_, zone_, lines_);
        if (first > 0 && is_headed_list(draft_, waiting(first, lines_.size()))) {
            title_ = take_title(draft_, lines_, first);
        }
        if (read_list(first, lines_.size()) > 0) {
            return;
        }
        for (const std::size_t index : lines_) {  // a heading with nothing below it
            Piece& piece = draft_.flow[index];
            const LabelParts parts = label_parts(piece.text.text);
            if (!piece.taken && heads_list(piece) && (parts.count || parts.numbering.kind == Numbering::han)) {
                piece.taken = true;
                open_heading(std::move(piece.text), piece.number, 0);
            }
        }
    }

    static bool heads_table(const Piece& piece) {
        const std::string_view text = piece.text.text;
        const LabelParts parts = label_parts(text);
        return utf8::length(text) <= 40 && utf8::last(text) != U'。' &&
               (parts.count || parts.numbering.kind == Numbering::han || lexicon::ends_as_list_title(text));
    }

    void open_heading(Field text, std::string_view number, std::uint32_t level) {
        open_label(draft_, outline_, std::move(text), number, level, notes_);
        heading_open_ = true;
    }

    /// The columns are the open roster's: its sections may go on over the page.
    bool continues(const Header& header) const {
        const RosterDraft* open = open_ == kNone ? nullptr : &draft_.rosters[open_];
        return open != nullptr && !open->plain && header.columns.size() == open->columns.size() &&
               (header.begin == header.end || header.keys() == open->header_key);
    }

    /// The labels that rows opened end with their table, or with their title.
    void close_rows() { missing_lists(draft_, outline_.close_level(1)); }

    /// Decides whether the table goes on with the open roster or begins one.
    void join_or_open(Sheet& sheet, Header& header, bool first_of_table) {
        const bool headed = header.begin < header.end;
        const bool new_title = title_ && !title_used_;  // what stands under a title of its own is a list of its own
        if (first_of_table && !new_title && continues(header)) {
            RosterDraft* open = &draft_.rosters[open_];
            if (headed) {
                leave_rows(draft_, sheet, header.begin, header.end, Reason::repeated_header);
            }
            heads_sections_ = heads_sections_ || heading_open_;
            open->tables.push_back(sheet.table().origin.table);
            add_pending(*open);
            return;
        }
        begin_roster(sheet, header);
    }

    void begin_roster(Sheet& sheet, Header& header) {
        settle_heading();
        RosterDraft& roster = draft_.rosters.emplace_back();
        open_ = draft_.rosters.size() - 1;
        heads_sections_ = false;
        roster.in_body = zone_.in_body;
        roster.spans_lost = sheet.spans_lost();
        roster.guessed_header = header.guessed;
        roster.header_key = header.keys();
        roster.place = place_;
        roster.tables.push_back(sheet.table().origin.table);
        add_frame(roster);
        for (HeaderColumn& column : header.columns) {
            roster.columns.push_back(name_column(column, roster.header_levels.emplace_back()));
        }
        for (std::uint32_t row = header.begin; row < header.end; ++row) {
            for (Cell& cell : sheet.starting_in(row)) {
                leave_cell(draft_, cell, Reason::form);  // a group over columns that were dropped went into no name
            }
        }
        add_pending(roster);
    }

    /// The annex's label and title; their characters count once.
    void add_frame(RosterDraft& roster) {
        if (zone_.annex) {
            roster.annex = annex_used_ ? copy_of(*zone_.annex) : *zone_.annex;
            annex_used_ = true;
            zone_.used = true;
        }
        if (title_) {
            roster.title = title_used_ ? copy_of(*title_) : *title_;
            title_used_ = true;
        }
    }

    void add_pending(RosterDraft& roster) {
        std::move(notes_.begin(), notes_.end(), std::back_inserter(roster.notes));
        std::move(claims_.begin(), claims_.end(), std::back_inserter(roster.claims));
        notes_.clear();
        claims_.clear();
    }

    /// A heading over one table only is the roster's heading; over several equal tables it made sections.
    void settle_heading() {
        if (open_ == kNone || heads_sections_ || draft_.rosters[open_].plain) {
            return;
        }
        draft_.rosters[open_].single_heading = true;
    }

    void finish() {
        if (!zone_.in_body) {
            read_last_list();
        }
        settle_heading();
        missing_lists(draft_, outline_.close_level(0));
        if (open_ != kNone) {
            add_pending(draft_.rosters[open_]);
        }
        for (Field& note : notes_) {
            draft_.leave(std::move(note), Reason::note);
        }
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    Draft& draft_;
    Zone& zone_;
    Outline outline_;
    std::optional<Field> title_;
    std::vector<std::size_t> lines_;  ///< paragraphs that wait for the next table
    std::vector<Field> notes_;
    std::vector<DraftClaim> claims_;
    std::size_t open_ = kNone;
    std::size_t place_ = 0;
    bool several_tables_ = false;
    bool title_used_ = false;
    bool annex_used_ = false;
    bool heading_open_ = false;    ///< a heading stands between the last table and this one
    bool heads_sections_ = false;  ///< the open roster's headings are sections
    bool after_note_ = false;
};

}  // namespace

void read_zone_tables(Draft& draft, Zone& zone) {
    ZoneReader(draft, zone).read();
}

}  // namespace mingdan
