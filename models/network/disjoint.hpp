#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/network/topology.hpp"

/// Pairs of paths that fail independently: no common node, link or duct.
namespace verbund::network {

/// A way through the network.
struct NetworkPath {
    std::vector<std::size_t> links;  ///< in order from a to b
    Duration one_way;                ///< propagation and hops, without gateways
};

/// Two paths between the same nodes, the shorter first.
struct PathPair {
    NetworkPath first;   ///< the shorter one
    NetworkPath second;  ///< the same links as `first` where the network has only one path
};

/// A thing that both paths of a pair use.
struct SharedRisk {
    enum class Kind { node, link, duct };
    Kind kind = Kind::node;
    std::size_t index = 0;        ///< of the node or link
    std::string duct;             ///< its id, for a duct
    std::size_t first_link = 0;   ///< for a duct: where the first path first runs through it,
    std::size_t second_link = 0;  ///< and the second
    bool separates = true;        ///< its loss alone leaves no path; false: any pair shares some such duct

    friend bool operator==(const SharedRisk&, const SharedRisk&) = default;
};

/// What two paths share, the best first.
enum class PairKind {
    disjoint,     ///< the two paths share nothing
    sharing,      ///< no pair is disjoint; the best one shares `shared`
    same_place,   ///< a and b are one node
    unreachable,  ///< there is no path
};

/// The pair found, and what its paths share.
struct DisjointPaths {
    PairKind kind = PairKind::unreachable;
    std::optional<PathPair> paths;   ///< where there is a path
    std::vector<SharedRisk> shared;  ///< in the order of the first path: nodes and links, then ducts
    bool proven = true;  ///< false: the search for ducts stopped at its limit, a better pair may exist
};

/// How long the search for a pair may take.
struct DisjointOptions {
    int search_nodes = 5'000;  ///< limit of each mixed-integer search, in nodes of its tree
};

/// The cheapest pair of paths between a and b (least sum of one-way delays) that share no intermediate node,
/// no link and no duct; where there is none, the pair that shares least, and what it shares.
///
/// Shares least: what separates a from b by its own loss is shared by every pair; beyond that no node and no
/// link is shared (Menger), and as few ducts as possible; then the delay counts.  A duct counts as shared
/// when a link of each path lies in it.  One path may run through a duct twice.  Not told as shared is what
/// lies at one place: links of no length outside any duct, and the nodes that such links join to a or b (a
/// center that hangs on another one of its town).
///
/// Method: min-cost flow of two units with split nodes (Suurballe, Disjoint paths in a network, Networks 4,
/// 1974; successive shortest paths of Boost.Graph), which is exact when its two paths share no duct.
/// Otherwise the problem is NP-hard (Hu, Diverse routing in optical mesh networks, IEEE Trans. Comm. 51(3),
/// 2003), and an exact mixed-integer model decides (coin-or CBC, see duct_model.hpp): paths in order of cost
/// would also be exact, but their number grows exponentially where no pair exists, while the linear
/// relaxation of the model knows node and duct limits of both paths at once. Delays are whole picoseconds
/// here (tens of them in large networks), so that ties are exact: they go to fewer
/// links, then to what the search meets first, which is the same for the same input.  The mixed-integer
/// search tells pairs apart down to about 1e-6 of the longest link. Throws `std::out_of_range` for a node
/// that does not exist or a link that ends at one. Checked against exhaustive search by
/// tests/validation/disjoint_paths.cpp.
[[nodiscard]] DisjointPaths disjoint_paths(const Topology& topology, std::size_t a, std::size_t b,
                                           const DelayRules& rules, const DisjointOptions& options = {});

/// The same for many nodes against one `center`, in their order; paths run from the node to the center.
///
/// Nodes that hang on the network by a single link (administrations on their access link) are answered from
/// their hub: the search runs once per hub, on the network without such branches.
[[nodiscard]] std::vector<DisjointPaths> disjoint_paths(const Topology& topology,
                                                        const std::vector<std::size_t>& nodes,
                                                        std::size_t center, const DelayRules& rules,
                                                        const DisjointOptions& options = {});

/// The same one after the other, for callers that learn of the nodes as they go: what was searched from a hub
/// is kept.  The topology must outlive it.
class DisjointSearch {
public:
    DisjointSearch(const Topology& topology, std::size_t center, const DelayRules& rules,
                   const DisjointOptions& options = {});
    ~DisjointSearch();
    DisjointSearch(DisjointSearch&& other) noexcept;
    DisjointSearch& operator=(DisjointSearch&& other) noexcept;

    /// As `disjoint_paths` from the node to the center.
    [[nodiscard]] DisjointPaths from(std::size_t node);

private:
    class CenterPairs;
    std::unique_ptr<CenterPairs> pairs_;
};

}  // namespace verbund::network
