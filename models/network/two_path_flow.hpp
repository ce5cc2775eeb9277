#pragma once

#include <memory>
#include <vector>

#include "models/network/risk_graph.hpp"

/// Min-cost flow of one or two paths through a network with limits on nodes and links.
namespace verbund::network {

/// Prepared once for a graph, then solved for many pairs.
class TwoPathFlow {
public:
    explicit TwoPathFlow(const RiskGraph& graph);
    ~TwoPathFlow();
    TwoPathFlow(const TwoPathFlow&) = delete;
    TwoPathFlow& operator=(const TwoPathFlow&) = delete;

    /// As many as possible of `most` (1 or 2) paths from a to b within `limits`, together of least cost;
    /// fewer, or none, where there are no more.  Where two paths meet at a node for both, the first goes on
    /// by the shorter of the two ways, so that it is the shortest.  Requires a != b.
    [[nodiscard]] std::vector<LinkPath> paths(std::size_t a, std::size_t b, const UseLimits& limits,
                                              int most = 2) const;

private:
    struct Network;  ///< Boost.Graph stays in the .cpp file
    const RiskGraph* graph_;
    std::unique_ptr<Network> network_;
};

}  // namespace verbund::network
