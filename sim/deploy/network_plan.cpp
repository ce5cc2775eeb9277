#include "sim/deploy/network_plan.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "models/network/nearest_place.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

struct Nodes {
    std::vector<network::Node> nodes;
    std::map<std::string, std::size_t> by_id;
};

void add_node(Nodes& nodes, const std::string& id, Place place, network::NodeKind kind) {
    nodes.by_id.emplace(id, nodes.nodes.size());
    nodes.nodes.push_back({id, place, kind});
}

/// Nodes of the drawn network's file: what has no line of its own can hang on them.
std::vector<std::size_t> file_nodes(const study::Study& study, const Nodes& nodes) {
    std::vector<std::size_t> of_file;
    for (const auto& [id, node] : study.network.nodes)
        if (node.of_file) of_file.push_back(nodes.by_id.at(id));
    return of_file;
}

/// Administrations and centers without a line hang on the nearest node of the network's file.
void hang_on_file(const study::Study& study, const std::vector<std::size_t>& of_file,
                  network::Topology& topology) {
    std::vector<bool> has_line(topology.nodes.size(), false);
    for (const network::Link& link : topology.links) has_line[link.from] = has_line[link.to] = true;
    std::vector<Place> places;
    for (const std::size_t node : of_file) places.push_back(topology.nodes[node].place);
    const network::NearestPlace nearest{places};
    for (std::size_t node = 0; node < topology.nodes.size(); ++node) {
        const network::Node& end = topology.nodes[node];
        if (has_line[node] || end.kind == network::NodeKind::transit) continue;
        const std::size_t hub = of_file[nearest.to(end.place)];
        topology.links.push_back({.id = fmt::format("{}--{}", end.id, topology.nodes[hub].id),
                                  .from = node,
                                  .to = hub,
                                  .route = network::great_circle(end.place, topology.nodes[hub].place) *
                                           study.network.route_factor,
                                  .capacity = DataRate{},
                                  .access = end.kind == network::NodeKind::administration,
                                  .ducts = {}});
    }
}

network::Topology given_topology(const study::Study& study, Nodes nodes) {
    for (const auto& [id, node] : study.network.nodes)
        add_node(nodes, id, node.at, network::NodeKind::transit);
    network::Topology topology;
    topology.nodes = nodes.nodes;
    for (const auto& [id, duct] : study.network.ducts)
        if (duct.length) topology.stated_ducts.emplace(id, *duct.length);
    for (const auto& [id, link] : study.network.links) {
        const std::size_t from = nodes.by_id.at(link.from);
        const std::size_t to = nodes.by_id.at(link.to);
        const Length air = network::great_circle(nodes.nodes[from].place, nodes.nodes[to].place);
        topology.links.push_back({.id = id,
                                  .from = from,
                                  .to = to,
                                  .route = link.length.value_or(air * study.network.route_factor),
                                  .capacity = link.capacity.value_or(DataRate{}),
                                  .access = nodes.nodes[from].kind == network::NodeKind::administration ||
                                            nodes.nodes[to].kind == network::NodeKind::administration,
                                  .ducts = link.ducts});
    }
    const std::vector<std::size_t> of_file = file_nodes(study, nodes);
    if (!of_file.empty()) hang_on_file(study, of_file, topology);
    return topology;
}

/// Nodes of administrations, then of centers, each by content.
std::vector<std::size_t> node_order(const VariantDeployment& variant) {
    std::vector<std::size_t> order = order_by_content(variant.administrations);
    for (const std::size_t site : order_by_content(variant.sites))
        if (variant.sites[site].center != nullptr) order.push_back(variant.administrations.size() + site);
    return order;
}

network::Topology synthetic(const study::Study& study, const Nodes& nodes, const VariantDeployment& variant) {
    network::SyntheticInput input;
    input.nodes = nodes.nodes;
    input.route_factor = study.network.route_factor;
    input.backbone_capacity = study.network.backbone.value_or(DataRate{});
    for (const study::ResolvedAdministration& a : variant.administrations) {
        input.backbone.push_back(a.kind != "municipality");
        input.access_capacity.push_back(a.stated.access.value_or(DataRate{}));
    }
    for (std::size_t i = variant.administrations.size(); i < nodes.nodes.size(); ++i) {
        input.backbone.push_back(true);
        input.access_capacity.push_back(input.backbone_capacity);
    }
    input.order = node_order(variant);
    // A study of municipalities without any center has no backbone to hang on; then all of them form it.
    if (std::none_of(input.backbone.begin(), input.backbone.end(), [](bool b) { return b; }))
        input.backbone.assign(input.backbone.size(), true);
    return network::synthetic_topology(input);
}

void require_reachable(const NetworkPlan& plan, const VariantDeployment& variant) {
    std::vector<Diagnostic> mistakes;
    for (std::size_t a = 0; a < plan.administration_node.size(); ++a) {
        for (std::size_t s = 0; s < plan.trees.size(); ++s) {
            if (network::reachable(plan.trees[s], plan.administration_node[a])) continue;
            mistakes.push_back({.at = {},
                                .key = "network.links",
                                .problem = fmt::format("no path leads from \"{}\" to center \"{}\"",
                                                       variant.administrations[a].id, variant.sites[s].id),
                                .remedy = "Add a link that joins the two parts of the network."});
        }
    }
    if (!mistakes.empty()) throw InvalidInput{std::move(mistakes)};
}

/// The stated ducts of a link must lie along it, one after the other.
void require_ducts_fit(const network::Topology& topology) {
    std::vector<Diagnostic> mistakes;
    for (const network::Link& link : topology.links) {
        Length stated;
        for (const std::string& duct : link.ducts) {
            const auto found = topology.stated_ducts.find(duct);
            if (found != topology.stated_ducts.end()) stated += found->second;
        }
        if (stated <= link.route) continue;
        mistakes.push_back(
            {.at = {},
             .key = fmt::format("network.links.{}.ducts", link.id),
             .problem = fmt::format("its ducts are {:.1f} km long together, but the link {:.1f} km",
                                    stated.in(kilometre), link.route.in(kilometre)),
             .remedy = "State shorter ducts (network.ducts), or the laid length of the link."});
    }
    if (!mistakes.empty()) throw InvalidInput{std::move(mistakes)};
}

bool has_second_access(const study::Study& study, const study::ResolvedAdministration& a) {
    return a.stated.second_access.value_or(study.availability.second_access);
}

/// Links by which a node with a second access hangs on its network alone, seen from some center.
std::set<std::size_t> single_lines(const NetworkPlan& plan, const study::Study& study,
                                   const VariantDeployment& variant) {
    std::set<std::size_t> lines;
    RoutePairs routes{plan};
    for (std::size_t a = 0; a < variant.administrations.size(); ++a) {
        if (!has_second_access(study, variant.administrations[a])) continue;
        const std::size_t node = plan.administration_node[a];
        for (std::size_t site = 0; site < plan.site_node.size(); ++site) {
            const auto& paths = routes.between(node, site).paths;
            if (!paths || paths->first.links.empty()) continue;
            const std::size_t first = paths->first.links.front();
            if (first == paths->second.links.front()) lines.insert(first);
        }
    }
    return lines;
}

/// Gives a synthetic network its second accesses, and marks who has only one.
void lay_accesses(const study::Study& study, const VariantDeployment& variant, NetworkPlan& plan) {
    const std::vector<study::ResolvedAdministration>& all = variant.administrations;
    const auto second = [&](const study::ResolvedAdministration& a) { return has_second_access(study, a); };
    if (std::any_of(all.begin(), all.end(), second)) {
        for (const std::size_t l : single_lines(plan, study, variant)) {
            network::Link beside = plan.topology.links[l];
            beside.id += "/second";
            plan.topology.links.push_back(std::move(beside));
        }
        plan.trees = network::shortest_paths(plan.topology, plan.site_node, plan.delays);
    }
    for (const study::ResolvedAdministration& a : all)
        plan.one_access.push_back(a.kind != "municipality" && !second(a));
}

}  // namespace

double NetworkPlan::round_trip_ms(std::size_t administration, std::size_t site, std::size_t home) const {
    if (site == home) return delays.local.in(milliseconds);
    const network::PathTree& tree = trees[site];
    return network::round_trip(tree, administration_node[administration], delays).in(milliseconds);
}

NetworkPlan plan_network(const study::Study& study, const VariantDeployment& variant) {
    NetworkPlan plan;
    plan.delays = {.per_kilometre = study.network.per_kilometre,
                   .per_hop = study.network.per_hop,
                   .gateway = study.network.gateway,
                   .local = study.network.local_round_trip};
    Nodes nodes;
    for (const study::ResolvedAdministration& a : variant.administrations) {
        plan.administration_node.push_back(nodes.nodes.size());
        add_node(nodes, a.id, a.at, network::NodeKind::administration);
    }
    for (const Site& site : variant.sites) {
        if (site.center == nullptr) break;  // centers come first
        plan.site_node.push_back(nodes.nodes.size());
        add_node(nodes, site.id, site.at, network::NodeKind::center);
    }
    plan.topology = study.network.topology == study::TopologyKind::given ? given_topology(study, nodes)
                                                                         : synthetic(study, nodes, variant);
    plan.trees = network::shortest_paths(plan.topology, plan.site_node, plan.delays);
    require_reachable(plan, variant);
    if (plan.topology.synthetic)
        lay_accesses(study, variant, plan);
    else
        require_ducts_fit(plan.topology);
    return plan;
}

}  // namespace verbund::deploy
