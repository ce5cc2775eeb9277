#include "sim/deploy/route_pairs.hpp"

namespace verbund::deploy {

bool share_nothing(const network::DisjointPaths& paths) {
    return paths.kind == network::PairKind::disjoint || paths.kind == network::PairKind::same_place;
}

const network::DisjointPaths& RoutePairs::between(std::size_t node, std::size_t site) {
    const auto known = answers_.find({site, node});
    if (known != answers_.end()) return known->second;
    const auto search =
        searches_.try_emplace(site, network_->topology, network_->site_node.at(site), network_->delays);
    return answers_.emplace(std::pair{site, node}, search.first->second.from(node)).first->second;
}

}  // namespace verbund::deploy
