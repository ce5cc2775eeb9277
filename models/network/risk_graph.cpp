#include "models/network/risk_graph.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <queue>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace verbund::network {
namespace {

/// Delays of all links in ticks of one picosecond, or of ten, a hundred ... of them, so that sums stay exact.
std::vector<PathCost> link_costs(const Topology& topology, const DelayRules& rules) {
    double sum_s = 0.0;
    for (const Link& link : topology.links) sum_s += link_delay(link, rules).in(seconds);
    // Two paths without repeats have fewer links than this, so a link more never outweighs a tick of delay.
    const double ticks_factor = 2.0 * static_cast<double>(topology.nodes.size());
    constexpr double largest = 4e15;  // whole numbers up to twice this are exact in a double
    double ticks_per_second = 1e12;
    while (sum_s * ticks_per_second * ticks_factor > largest) ticks_per_second /= 10.0;

    std::vector<PathCost> costs;
    costs.reserve(topology.links.size());
    for (const Link& link : topology.links) {
        const PathCost ticks = std::llround(link_delay(link, rules).in(seconds)*ticks_per_second);
        costs.push_back(ticks * static_cast<PathCost>(ticks_factor) + 1);
    }
    return costs;
}

void require_ends(const Topology& topology) {
    for (const Link& link : topology.links)
        if (std::max(link.from, link.to) >= topology.nodes.size())
            throw std::out_of_range(fmt::format("link \"{}\" ends at a node that does not exist", link.id));
}

std::vector<std::vector<std::size_t>> links_by_node(const Topology& topology) {
    std::vector<std::vector<std::size_t>> links_at(topology.nodes.size());
    for (std::size_t i = 0; i < topology.links.size(); ++i) {
        const Link& link = topology.links[i];
        if (link.from == link.to) continue;  // leads nowhere
        links_at[link.from].push_back(i);
        links_at[link.to].push_back(i);
    }
    return links_at;
}

/// [node] the link by which it was taken away.
std::vector<std::optional<std::size_t>> peel(const Topology& topology, std::size_t center) {
    const auto links_at = links_by_node(topology);
    std::vector<std::optional<std::size_t>> way_in(topology.nodes.size());
    std::vector<bool> gone(topology.links.size(), false);
    std::vector<std::size_t> left(topology.nodes.size());
    std::vector<std::size_t> ends;
    for (std::size_t node = 0; node < left.size(); ++node) {
        left[node] = links_at[node].size();
        if (left[node] == 1) ends.push_back(node);
    }
    while (!ends.empty()) {
        const std::size_t node = ends.back();
        ends.pop_back();
        if (node == center || left[node] != 1) continue;
        const std::size_t link = *std::find_if(links_at[node].begin(), links_at[node].end(),
                                               [&](std::size_t candidate) { return !gone[candidate]; });
        const std::size_t hub =
            topology.links[link].from == node ? topology.links[link].to : topology.links[link].from;
        way_in[node] = link;
        gone[link] = true;
        left[node] = 0;
        if (--left[hub] == 1) ends.push_back(hub);
    }
    return way_in;
}

std::vector<std::size_t> duct_numbers(const Link& link, std::map<std::string, std::size_t>& numbers,
                                      RiskGraph& graph) {
    std::vector<std::size_t> found;
    for (const std::string& duct : link.ducts) {
        const auto [entry, added] = numbers.try_emplace(duct, graph.ducts.size());
        if (added) graph.ducts.push_back(duct);
        found.push_back(entry->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

void add_links(const Topology& topology, const DelayRules& rules, RiskCore& core) {
    const std::vector<PathCost> costs = link_costs(topology, rules);
    std::map<std::string, std::size_t> numbers;
    RiskGraph& graph = core.graph;
    for (std::size_t i = 0; i < topology.links.size(); ++i) {
        const Link& link = topology.links[i];
        const auto a = core.position[link.from];
        const auto b = core.position[link.to];
        if (!a || !b || a == b) continue;
        const std::size_t index = graph.links.size();
        graph.links.push_back({*a, *b, costs[i], duct_numbers(link, numbers, graph), i});
        graph.links_at[*a].push_back(index);
        graph.links_at[*b].push_back(index);
    }
    graph.duct_links.resize(graph.ducts.size());
    for (std::size_t index = 0; index < graph.links.size(); ++index)
        for (const std::size_t duct : graph.links[index].ducts) graph.duct_links[duct].push_back(index);
}

}  // namespace

UseLimits one_path_each(const RiskGraph& graph) {
    return {std::vector<int>(graph.links_at.size(), 1), std::vector<int>(graph.links.size(), 1)};
}

void close_ducts(const RiskGraph& graph, const std::vector<std::size_t>& ducts, UseLimits& limits) {
    for (const std::size_t duct : ducts)
        for (const std::size_t link : graph.duct_links[duct]) limits.links[link] = 0;
}

std::vector<PathCost> costs_from(const RiskGraph& graph, std::size_t source, const UseLimits& limits) {
    std::vector<PathCost> cost(graph.links_at.size(), no_path);
    using Entry = std::pair<PathCost, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    cost[source] = 0;
    open.emplace(0, source);
    while (!open.empty()) {
        const auto [reached, node] = open.top();
        open.pop();
        if (reached > cost[node]) continue;
        for (const std::size_t index : graph.links_at[node]) {
            const RiskLink& link = graph.links[index];
            const std::size_t next = link.other(node);
            if (limits.links[index] == 0 || reached + link.cost >= cost[next]) continue;
            cost[next] = reached + link.cost;
            open.emplace(cost[next], next);
        }
    }
    return cost;
}

bool connected(const RiskGraph& graph, std::size_t a, std::size_t b, const UseLimits& limits) {
    std::vector<bool> seen(graph.links_at.size(), false);
    std::vector<std::size_t> open{a};
    seen[a] = true;
    while (!open.empty() && !seen[b]) {
        const std::size_t node = open.back();
        open.pop_back();
        for (const std::size_t index : graph.links_at[node]) {
            const std::size_t next = graph.links[index].other(node);
            if (limits.links[index] == 0 || limits.nodes[next] == 0 || seen[next]) continue;
            seen[next] = true;
            open.push_back(next);
        }
    }
    return seen[b];
}

PathCost cost_of(const RiskGraph& graph, const LinkPath& path) {
    PathCost sum = 0;
    for (const std::size_t link : path) sum += graph.links[link].cost;
    return sum;
}

std::vector<std::size_t> ducts_of(const RiskGraph& graph, const LinkPath& path) {
    std::vector<std::size_t> ducts;
    for (const std::size_t link : path)
        ducts.insert(ducts.end(), graph.links[link].ducts.begin(), graph.links[link].ducts.end());
    std::sort(ducts.begin(), ducts.end());
    ducts.erase(std::unique(ducts.begin(), ducts.end()), ducts.end());
    return ducts;
}

std::vector<std::size_t> nodes_of(const RiskGraph& graph, const LinkPath& path, std::size_t start) {
    std::vector<std::size_t> nodes{start};
    for (const std::size_t link : path) nodes.push_back(graph.links[link].other(nodes.back()));
    return nodes;
}

RiskCore risk_core(const Topology& topology, std::size_t center, const DelayRules& rules) {
    require_ends(topology);
    RiskCore core;
    core.way_in = peel(topology, center);
    core.position.resize(topology.nodes.size());
    std::size_t kept = 0;
    for (std::size_t node = 0; node < topology.nodes.size(); ++node)
        if (!core.way_in[node]) core.position[node] = kept++;
    core.graph.links_at.resize(kept);
    add_links(topology, rules, core);
    return core;
}

}  // namespace verbund::network
