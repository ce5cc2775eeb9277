#include <algorithm>
#include <limits>
#include <stdexcept>
#include <tuple>

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/range/iterator_range.hpp>
#include <fmt/format.h>

#include "models/network/topology.hpp"

namespace verbund::network {
namespace {

struct Hop {
    std::size_t link = 0;
    double delay_s = 0.0;
};
/// Every link as two directed edges, since links carry traffic both ways.
using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Hop>;

Graph make_graph(const Topology& topology, const DelayRules& rules) {
    std::vector<std::pair<std::size_t, std::size_t>> ends;
    std::vector<Hop> hops;
    ends.reserve(2 * topology.links.size());
    hops.reserve(2 * topology.links.size());
    for (std::size_t i = 0; i < topology.links.size(); ++i) {
        const Link& link = topology.links[i];
        if (std::max(link.from, link.to) >= topology.nodes.size())
            throw std::out_of_range(fmt::format("link \"{}\" ends at a node that does not exist", link.id));
        const double delay_s = link_delay(link, rules).in(seconds);
        for (const auto& end : {std::pair{link.from, link.to}, std::pair{link.to, link.from}}) {
            ends.push_back(end);
            hops.push_back({i, delay_s});
        }
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), hops.begin(),
            topology.nodes.size()};
}

/// Notes the order in which Dijkstra settles the nodes.
class SettleOrder : public boost::default_dijkstra_visitor {
public:
    explicit SettleOrder(std::vector<std::size_t>& order) : order_{&order} {}
    void examine_vertex(std::size_t node, const Graph& /*graph*/) { order_->push_back(node); }

private:
    std::vector<std::size_t>* order_;
};

/// What decides between links by which a node is reached equally soon: the capacity, then the place that they
/// come from, and only between what is alike the index.
auto preference(const Topology& topology, std::size_t link, std::size_t from) {
    const Place& at = topology.nodes[from].place;
    return std::tuple(-topology.links[link].capacity.in(gigabit_per_second), at.latitude, at.longitude, link);
}

/// Hangs every settled node on the preferred link by which a node settled before reaches it in its shortest
/// time.  Done after the search, because which of two equal paths the search itself finds first depends on
/// its heap.
void choose_parents(const Topology& topology, const Graph& graph, const std::vector<std::size_t>& order,
                    PathTree& tree) {
    std::vector<bool> settled(tree.one_way_s.size(), false);
    for (const std::size_t node : order) {
        for (const auto& edge : boost::make_iterator_range(out_edges(node, graph))) {
            const std::size_t other = target(edge, graph);
            const Hop& hop = graph[edge];
            const bool on_shortest =
                settled[other] && tree.one_way_s[other] + hop.delay_s == tree.one_way_s[node];
            if (!on_shortest) continue;
            const std::optional<std::size_t>& known = tree.link_to_parent[node];
            if (!known ||
                preference(topology, hop.link, other) < preference(topology, *known, tree.parent[node])) {
                tree.link_to_parent[node] = hop.link;
                tree.parent[node] = other;
                tree.hops[node] = tree.hops[other] + 1;
            }
        }
        settled[node] = true;
    }
}

PathTree tree_from(const Topology& topology, const Graph& graph, std::size_t source) {
    const std::size_t n = num_vertices(graph);
    if (source >= n) throw std::out_of_range(fmt::format("node {} of a network of {} nodes", source, n));
    PathTree tree{source, std::vector<double>(n), std::vector<int>(n), {}, std::vector<std::size_t>(n)};
    tree.link_to_parent.resize(n);
    for (std::size_t node = 0; node < n; ++node) tree.parent[node] = node;
    std::vector<std::size_t> order;
    order.reserve(n);
    boost::dijkstra_shortest_paths(graph, source,
                                   boost::weight_map(boost::get(&Hop::delay_s, graph))
                                       .distance_map(boost::make_iterator_property_map(
                                           tree.one_way_s.begin(), boost::get(boost::vertex_index, graph)))
                                       .distance_inf(std::numeric_limits<double>::infinity())
                                       .visitor(SettleOrder{order}));
    choose_parents(topology, graph, order, tree);
    return tree;
}

}  // namespace

Duration link_delay(const Link& link, const DelayRules& rules) {
    return rules.per_kilometre * link.route.in(kilometre) + rules.per_hop;
}

PathTree shortest_paths(const Topology& topology, std::size_t source, const DelayRules& rules) {
    return tree_from(topology, make_graph(topology, rules), source);
}

std::vector<PathTree> shortest_paths(const Topology& topology, const std::vector<std::size_t>& sources,
                                     const DelayRules& rules) {
    const Graph graph = make_graph(topology, rules);
    std::vector<PathTree> trees;
    trees.reserve(sources.size());
    for (const std::size_t source : sources) trees.push_back(tree_from(topology, graph, source));
    return trees;
}

bool reachable(const PathTree& tree, std::size_t node) {
    return tree.one_way_s.at(node) < std::numeric_limits<double>::infinity();
}

std::vector<std::size_t> path_links(const PathTree& tree, std::size_t node) {
    std::vector<std::size_t> links;
    for (std::size_t at = node; tree.link_to_parent.at(at).has_value(); at = tree.parent[at])
        links.push_back(*tree.link_to_parent[at]);
    return links;
}

Duration round_trip(const PathTree& tree, std::size_t node, const DelayRules& rules) {
    if (node == tree.source) return rules.local;
    const Duration one_way = tree.one_way_s.at(node) * seconds + 2.0 * rules.gateway;
    return 2.0 * one_way;
}

}  // namespace verbund::network
