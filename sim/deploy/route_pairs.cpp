#include "sim/deploy/route_pairs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace verbund::deploy {
namespace {

using network::DisjointPaths;
using network::SharedRisk;

/// A link that nothing can cut: both its ends lie at one place.
bool has_no_length(const network::Link& link) {
    return link.ducts.empty() && link.route.in(kilometre) <= 0.0;
}

void put_before(const std::vector<std::size_t>& way, Duration delay, network::NetworkPath& path) {
    path.links.insert(path.links.begin(), way.begin(), way.end());
    path.one_way += delay;
}

}  // namespace

bool share_nothing(const network::DisjointPaths& paths) {
    return paths.kind == network::PairKind::disjoint || paths.kind == network::PairKind::same_place;
}

RoutePairs::RoutePairs(const NetworkPlan& network)
    : network_{&network}, one_access_(network.topology.nodes.size(), false) {
    for (std::size_t a = 0; a < network.one_access.size(); ++a)
        if (network.one_access[a]) one_access_[network.administration_node[a]] = true;
}

const DisjointPaths& RoutePairs::between(std::size_t node, std::size_t site) const {
    const std::lock_guard lock{searching_};
    const auto known = answers_.find({site, node});
    if (known != answers_.end()) return known->second;
    DisjointPaths answer = one_access_.at(node) ? behind_line(node, site) : searched(node, site);
    return answers_.emplace(std::pair{site, node}, std::move(answer)).first->second;
}

DisjointPaths RoutePairs::searched(std::size_t node, std::size_t site) const {
    const auto search =
        searches_.try_emplace(site, network_->topology, network_->site_node.at(site), network_->delays);
    return search.first->second.from(node);
}

DisjointPaths RoutePairs::behind_line(std::size_t node, std::size_t site) const {
    const std::vector<network::Link>& links = network_->topology.links;
    const std::vector<std::size_t> path = network::path_links(network_->trees.at(site), node);
    const auto line =
        std::find_if(path.begin(), path.end(), [&](std::size_t l) { return !has_no_length(links[l]); });
    if (line == path.end()) return searched(node, site);
    const std::vector<std::size_t> way(path.begin(), line + 1);
    Duration delay;
    std::size_t hub = node;
    for (const std::size_t l : way) {
        delay += network::link_delay(links[l], network_->delays);
        hub = links[l].from == hub ? links[l].to : links[l].from;
    }
    DisjointPaths pair = searched(hub, site);
    if (!pair.paths) pair.paths.emplace();  // the center stands at the hub
    put_before(way, delay, pair.paths->first);
    put_before(way, delay, pair.paths->second);
    std::vector<SharedRisk> shared{{SharedRisk::Kind::link, *line, {}, *line, *line, true}};
    if (hub != network_->site_node[site]) shared.push_back({SharedRisk::Kind::node, hub, {}, 0, 0, true});
    shared.insert(shared.end(), pair.shared.begin(), pair.shared.end());
    pair.shared = std::move(shared);
    pair.kind = network::PairKind::sharing;
    return pair;
}

}  // namespace verbund::deploy
