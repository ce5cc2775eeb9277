#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A graph file as it stands: nodes, edges and what is written beside them.
namespace verbund::read {

/// A node or an edge.
struct GraphPart {
    std::string id;      ///< of a node; of an edge it may be empty
    std::string source;  ///< of an edge: id of a node
    std::string target;
    std::vector<std::pair<std::string, std::string>> notes;  ///< name as written, text
    std::size_t line = 0;

    /// The text of that name, in whatever case; empty when there is none.
    [[nodiscard]] std::string_view note(std::string_view name) const;
};

struct RawGraph {
    std::string format;  ///< "GML" or "GraphML"
    bool directed = false;
    std::vector<GraphPart> nodes;
    std::vector<GraphPart> edges;
};

/// GraphML (the file's first graph; nested graphs, ports and hyperedges are no part of it) or GML; the text
/// itself says which.
///
/// GML: M. Himsolt, GML: A portable Graph File Format, 1997; values may nest 32 deep.  GraphML: Brandes et
/// al., GraphML Progress Report, 2002.  Throws `InvalidInput` with file and line for broken text, a node
/// without an id, two nodes of one id, an edge without ends or to a node that is not there.
[[nodiscard]] RawGraph read_graph(std::string_view bytes, const std::string& file);

}  // namespace verbund::read
