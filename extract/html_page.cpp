#include "extract/html_page.h"

#include <algorithm>
#include <array>

#include <mingdan/document.h>

#include "extract/html_names.h"
#include "extract/html_style.h"
#include "wrap/text.h"

namespace mingdan::html {

namespace {

constexpr std::size_t kShortLine = 500;    ///< bytes of a line that may be furniture by its words
constexpr std::uint32_t kFewCells = 20;    ///< no list has fewer; a page's table of facts does
constexpr std::uint32_t kStrayText = 200;  ///< running text that a page may have beside its article
constexpr std::size_t kHeadBytes = 6000;   ///< of an article: where its own title would stand

/// What a subtree holds.
struct Measure {
    std::uint32_t characters = 0;
    std::uint32_t linked = 0;  ///< of them in links
    std::uint32_t links = 0;
    std::uint32_t cells = 0;  ///< with text that is mostly no link, and no table inside
    std::uint32_t tables = 0;
    bool heading = false;
    bool content = false;     ///< an element that names the article
    bool attachment = false;  ///< a link to a file

    std::uint32_t plain() const { return characters - linked; }
};

bool is_file(std::string_view href) {
    const std::string_view path = href.substr(0, href.find_first_of("?#"));
    constexpr std::string_view kEnds[] = {".doc", ".docx", ".xls", ".xlsx", ".pdf",
                                          ".zip", ".rar",  ".wps", ".et",   ".ofd"};
    return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) {
        return path.size() > end.size() && equal_word(path.substr(path.size() - end.size()), end);
    });
}

bool is_office(std::string_view program) {
    constexpr std::string_view kPrograms[] = {"microsoft word", "microsoft excel", "word.document", "excel.sheet",
                                              "libreoffice",    "openoffice",      "wps",           "kingsoft"};
    return std::any_of(std::begin(kPrograms), std::end(kPrograms),
                       [&](std::string_view name) { return contains_word(program, name); });
}

enum class Mark : std::uint8_t {
    none,
    furniture,
    links,  ///< a list of links: furniture, unless the article itself holds it
};

class Finder {
public:
    explicit Finder(const Tree& tree) : tree_(tree), measures_(tree.size()), marked_(tree.size(), Mark::none) {}

    Page find() {
        read_head();
        NodeId root = 0;
        NodeId heading = kNoNode;
        if (!office_) {
            measure();
            mark_furniture();
            root = widened(best_content());
            heading = root == 0 ? kNoNode : find_heading(root);
        }
        settle(root, heading);
        return std::move(page_);
    }

private:
    void read_head();
    void measure();
    void measure_own(NodeId node);
    void mark_furniture();
    Mark mark_of(NodeId node) const;
    bool stands_in_row(NodeId node) const;
    bool is_link_list(NodeId node) const;
    NodeId best_content() const;
    NodeId widened(NodeId root) const;
    NodeId find_heading(NodeId root);
    void settle(NodeId root, NodeId heading);
    std::string text_of(NodeId node, std::size_t most) const;

    const Tree& tree_;
    std::vector<Measure> measures_;
    std::vector<Mark> marked_;
    std::string article_title_;
    std::string page_title_;
    bool office_ = false;
    Page page_;
};

void Finder::read_head() {
    for (NodeId node = 0; node < tree_.size(); ++node) {
        if (tree_.element(node) == Element::title && page_title_.empty()) {
            page_title_ = text_of(node, kShortLine);
        }
        if (tree_.element(node) != Element::meta) {
            continue;
        }
        const std::string_view name = tree_.get(node, Attribute::name);
        const std::string_view content = tree_.get(node, Attribute::content);
        if (equal_word(name, "generator") || equal_word(name, "progid")) {
            office_ = office_ || is_office(content);
            page_.libreoffice =
                page_.libreoffice || contains_word(content, "libreoffice") || contains_word(content, "openoffice");
        } else if (equal_word(name, "articletitle") && article_title_.empty()) {
            article_title_ = text::trim(content);
        }
    }
}

void Finder::measure_own(NodeId node) {
    Measure& own = measures_[node];
    switch (tree_.element(node)) {
        case Element::text:
            own.characters = count_characters(tree_.text(node));
            break;
        case Element::a:
            if (tree_.has(node, Attribute::href)) {
                own.linked = own.characters;
                own.links += 1;
                own.attachment = own.attachment || is_file(tree_.get(node, Attribute::href));
            }
            break;
        case Element::td:
        case Element::th:
            own.cells += own.tables == 0 && own.plain() * 2 > own.characters;
            break;
        case Element::table:
            own.tables += 1;
            break;
        case Element::h1:
            own.heading = own.characters >= 6;
            break;
        default:
            own.content = own.content || names_content(tree_, node);
            break;
    }
}

/// Children come after their parents, so that the way back meets each subtree whole.
void Finder::measure() {
    for (NodeId node = tree_.size(); node-- > 0;) {
        measure_own(node);
        const NodeId parent = tree_.parent(node);
        const bool unseen =
            reading_of(tree_.element(node)) == Reading::leave || (!measures_[node].content && is_hidden(tree_, node));
        if (parent == kNoNode || unseen) {
            continue;
        }
        const Measure& own = measures_[node];
        Measure& above = measures_[parent];
        above.characters += own.characters;
        above.linked += own.linked;
        above.links += own.links;
        above.cells += own.cells;
        above.tables += own.tables;
        above.heading = above.heading || own.heading;
        above.content = above.content || own.content;
        above.attachment = above.attachment || own.attachment;
    }
}

/// Whether a cell with others beside it holds the node and little else: what rows hold is data.
bool Finder::stands_in_row(NodeId node) const {
    for (NodeId at = node; at != kNoNode; at = tree_.parent(at)) {
        const Element element = tree_.element(at);
        if (element == Element::td || element == Element::th) {
            const Measure& cell = measures_[at];
            return measures_[tree_.parent(at)].characters > cell.characters &&
                   cell.characters <= 3 * measures_[node].characters;
        }
    }
    return false;
}

/// Many links and hardly any text between them, or a few short ones that are all of a list.
bool Finder::is_link_list(NodeId node) const {
    const Measure& own = measures_[node];
    const Element element = tree_.element(node);
    if (own.attachment || own.tables > 0 || own.characters == 0) {
        return false;
    }
    const bool many = own.links >= 6 && own.linked * 5 >= own.characters * 4;
    const bool labels = own.links >= 3 && own.linked == own.characters && own.linked <= 6 * own.links &&
                        (element == Element::ul || element == Element::ol);
    const bool marks_between = own.links >= 6 && own.linked + own.links >= own.characters;  // 首页 | 机构 | …
    return (many || labels || marks_between) && !(element == Element::td && stands_in_row(node));
}

Mark Finder::mark_of(NodeId node) const {
    const Measure& own = measures_[node];
    const Element element = tree_.element(node);
    const bool boxes = reading_of(element) == Reading::block || element == Element::ul || element == Element::ol ||
                       element == Element::table || element == Element::span || element == Element::li ||
                       element == Element::td;
    if (!boxes || own.content || own.characters == 0 || element == Element::body || element == Element::html) {
        return Mark::none;
    }
    const bool sure = element == Element::nav || element == Element::footer;
    if (element != Element::td && names_furniture(tree_, node) && (sure || own.links > 0) && !own.heading &&
        !own.attachment && own.cells <= kFewCells && own.plain() * 4 <= measures_[0].plain() + kStrayText &&
        (own.plain() <= 2 * kStrayText || own.linked * 3 >= own.characters)) {
        return Mark::furniture;
    }
    if (is_link_list(node)) {
        return Mark::links;
    }
    if (element == Element::td || own.cells > 0 || own.tables > 0 || own.characters > kShortLine / 3) {
        return Mark::none;
    }
    const std::string text = text_of(node, kShortLine);
    const bool says = says_furniture(text) || (element != Element::span && says_facts(text));
    return says && !stands_in_row(node) ? Mark::furniture : Mark::none;
}

void Finder::mark_furniture() {
    for (NodeId node = 1; node < tree_.size(); ++node) {
        const Mark above = marked_[tree_.parent(node)];
        marked_[node] = above != Mark::none ? above : mark_of(node);
    }
}

/// The innermost element that names the article and holds nearly all of what any such element holds; else <article> and
/// <main>; else the whole page.
NodeId Finder::best_content() const {
    NodeId best = 0;
    std::uint32_t most = 0;
    std::uint32_t most_cells = 0;
    int best_kind = 0;
    const auto kind_of = [&](NodeId node) {
        return names_content(tree_, node)                ? 3
               : tree_.element(node) == Element::article ? 2
               : tree_.element(node) == Element::main_   ? 1
                                                         : 0;
    };
    for (NodeId node = 1; node < tree_.size(); ++node) {
        const Measure& own = measures_[node];
        if (tree_.element(node) == Element::text || marked_[node] == Mark::furniture ||
            (own.plain() < 40 && own.cells < 4)) {
            continue;
        }
        const int kind = kind_of(node);
        if (kind == 0 || kind < best_kind) {
            continue;
        }
        const bool inside = best != 0 && tree_.within(node, best);
        const bool holds_all = own.plain() * 10 >= most * 9 && own.cells * 10 >= most_cells * 9;
        const bool holds_more = own.plain() > most || own.cells > most_cells + kFewCells;
        if (kind > best_kind || (inside ? holds_all : holds_more)) {
            best = node;
            best_kind = kind;
            most = own.plain();
            most_cells = own.cells;
        }
    }
    return best;
}

/// Goes up until hardly any running text and no list stands beside it.
NodeId Finder::widened(NodeId root) const {
    std::uint32_t furniture = 0;
    std::uint32_t furniture_cells = 0;
    for (NodeId node = 1; node < tree_.size(); ++node) {
        const bool outermost = marked_[node] != Mark::none && marked_[tree_.parent(node)] == Mark::none;
        if (outermost && !is_hidden(tree_, node)) {
            furniture += measures_[node].plain();
            furniture_cells += measures_[node].cells;
        }
    }
    const Measure& all = measures_[0];
    while (root != 0) {
        const Measure& own = measures_[root];
        const std::uint32_t beside = all.plain() - std::min(all.plain(), own.plain() + furniture);
        const std::uint32_t cells = all.cells - std::min(all.cells, own.cells + furniture_cells);
        if (beside <= kStrayText + own.plain() / 2 && cells <= kFewCells) {
            break;
        }
        root = tree_.parent(root);
    }
    return root;
}

/// The title that stands outside of the article, nearest before it. None where the article has it too.
NodeId Finder::find_heading(NodeId root) {
    const std::string article = text::compare_key(article_title_);
    const std::string page = text::compare_key(page_title_);
    const std::string own = text::compare_key(text_of(root, kHeadBytes));
    NodeId heading = kNoNode;
    bool by_title = false;
    for (NodeId node = 1; node < root; ++node) {
        const Element element = tree_.element(node);
        const Measure& measure = measures_[node];
        const bool box = reading_of(element) == Reading::block || element == Element::td || element == Element::span;
        if (!box || measure.characters < 6 || measure.characters > 120 || measure.linked > 0 ||
            tree_.within(root, node)) {
            continue;
        }
        const std::string key = text::compare_key(text_of(node, kShortLine));
        const bool titles = key == article || (key.size() >= 24 && page.starts_with(key));
        const bool plausible = element == Element::h1 && key.size() >= 24 && marked_[node] == Mark::none;
        if (titles || (!by_title && plausible)) {
            heading = by_title && tree_.within(node, heading) ? heading : node;
            by_title = by_title || titles;
        }
    }
    std::string title = heading == kNoNode ? article : text::compare_key(text_of(heading, kShortLine));
    const std::size_t about = title.find("关于");
    const bool repeated = own.find(title) != std::string::npos || (about != std::string::npos && about > 0 &&
                                                                   own.find(title.substr(about)) != std::string::npos);
    if (repeated) {
        return kNoNode;
    }
    if (heading == kNoNode) {
        page_.title = article_title_;
    }
    return heading;
}

void Finder::settle(NodeId root, NodeId heading) {
    page_.fates.assign(tree_.size(), Fate::furniture);
    const auto left_out = [&](Mark mark) {
        return mark == Mark::furniture || (mark == Mark::links && root == 0);  // an article may be a list of links
    };
    for (const NodeId keeper : {root, heading}) {
        for (NodeId node = keeper == kNoNode ? kNoNode : tree_.parent(keeper); node != kNoNode;
             node = tree_.parent(node)) {
            page_.fates[node] = Fate::path;
        }
    }
    for (NodeId node = 0; node < tree_.size(); ++node) {
        const NodeId parent = tree_.parent(node);
        const bool keeper = node == root || node == heading;
        if (page_.fates[node] == Fate::path) {
            continue;
        }
        if (keeper || (parent != kNoNode && page_.fates[parent] == Fate::kept && !left_out(marked_[node]))) {
            page_.fates[node] = Fate::kept;
        }
    }
}

/// Text with its spaces collapsed, cut at about `most` bytes.
std::string Finder::text_of(NodeId node, std::size_t most) const {
    std::string text;
    NodeId at = node;
    while (at != kNoNode && text.size() < most) {
        const bool leave = reading_of(tree_.element(at)) == Reading::leave && at != node;
        if (tree_.element(at) == Element::text) {
            text += tree_.text(at);
        }
        if (!leave && tree_.first_child(at) != kNoNode) {
            at = tree_.first_child(at);
            continue;
        }
        while (at != node && tree_.next(at) == kNoNode) {
            at = tree_.parent(at);
        }
        at = at == node ? kNoNode : tree_.next(at);
    }
    return std::string(text::trim(text));
}

}  // namespace

Page find_notice(const Tree& tree) {
    return Finder(tree).find();
}

}  // namespace mingdan::html
