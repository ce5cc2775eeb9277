#include "sim/batch/route_rows.hpp"

#include "models/network/route_cuts.hpp"
#include "sim/batch/route_cut_rows.hpp"

namespace verbund::batch {
namespace {

const char* id_of(deploy::RouteRole role) {
    switch (role) {
        case deploy::RouteRole::serves:
            return "serves";
        case deploy::RouteRole::backup:
            return "backup";
        case deploy::RouteRole::replication:
            break;
    }
    return "replication";
}

const char* kind_of(const network::DisjointPaths& paths, const network::Topology& topology,
                    std::size_t from) {
    switch (paths.kind) {
        case network::PairKind::disjoint:
            return "disjoint";
        case network::PairKind::same_place:
            return "same-place";
        case network::PairKind::unreachable:
            return "unreachable";
        case network::PairKind::sharing:
            break;
    }
    if (network::only_access_link(paths, topology, from)) return "one-access";
    return paths.paths->first.links == paths.paths->second.links ? "one-route" : "sharing";
}

double round_trip_ms(const network::NetworkPath& path, const network::DelayRules& rules) {
    return (2.0 * (path.one_way + 2.0 * rules.gateway)).in(milliseconds);
}

double length_km(const network::NetworkPath& path, const network::Topology& topology) {
    double km = 0.0;
    for (const std::size_t link : path.links) km += topology.links[link].route.in(kilometre);
    return km;
}

void fill_lengths(const network::DisjointPaths& paths, const deploy::NetworkPlan& plan,
                  outcome::RoutePair& row) {
    if (paths.kind == network::PairKind::same_place) {
        row.first_ms = plan.delays.local.in(milliseconds);
        row.first_km = 0.0;
    }
    if (!paths.paths) return;
    const auto& [first, second] = *paths.paths;
    row.first_ms = round_trip_ms(first, plan.delays);
    row.first_km = length_km(first, plan.topology);
    if (first.links == second.links) return;
    row.second_ms = round_trip_ms(second, plan.delays);
    row.second_km = length_km(second, plan.topology);
}

}  // namespace

RouteRows route_rows(const deploy::NetworkPlan& plan, const std::vector<deploy::RouteUse>& uses,
                     const deploy::RoutePairs& routes) {
    RouteRows rows;
    RouteCutRows cuts{plan.topology};
    for (const deploy::RouteUse& use : uses) {
        const bool person = use.start == deploy::RouteStart::administration;
        const std::size_t from = person ? plan.administration_node[use.from] : plan.site_node[use.from];
        const std::size_t to = plan.site_node[use.to];
        const network::DisjointPaths& paths = routes.between(from, use.to);
        outcome::RoutePair& row = rows.pairs.emplace_back();
        row.from_kind = person ? "administration" : "center";
        row.from = plan.topology.nodes[from].id;
        row.to = plan.topology.nodes[to].id;
        row.role = id_of(use.role);
        row.kind = kind_of(paths, plan.topology, from);
        fill_lengths(paths, plan, row);
        cuts.add(paths, from, to);
    }
    rows.cuts = cuts.take();
    return rows;
}

}  // namespace verbund::batch
