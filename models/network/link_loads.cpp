#include "models/network/link_loads.hpp"

namespace verbund::network {

bool LinkLoads::add(const PathTree& tree, std::size_t node, const Traffic& traffic) {
    for (std::size_t at = node; tree.link_to_parent.at(at).has_value(); at = tree.parent[at]) {
        Traffic& link = traffic_.at(*tree.link_to_parent[at]);
        link.mean += traffic.mean;
        link.peak += traffic.peak;
    }
    return reachable(tree, node);
}

std::optional<double> peak_utilisation(const Link& link, const Traffic& traffic) {
    if (link.capacity <= DataRate{}) return std::nullopt;
    return traffic.peak / link.capacity;
}

}  // namespace verbund::network
