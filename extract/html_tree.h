// A page as a tree: which element stands in which. A page's notice is found by looking at the whole of it, so that no
// stream of events would do. Nodes are numbers; a node's children come after it. Attributes that no reader asks for
// are not kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::html {

enum class Element : std::uint8_t {
    text,     ///< no element: text
    unknown,  ///< any other, inline
#define ELEMENT(id, name, reading) id,
#include "extract/html_elements.def"
#undef ELEMENT
};

/// How an element is read; html_elements.def says what each means.
enum class Reading : std::uint8_t { inline_, block, leave, part, special };
Reading reading_of(Element element);

enum class Attribute : std::uint8_t {
#define ATTRIBUTE(id, name) id,
#include "extract/html_attributes.def"
#undef ATTRIBUTE
};

using NodeId = std::uint32_t;
constexpr NodeId kNoNode = UINT32_MAX;

class Tree {
public:
    /// Decoded, valid UTF-8; fails over a limit only.
    static Result<Tree> parse(std::string_view page, const Limits& limits);

    NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
    Element element(NodeId node) const { return nodes_[node].element; }
    NodeId parent(NodeId node) const { return nodes_[node].parent; }
    NodeId first_child(NodeId node) const { return nodes_[node].first_child; }
    NodeId next(NodeId node) const { return nodes_[node].next; }
    std::string_view text(NodeId node) const { return slice(nodes_[node].begin, nodes_[node].length); }
    /// "" if there is none.
    std::string_view get(NodeId node, Attribute attribute) const;
    bool has(NodeId node, Attribute attribute) const;
    /// Whether `node` is `ancestor` or stands in it.
    bool within(NodeId node, NodeId ancestor) const;
    /// Non-space characters that were read, and those of them that the parser swallowed.
    std::uint64_t characters() const { return characters_; }
    std::uint64_t lost() const { return lost_; }

    // for the builder
    NodeId add(Element element, NodeId parent);
    void add_attribute(NodeId node, Attribute attribute, std::string_view value);
    void add_text(NodeId parent, std::string_view text);

private:
    struct Node {
        Element element{};
        NodeId parent = kNoNode;
        NodeId first_child = kNoNode;
        NodeId last_child = kNoNode;
        NodeId next = kNoNode;
        std::uint32_t begin = 0;  ///< text: in pool_; elements: the first attribute
        std::uint32_t length = 0;
    };
    struct Value {
        Attribute attribute{};
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };

    const Value* find(NodeId node, Attribute attribute) const;
    std::string_view slice(std::uint32_t begin, std::uint32_t length) const {
        return std::string_view(pool_).substr(begin, length);
    }

    std::vector<Node> nodes_;
    std::vector<Value> values_;
    std::string pool_;
    std::uint64_t characters_ = 0;
    std::uint64_t lost_ = 0;
};

}  // namespace mingdan::html
