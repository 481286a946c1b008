#include "extract/html_tree.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <mingdan/document.h>

#include "extract/html_mend.h"
#include "model/over_limit.h"
#include "model/try.h"
#include "wrap/html.h"

namespace mingdan::html {

namespace {

constexpr std::string_view kElementNames[] = {
#define ELEMENT(id, name, reading) name,
#include "extract/html_elements.def"
#undef ELEMENT
};
constexpr Reading kReadings[] = {
#define ELEMENT(id, name, reading) Reading::reading,
#include "extract/html_elements.def"
#undef ELEMENT
};
constexpr std::string_view kAttributeNames[] = {
#define ATTRIBUTE(id, name) name,
#include "extract/html_attributes.def"
#undef ATTRIBUTE
};

constexpr std::size_t kFirstElement = 2;  // behind text and unknown

static_assert(std::is_sorted(std::begin(kElementNames), std::end(kElementNames)));
static_assert(std::is_sorted(std::begin(kAttributeNames), std::end(kAttributeNames)));

Element element_named(std::string_view name) {
    const auto* const at = std::lower_bound(std::begin(kElementNames), std::end(kElementNames), name);
    if (at == std::end(kElementNames) || *at != name) {
        return Element::unknown;
    }
    return static_cast<Element>(kFirstElement + static_cast<std::size_t>(at - std::begin(kElementNames)));
}

/// Pictures in the page itself are megabytes that nobody looks at.
std::string_view shortened(Attribute attribute, std::string_view value) {
    const bool picture = (attribute == Attribute::src || attribute == Attribute::href) && value.starts_with("data:");
    return picture ? value.substr(0, 5) : value;
}

/// Builds the tree of the parser's events. Inline elements deeper than the limit are passed over and their text is
/// their parent's; blocks and tables that deep end the document.
class Builder final : public Handler {
public:
    Builder(Tree& tree, const Limits& limits) : tree_(tree), limits_(limits) {
        open_.push_back(tree.add(Element::html, kNoNode));
    }

    void use(Parser& parser) { parser_ = &parser; }

    void start(std::string_view name, const Attributes& attributes) override {
        const Element element = element_named(name);
        if (open_.size() > limits_.xml_depth) {
            if (element != Element::unknown && element != Element::span && element != Element::a) {
                parser_->stop(
                    over_limit("xml-depth", limits_.xml_depth, "elements stand inside each other deeper than"));
            }
            open_.push_back(open_.back());
            return;
        }
        const NodeId node = tree_.add(element, open_.back());
        attributes.each([&](std::string_view attribute, std::string_view value) {
            const auto* const at = std::lower_bound(std::begin(kAttributeNames), std::end(kAttributeNames), attribute);
            if (at != std::end(kAttributeNames) && *at == attribute) {
                const auto known = static_cast<Attribute>(at - std::begin(kAttributeNames));
                tree_.add_attribute(node, known, shortened(known, value));
            }
        });
        open_.push_back(node);
    }

    void end() override {
        if (open_.size() > 1) {
            open_.pop_back();
        }
    }

    void text(std::string_view text) override { tree_.add_text(open_.back(), text); }

private:
    Tree& tree_;
    const Limits& limits_;
    Parser* parser_ = nullptr;
    std::vector<NodeId> open_;
};

}  // namespace

Reading reading_of(Element element) {
    const auto at = static_cast<std::size_t>(element);
    return at < kFirstElement ? Reading::inline_ : kReadings[at - kFirstElement];
}

Result<Tree> Tree::parse(std::string_view page, const Limits& limits) {
    const Mended mended = mend(page);
    if (mended.page.size() > std::min<std::uint64_t>(limits.text_bytes, INT32_MAX)) {
        return over_limit("text-bytes", limits.text_bytes, "the page has more bytes than");
    }
    Tree tree;
    Builder builder(tree, limits);
    Parser parser(builder, limits);
    builder.use(parser);
    TRY(parser.parse(mended.page));
    if (tree.characters_ < mended.characters) {
        tree.lost_ = mended.characters - tree.characters_;
        tree.characters_ = mended.characters;
    }
    return tree;
}

NodeId Tree::add(Element element, NodeId parent) {
    const NodeId node = size();
    Node& added = nodes_.emplace_back();
    added.element = element;
    added.parent = parent;
    added.begin = static_cast<std::uint32_t>(values_.size());
    if (parent != kNoNode) {
        Node& above = nodes_[parent];
        (above.last_child == kNoNode ? above.first_child : nodes_[above.last_child].next) = node;
        above.last_child = node;
    }
    return node;
}

/// REQUIRES: `node` is the last one added.
void Tree::add_attribute(NodeId node, Attribute attribute, std::string_view value) {
    values_.push_back({attribute, static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(value.size())});
    pool_ += value;
    ++nodes_[node].length;
}

void Tree::add_text(NodeId parent, std::string_view text) {
    characters_ += count_characters(text);
    const NodeId last = nodes_[parent].last_child;
    const bool goes_on = last != kNoNode && nodes_[last].element == Element::text &&
                         nodes_[last].begin + nodes_[last].length == pool_.size();
    const NodeId node = goes_on ? last : add(Element::text, parent);
    if (!goes_on) {
        nodes_[node].begin = static_cast<std::uint32_t>(pool_.size());
    }
    nodes_[node].length += static_cast<std::uint32_t>(text.size());
    pool_ += text;
}

const Tree::Value* Tree::find(NodeId node, Attribute attribute) const {
    const Node& holder = nodes_[node];
    if (holder.element == Element::text) {
        return nullptr;
    }
    for (std::uint32_t i = holder.begin; i < holder.begin + holder.length; ++i) {
        if (values_[i].attribute == attribute) {
            return &values_[i];
        }
    }
    return nullptr;
}

std::string_view Tree::get(NodeId node, Attribute attribute) const {
    const Value* const value = find(node, attribute);
    return value == nullptr ? std::string_view{} : slice(value->begin, value->length);
}

bool Tree::has(NodeId node, Attribute attribute) const {
    return find(node, attribute) != nullptr;
}

bool Tree::within(NodeId node, NodeId ancestor) const {
    while (node != kNoNode && node > ancestor) {
        node = nodes_[node].parent;
    }
    return node == ancestor;
}

}  // namespace mingdan::html
