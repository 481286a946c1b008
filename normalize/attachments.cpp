// notice.attachments: the list at the end of the body, one entry per annex. 附件：1.… 2.… gives 附件1 and 附件2, one
// without a number 附件. Numbering, file suffixes and remarks on the file (分发, 点击查看附件) go; a wrapped title is
// joined.
#include <charconv>
#include <utility>

#include "model/utf8.h"
#include "normalize/attachment_title.h"
#include "normalize/frame_line.h"
#include "normalize/frame_split.h"
#include "normalize/pass.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

class ListReader {
public:
    explicit ListReader(Draft& draft) : draft_(draft) {}

    void take(Piece& piece) {
        Field line = std::move(piece.text);
        piece.taken = true;
        if (const auto label = attachment_mark(line.text)) {
            take_label(std::move(line), *label);
        } else if (const auto number = list_number(piece.number)) {
            open_entry(number_label(piece.number, *number));
            take_title(std::move(line));
        } else {
            take_items(std::move(line));
        }
    }

    void finish() {
        draft_.leave(std::move(word_), Reason::separator);
        for (Attachment& attachment : draft_.notice.attachments) {
            clean_attachment_title(draft_, attachment.title);
        }
    }

private:
    std::vector<Attachment>& list() { return draft_.notice.attachments; }

    /// 附件：…, 附件2：…, 附件 alone.
    void take_label(Field line, const AttachmentMark& label) {
        Field rest = split_field(line, label.rest);
        Field marks = split_field(line, label.numbered() ? label.number_end : label.word_end);
        draft_.leave(std::move(marks), Reason::separator);
        Field number = label.numbered() ? split_field(line, label.number_begin) : Field();
        drop_bracket(number, line);
        rewrite(line, text::without_spaces(line.text), Fix::fold_spaces);
        draft_.leave(std::move(word_), Reason::separator);
        word_text_ = line.text;
        word_ = std::move(line);
        open_ = false;
        if (label.numbered()) {
            open_entry(std::move(number));
        }
        if (!rest.text.empty()) {
            take_items(std::move(rest));
        }
    }

    /// 附件（1）: the bracket before the number stayed with the word.
    void drop_bracket(Field&, Field& word) {
        const char32_t last = utf8::last(word.text);
        if (last == U'（' || last == U'(') {
            std::size_t at = word.text.size();
            utf8::previous(word.text, at);
            draft_.leave(split_field(word, at), Reason::separator);
        }
    }

    /// The number of a computed label, which is no text of the source.
    static Field number_label(std::string_view printed, const ListNumber& numbering) {
        Field number;
        number.text = printed.substr(numbering.digits_begin, numbering.digits_end - numbering.digits_begin);
        return number;
    }

    /// Opens an entry of that number: its label is the list's word and the number.
    void open_entry(Field number) {
        if (const auto numbering = list_number(number.text + ".");
            numbering && !numbering->chinese && numbering->value > 0) {
            number.text = std::to_string(numbering->value);
        } else if (list_number(number.text)) {  // ①
            number.text = std::to_string(list_number(number.text)->value);
        }
        Attachment entry;
        entry.label = std::exchange(word_, Field());
        if (entry.label.text.empty()) {
            entry.label = std::move(number);
            rewrite(entry.label, word_text_ + entry.label.text, Fix::drop_numbering);
        } else {
            join(entry.label, std::move(number), "", Fix::drop_numbering);
        }
        list().push_back(std::move(entry));
        open_ = true;
        numbered_ = true;
    }

    void open_unnumbered() {
        Attachment entry;
        entry.label = std::exchange(word_, Field());
        if (entry.label.text.empty()) {
            entry.label.text = word_text_;
            entry.label.origin = list().empty() ? Origin() : list().back().label.origin;
        }
        list().push_back(std::move(entry));
        open_ = true;
    }

    /// One line's items: 1.… 2.…, or a title, or the rest of the title before.
    void take_items(Field line) {
        while (!line.text.empty()) {
            if (const auto label = attachment_mark(line.text); label && label->numbered()) {  // 附件：附件1.….xls
                take_label(std::move(line), *label);
                return;
            }
            const auto numbering = list_number(line.text);
            if (!numbering) {
                break;
            }
            Field text = split_field(line, numbering->end);
            open_numbered(std::move(line), *numbering);
            const std::size_t next = next_item(text.text, numbering->value);
            Field rest = split_field(text, next);
            take_title(std::move(text));
            line = std::move(rest);
        }
        take_unnumbered(std::move(line));
    }

    void open_numbered(Field printed, const ListNumber& numbering) {
        Field marks = split_field(printed, numbering.digits_end);
        Field number = split_field(printed, numbering.digits_begin);
        draft_.leave(std::move(printed), Reason::numbering);
        draft_.leave(std::move(marks), Reason::numbering);
        open_entry(std::move(number));
    }

    void take_unnumbered(Field line) {
        while (!line.text.empty()) {
            const bool complete =
                !open_ || (!list().back().title.text.empty() && ends_attachment_title(list().back().title.text));
            if (complete) {
                open_unnumbered();
            }
            Field rest = numbered_ ? Field() : split_field(line, end_of_unnumbered(line.text));
            take_title(std::move(line));
            line = std::move(rest);
        }
    }

    void take_title(Field text) {
        if (!open_) {
            open_unnumbered();
        }
        Field& title = list().back().title;
        if (title.text.empty()) {
            title = std::move(text);
            return;
        }
        const std::string_view between = between_lines(title.text, text.text);
        join(title, std::move(text), between, Fix::join_wrapped);
    }

    Draft& draft_;
    Field word_;             ///< 附件, until the first entry takes it
    std::string word_text_;  ///< for the labels of the others
    bool open_ = false;      ///< an entry has begun whose title may go on
    bool numbered_ = false;
};

void run(Draft& draft) {
    ListReader reader(draft);
    for (Piece& piece : draft.flow) {
        if (piece.part == Part::attachment_list && !piece.taken && !piece.blank() && !piece.is_table) {
            reader.take(piece);
        }
    }
    reader.finish();
}

}  // namespace

extern const Pass attachments_pass{"attachments", "reads the list of attachments", run};

}  // namespace mingdan
