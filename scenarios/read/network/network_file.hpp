#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/study/study.hpp"

/// A drawn network from a graph file, completed by stated rules (README.md).
namespace verbund::read {

/// A node, with a place or without.
struct FileNode {
    std::string label;  ///< as written; may be empty
    std::string id;     ///< in the study
    std::optional<Place> at{};
    bool outside = false;  ///< "Internal 0": of another network
    std::size_t line = 0;
};

/// What was decided while the network was made of the file.
struct NetworkCounts {
    std::size_t loops = 0;                       ///< edges from a node to itself, left out
    std::size_t parallel = 0;                    ///< edges beside another of the same ends; all are kept
    std::size_t both_directions = 0;             ///< of a directed graph: edges that go back along another
    std::size_t with_capacity = 0;               ///< links
    std::size_t with_length = 0;                 ///< links
    std::vector<std::string> unread_capacities;  ///< texts that are no single figure with a unit, once each
    bool implausible_lengths = false;            ///< lengths that cannot be km, and are left out
};

struct NetworkFile {
    std::string format;  ///< "GML" or "GraphML"
    std::vector<FileNode> nodes;
    std::map<study::Id, study::NetworkLink> links;
    NetworkCounts counts;

    [[nodiscard]] std::vector<const FileNode*> without_place() const;
};

/// Throws `InvalidInput` for a file that is no graph.
[[nodiscard]] NetworkFile read_network_file(std::string_view bytes, const std::string& file);

/// What was decided, as sentences for notes.
[[nodiscard]] std::vector<std::string> decisions(const NetworkFile& network);

/// Adds the file's nodes and links to a network; what the study states of a node or link holds.  Nodes
/// called like `taken` (centers, administrations) are those.  A node without a place that the study does not
/// state either is a mistake; all of them are one message.
void add_to_network(const NetworkFile& from, const std::vector<study::Id>& taken, study::Network& network,
                    Diagnostics& mistakes);

}  // namespace verbund::read
