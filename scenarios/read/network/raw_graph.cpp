#include "scenarios/read/network/raw_graph.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/encoding.hpp"
#include "scenarios/read/network/gml.hpp"
#include "scenarios/read/network/graphml.hpp"

namespace verbund::read {
namespace {

bool same_word(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char x, char y) { return lower(x) == lower(y); });
}

[[noreturn]] void refuse(const std::string& file, std::size_t line, std::string problem, std::string remedy) {
    throw InvalidInput{{{{file, line, 0}, "", std::move(problem), std::move(remedy)}}};
}

void require_whole(const RawGraph& graph, const std::string& file) {
    std::set<std::string_view> ids;
    for (const GraphPart& node : graph.nodes) {
        if (node.id.empty()) refuse(file, node.line, "a node without an id", "Give it one.");
        if (!ids.insert(node.id).second)
            refuse(file, node.line, fmt::format("a second node has the id \"{}\"", node.id),
                   "Give each its own.");
    }
    for (const GraphPart& edge : graph.edges) {
        for (const std::string& end : {edge.source, edge.target}) {
            if (ids.count(end) > 0) continue;
            refuse(file, edge.line,
                   end.empty() ? "an edge without source or target"
                               : fmt::format("an edge ends at node \"{}\", which is not there", end),
                   "Correct it, or take the edge out.");
        }
    }
    if (graph.nodes.empty())
        refuse(file, 0, "holds no nodes", "Take a graph with nodes and edges (GML, GraphML).");
}

}  // namespace

std::string_view GraphPart::note(std::string_view name) const {
    const auto found = std::find_if(notes.begin(), notes.end(),
                                    [&](const auto& written) { return same_word(written.first, name); });
    return found == notes.end() ? std::string_view{} : std::string_view{found->second};
}

RawGraph read_graph(std::string_view bytes, const std::string& file) {
    const bool xml = bytes.substr(0, bytes.find_first_of(">\n")).find('<') != std::string_view::npos;
    RawGraph graph = xml ? read_graphml(bytes, file) : read_gml(to_utf8(bytes, file).text, file);
    require_whole(graph, file);
    return graph;
}

}  // namespace verbund::read
