#include "models/network/route_cuts.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace verbund::network {
namespace {

using Kind = RouteCut::Kind;

/// Without the ducts of shared links and the nodes at their ends.
std::vector<SharedRisk> telling(const std::vector<SharedRisk>& shared, const Topology& topology) {
    std::set<std::size_t> nodes;
    std::set<std::string> ducts;
    for (const SharedRisk& risk : shared) {
        if (risk.kind != SharedRisk::Kind::link) continue;
        const Link& link = topology.links[risk.index];
        nodes.insert({link.from, link.to});
        ducts.insert(link.ducts.begin(), link.ducts.end());
    }
    std::vector<SharedRisk> kept;
    std::copy_if(shared.begin(), shared.end(), std::back_inserter(kept), [&](const SharedRisk& risk) {
        return risk.kind == SharedRisk::Kind::link ||
               (risk.kind == SharedRisk::Kind::node && !nodes.contains(risk.index)) ||
               (risk.kind == SharedRisk::Kind::duct && !ducts.contains(risk.duct));
    });
    return kept;
}

Kind kind_of(SharedRisk::Kind kind) {
    switch (kind) {
        case SharedRisk::Kind::link:
            return Kind::link;
        case SharedRisk::Kind::duct:
            return Kind::duct;
        case SharedRisk::Kind::node:
            break;
    }
    return Kind::node;
}

}  // namespace

std::optional<std::size_t> only_access_link(const DisjointPaths& paths, const Topology& topology,
                                            std::size_t a) {
    const std::vector<SharedRisk> risks = telling(paths.shared, topology);
    if (risks.size() != 1 || risks.front().kind != SharedRisk::Kind::link) return std::nullopt;
    const Link& link = topology.links[risks.front().index];
    if (link.from != a && link.to != a) return std::nullopt;
    return risks.front().index;
}

std::vector<RouteCut> route_cuts(const DisjointPaths& paths, const Topology& topology, std::size_t a) {
    if (paths.kind == PairKind::unreachable) return {RouteCut{.kind = Kind::unreachable, .duct = {}}};
    if (paths.kind != PairKind::sharing) return {};
    if (const std::optional<std::size_t> access = only_access_link(paths, topology, a))
        return {RouteCut{.kind = Kind::access, .index = *access, .duct = {}}};
    if (paths.paths->first.links == paths.paths->second.links)
        return {RouteCut{.kind = Kind::one_route, .duct = {}}};
    std::vector<RouteCut> cuts;
    for (const SharedRisk& risk : telling(paths.shared, topology)) {
        cuts.push_back({.kind = kind_of(risk.kind),
                        .index = risk.index,
                        .duct = risk.duct,
                        .first_link = risk.first_link,
                        .second_link = risk.second_link,
                        .separates = risk.separates});
    }
    return cuts;
}

}  // namespace verbund::network
