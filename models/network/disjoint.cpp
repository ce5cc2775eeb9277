#include "models/network/disjoint.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "models/network/pair_search.hpp"
#include "models/network/risk_graph.hpp"

namespace verbund::network {
namespace {

using Ducts = std::set<std::string>;

std::size_t other_end(const Link& link, std::size_t node) { return link.from == node ? link.to : link.from; }

NetworkPath make_path(const Topology& topology, std::vector<std::size_t> links, const DelayRules& rules) {
    Duration sum;
    for (const std::size_t link : links) sum += link_delay(topology.links[link], rules);
    return {std::move(links), sum};
}

/// First link of each path that lies in a duct.
using DuctUse = std::map<std::string, std::size_t>;

DuctUse duct_use(const Topology& topology, const std::vector<std::size_t>& links) {
    DuctUse use;
    for (const std::size_t link : links)
        for (const std::string& duct : topology.links[link].ducts) use.try_emplace(duct, link);
    return use;
}

std::set<std::size_t> inner_nodes(const Topology& topology, const std::vector<std::size_t>& links,
                                  std::size_t a, std::size_t b) {
    std::set<std::size_t> nodes;
    for (std::size_t at = a; const std::size_t link : links) {
        at = other_end(topology.links[link], at);
        if (at != b) nodes.insert(at);
    }
    return nodes;
}

/// A link that stays at one place: nothing is laid that could be cut.
bool at_one_place(const Link& link) {
    return !link.access && link.ducts.empty() && link.route.in(kilometre) <= 0.0;
}

/// Nodes of a path that lie where it begins or ends.
std::set<std::size_t> nodes_at_ends(const Topology& topology, const std::vector<std::size_t>& links,
                                    std::size_t a, std::size_t b) {
    std::set<std::size_t> nodes;
    const auto walk = [&](auto first, auto last, std::size_t at) {
        for (; first != last && at_one_place(topology.links[*first]); ++first) {
            at = other_end(topology.links[*first], at);
            nodes.insert(at);
        }
    };
    walk(links.begin(), links.end(), a);
    walk(links.rbegin(), links.rend(), b);
    return nodes;
}

/// What two paths have in common.
std::vector<SharedRisk> shared_risks(const Topology& topology, const PathPair& pair, std::size_t a,
                                     std::size_t b, const Ducts& separating) {
    using Kind = SharedRisk::Kind;
    const std::set<std::size_t> links(pair.second.links.begin(), pair.second.links.end());
    const std::set<std::size_t> nodes = inner_nodes(topology, pair.second.links, a, b);
    const std::set<std::size_t> ends = nodes_at_ends(topology, pair.first.links, a, b);
    std::vector<SharedRisk> shared;
    for (std::size_t at = a; const std::size_t link : pair.first.links) {
        if (links.contains(link) && !at_one_place(topology.links[link]))
            shared.push_back({Kind::link, link, {}, link, link, true});
        at = other_end(topology.links[link], at);
        if (nodes.contains(at) && !ends.contains(at)) shared.push_back({Kind::node, at, {}, 0, 0, true});
    }
    const DuctUse second = duct_use(topology, pair.second.links);
    for (const auto& [duct, link] : duct_use(topology, pair.first.links)) {
        const auto same = second.find(duct);
        if (same == second.end()) continue;
        shared.push_back({Kind::duct, 0, duct, link, same->second, separating.contains(duct)});
    }
    return shared;
}

void require_node(const Topology& topology, std::size_t node) {
    if (node >= topology.nodes.size())
        throw std::out_of_range(fmt::format("node {} of a network of {} nodes", node, topology.nodes.size()));
}

}  // namespace

/// Answers for many nodes against one center.
class DisjointSearch::CenterPairs {
public:
    CenterPairs(const Topology& topology, std::size_t center, const DelayRules& rules,
                const DisjointOptions& options)
        : topology_{&topology},
          center_{center},
          rules_{rules},
          core_{risk_core(topology, center, rules)},
          search_{core_.graph, options.search_nodes} {
        for (std::size_t duct = 0; duct < core_.graph.ducts.size(); ++duct)
            duct_number_.emplace(core_.graph.ducts[duct], duct);
    }

    [[nodiscard]] DisjointPaths from(std::size_t node) {
        require_node(*topology_, node);
        if (node == center_) return {PairKind::same_place, {}, {}, true};
        std::size_t hub = node;
        std::vector<std::size_t> way;
        Ducts ducts;
        while (core_.way_in[hub]) {
            const Link& link = topology_->links[*core_.way_in[hub]];
            way.push_back(*core_.way_in[hub]);
            ducts.insert(link.ducts.begin(), link.ducts.end());
            hub = other_end(link, hub);
        }
        if (hub == center_) return answer(node, way, {true, {}, {}, true}, ducts);
        return answer(node, way, from_hub(hub, ducts), ducts);
    }

private:
    /// The search in the core, once per hub and ducts that the way to it has in common with the core.
    const FoundPair& from_hub(std::size_t hub, const Ducts& ducts_on_way) {
        std::set<std::size_t> shared;
        for (const std::string& duct : ducts_on_way)
            if (const auto found = duct_number_.find(duct); found != duct_number_.end())
                shared.insert(found->second);
        const auto [entry, added] = known_.try_emplace({hub, shared});
        if (added)
            entry->second = search_.find(*core_.position[hub], *core_.position[center_], std::move(shared));
        return entry->second;
    }

    [[nodiscard]] NetworkPath joined(std::vector<std::size_t> way, const LinkPath& inside) const {
        for (const std::size_t link : inside) way.push_back(core_.graph.links[link].link);
        return make_path(*topology_, std::move(way), rules_);
    }

    [[nodiscard]] DisjointPaths answer(std::size_t node, const std::vector<std::size_t>& way,
                                       const FoundPair& found, Ducts separating) const {
        if (!found.reachable) return {PairKind::unreachable, {}, {}, true};
        for (const std::size_t duct : found.ducts) separating.insert(core_.graph.ducts[duct]);
        PathPair pair{joined(way, found.paths[0]), joined(way, found.paths[1])};
        std::vector<SharedRisk> shared = shared_risks(*topology_, pair, node, center_, separating);
        const PairKind kind = shared.empty() ? PairKind::disjoint : PairKind::sharing;
        return {kind, std::move(pair), std::move(shared), found.proven};
    }

    const Topology* topology_;
    std::size_t center_;
    DelayRules rules_;
    RiskCore core_;
    PairSearch search_;
    std::map<std::string, std::size_t> duct_number_;
    std::map<std::pair<std::size_t, std::set<std::size_t>>, FoundPair> known_;
};

DisjointSearch::DisjointSearch(const Topology& topology, std::size_t center, const DelayRules& rules,
                               const DisjointOptions& options) {
    require_node(topology, center);
    pairs_ = std::make_unique<CenterPairs>(topology, center, rules, options);
}

DisjointSearch::~DisjointSearch() = default;
DisjointSearch::DisjointSearch(DisjointSearch&& other) noexcept = default;
DisjointSearch& DisjointSearch::operator=(DisjointSearch&& other) noexcept = default;

DisjointPaths DisjointSearch::from(std::size_t node) { return pairs_->from(node); }

DisjointPaths disjoint_paths(const Topology& topology, std::size_t a, std::size_t b, const DelayRules& rules,
                             const DisjointOptions& options) {
    return disjoint_paths(topology, std::vector<std::size_t>{a}, b, rules, options).front();
}

std::vector<DisjointPaths> disjoint_paths(const Topology& topology, const std::vector<std::size_t>& nodes,
                                          std::size_t center, const DelayRules& rules,
                                          const DisjointOptions& options) {
    DisjointSearch search{topology, center, rules, options};
    std::vector<DisjointPaths> answers;
    answers.reserve(nodes.size());
    for (const std::size_t node : nodes) answers.push_back(search.from(node));
    return answers;
}

}  // namespace verbund::network
