#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "models/network/risk_graph.hpp"
#include "models/network/two_path_flow.hpp"

/// The cheapest pair of paths that share only what they must.
namespace verbund::network {

/// Two paths as links, and what they share.
struct FoundPair {
    bool reachable = false;
    LinkPaths paths;              ///< the cheaper one first
    std::set<std::size_t> ducts;  ///< whose loss separates the two nodes, or that were given as shared
    bool proven = true;
};

/// For many nodes of one graph.  The graph must outlive it.
class PairSearch {
public:
    PairSearch(const RiskGraph& graph, int search_nodes)
        : graph_{&graph}, flow_{graph}, search_nodes_{search_nodes} {}

    /// The pair from a to b, a != b.  `shared` are ducts that both use in any case, on their way to a.
    /// See `disjoint_paths` for what is optimal.
    [[nodiscard]] FoundPair find(std::size_t a, std::size_t b, std::set<std::size_t> shared) const;

private:
    /// Opens for both paths the nodes and links that every path uses.
    void open_separators(std::size_t a, std::size_t b, const LinkPath& path, UseLimits& limits) const;
    /// Adds to `shared` the ducts common to both paths that every path uses; returns the others.
    std::vector<std::size_t> avoidable_ducts(std::size_t a, std::size_t b, const LinkPaths& paths,
                                             std::set<std::size_t>& shared) const;
    [[nodiscard]] std::vector<std::size_t> common_ducts(const LinkPaths& paths,
                                                        const std::set<std::size_t>& shared) const;
    /// A good pair without common ducts, if one of the usual ways finds one.
    [[nodiscard]] std::vector<LinkPath> guess(std::size_t a, std::size_t b, const LinkPaths& paths,
                                              const UseLimits& limits,
                                              const std::set<std::size_t>& shared) const;
    [[nodiscard]] std::vector<LinkPath> beside(std::size_t a, std::size_t b, const LinkPath& path,
                                               UseLimits limits, const std::set<std::size_t>& shared) const;
    [[nodiscard]] std::vector<LinkPath> off_common_ducts(std::size_t a, std::size_t b, LinkPaths paths,
                                                         UseLimits limits,
                                                         const std::set<std::size_t>& shared) const;
    void choose_by_model(std::size_t a, std::size_t b, const UseLimits& limits, FoundPair& found) const;

    const RiskGraph* graph_;
    TwoPathFlow flow_;
    int search_nodes_;
};

}  // namespace verbund::network
