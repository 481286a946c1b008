// The draft: what the passes share while a Document becomes a Notice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/notice.h>
#include <mingdan/options.h>

#include "normalize/rewrite.h"

namespace mingdan {

/// What a piece of the flow is to the notice. `find_frame` gives these; roster passes take pieces for themselves.
enum class Part : std::uint8_t {
    unknown,          ///< not yet placed
    letterhead,       ///< 台州市住房和城乡建设局文件, an issuer above the title, secrecy marks
    number,           ///< 发文字号
    title,            ///< one of the title's lines
    addressee,        ///< 主送机关
    body,             ///< 正文
    attachment_list,  ///< 附件：1.… at the end of the body
    issuer,           ///< sign-off: 发文机关署名
    date,     ///< sign-off: 成文日期 (may share its line with an issuer: then both stand in the issuer's piece)
    closing,  ///< 附注, 抄送, 印发, page numbers: page furniture
    annex,    ///< all that stands in the annexes: labels, titles, headings, tables, lists, notes
};

/// One paragraph or one table of the document's body, in reading order.
struct Piece {
    bool is_table = false;
    // a paragraph: its text, ends trimmed; a paragraph whose soft breaks separate items gives several pieces
    Field text;
    std::string number;  ///< automatic number ("一、"), computed
    Alignment alignment = Alignment::unknown;
    bool starts_page = false;
    bool after_break = false;  ///< follows the piece before it by a soft break only
    std::uint8_t outline = 0;
    std::uint32_t pictures = 0;
    std::uint32_t indent = 0;  ///< leading layout spaces in columns (a full-width one is two)
    Table table;               ///< if is_table
    Part part = Part::unknown;
    bool taken = false;  ///< its text has gone into the notice or was left out

    bool blank() const { return !is_table && text.text.empty(); }
};

struct RosterDraft;
struct Zone;

struct Draft {
    explicit Draft(Document read, const Options& chosen);
    ~Draft();
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    Document document;
    const Options& options;
    Notice notice;            ///< grows pass by pass
    std::vector<Piece> flow;  ///< the body's paragraphs and tables
    std::vector<Zone> zones;  ///< where lists may stand
    std::vector<RosterDraft> rosters;

    /// True if the pass of that printed name is not to run ("all" skips every one that does not always run).
    bool skips(std::string_view pass) const;
    /// Leaves a text out of the notice, for a reason.
    void leave(Field field, Reason reason);
    /// Leaves a piece's text out and marks it as taken.
    void leave(Piece& piece, Reason reason);
    /// Cuts bytes [from, from + length) out of a field; they are left out for that reason. A change is recorded.
    void cut(Field& field, std::size_t from, std::size_t length, Reason reason, Fix fix);
    void find(FindingCode code, std::string message, At at = {}, Origin origin = {});
};

}  // namespace mingdan
