#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/base/units.hpp"
#include "models/network/topology.hpp"

/// Traffic that the links of a network carry.
namespace verbund::network {

/// Mean and peak of a traffic flow, both directions together.
struct Traffic {
    DataRate mean;
    DataRate peak;
};

/// Sums the traffic between nodes and the sources of their path trees, link by link.
///
/// Peaks are added as if they came at the same minute: right for administrations with one office day, an
/// upper bound otherwise.  Every flow takes the latency-shortest path; links are not avoided when they are
/// full.
class LinkLoads {
public:
    explicit LinkLoads(std::size_t links) : traffic_(links) {}

    /// Adds a flow between `node` and the tree's source.  A flow that stays at its node or cannot reach the
    /// source loads no link; false tells that it cannot.
    bool add(const PathTree& tree, std::size_t node, const Traffic& traffic);

    [[nodiscard]] const Traffic& on(std::size_t link) const { return traffic_.at(link); }
    [[nodiscard]] std::size_t size() const { return traffic_.size(); }

private:
    std::vector<Traffic> traffic_;
};

/// Peak traffic over capacity; empty for a link that the run has yet to size (capacity zero).
[[nodiscard]] std::optional<double> peak_utilisation(const Link& link, const Traffic& traffic);

}  // namespace verbund::network
