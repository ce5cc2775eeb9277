#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

#include "models/base/random.hpp"
#include "models/network/topology.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;

constexpr double infinite = std::numeric_limits<double>::infinity();

DelayRules fibre_only() {
    DelayRules rules;
    rules.per_kilometre = 4.9 * microseconds;
    rules.local = 0.1 * milliseconds;
    return rules;
}

Link link(std::size_t from, std::size_t to, double route_km) {
    Link result;
    result.from = from;
    result.to = to;
    result.route = route_km * kilometre;
    return result;
}

Topology network_of(std::size_t nodes, std::vector<Link> links) {
    Topology topology;
    topology.nodes.resize(nodes);
    topology.links = std::move(links);
    return topology;
}

TEST_CASE("100 km of air line are 1.5 ms of round trip, 200 km are 2.9 ms") {
    // RTT = 2 x 4.9 us/km x 1.5 x 100 km = 1.47 ms; the published consequence is ~1.5 and ~2.9 ms.
    const Topology topology = network_of(3, {link(0, 1, 1.5 * 100.0), link(0, 2, 1.5 * 200.0)});
    const PathTree tree = shortest_paths(topology, 0, fibre_only());
    CHECK(round_trip(tree, 1, fibre_only()).in(milliseconds) == Approx(1.47));
    CHECK(round_trip(tree, 2, fibre_only()).in(milliseconds) == Approx(2.94));
}

TEST_CASE("every hop and both gateways count in each direction") {
    DelayRules rules = fibre_only();
    rules.per_hop = 0.1 * milliseconds;
    rules.gateway = 0.4 * milliseconds;
    const PathTree tree = shortest_paths(network_of(3, {link(0, 1, 100.0), link(1, 2, 100.0)}), 0, rules);
    CHECK(tree.hops[2] == 2);
    // 2 x (200 km x 4.9 us/km + 2 x 0.1 ms + 2 x 0.4 ms) = 2 x (0.98 + 0.2 + 0.8) = 3.96 ms
    CHECK(round_trip(tree, 2, rules).in(milliseconds) == Approx(3.96));
}

TEST_CASE("inside one building the round trip is that of the LAN") {
    const PathTree tree = shortest_paths(network_of(2, {link(0, 1, 10.0)}), 0, fibre_only());
    CHECK(round_trip(tree, 0, fibre_only()) == 0.1 * milliseconds);
}

TEST_CASE("the path is the one of least delay, not of fewest links") {
    const Topology topology = network_of(3, {link(0, 2, 300.0), link(0, 1, 100.0), link(2, 1, 100.0)});
    const PathTree tree = shortest_paths(topology, 0, fibre_only());
    CHECK(path_links(tree, 2) == std::vector<std::size_t>{2, 1});  // from the node to the source
    CHECK(tree.parent[2] == 1);
    CHECK(path_links(tree, 0).empty());
}

TEST_CASE("of lines beside each other the one that carries more is taken, in whatever order they stand") {
    const std::size_t stronger = GENERATE(0U, 1U);
    Topology topology = network_of(2, {link(0, 1, 5.0), link(0, 1, 5.0)});
    topology.links[stronger].capacity = 10.0 * gigabit_per_second;
    topology.links[1 - stronger].capacity = 1.0 * gigabit_per_second;
    CHECK(path_links(shortest_paths(topology, 0, fibre_only()), 1) == std::vector<std::size_t>{stronger});
}

TEST_CASE("of two ways round of equal length the southern one is taken, in whatever order they stand") {
    const std::size_t south = GENERATE(1U, 2U);
    Topology topology =
        network_of(4, {link(0, 1, 50.0), link(1, 3, 50.0), link(0, 2, 50.0), link(2, 3, 50.0)});
    topology.nodes[south].place = {50.0, 9.0};
    topology.nodes[3 - south].place = {52.0, 9.0};
    CHECK(shortest_paths(topology, 0, fibre_only()).parent[3] == south);
}

TEST_CASE("of paths alike in all the one over the lower link index is taken") {
    const Topology topology =
        network_of(4, {link(1, 3, 50.0), link(0, 2, 50.0), link(2, 3, 50.0), link(0, 1, 50.0)});
    CHECK(path_links(shortest_paths(topology, 0, fibre_only()), 3) == std::vector<std::size_t>{0, 3});
    CHECK(path_links(shortest_paths(network_of(2, {link(1, 0, 5.0), link(0, 1, 5.0)}), 0, fibre_only()), 1) ==
          std::vector<std::size_t>{0});
}

TEST_CASE("links without length make no loops") {
    const Topology topology =
        network_of(4, {link(1, 2, 0.0), link(2, 3, 0.0), link(3, 1, 0.0), link(0, 3, 0.0)});
    const PathTree tree = shortest_paths(topology, 0, fibre_only());
    for (std::size_t node = 1; node < 4; ++node) {
        CHECK(path_links(tree, node).size() == static_cast<std::size_t>(tree.hops[node]));
        CHECK(tree.hops[node] >= 1);
    }
}

TEST_CASE("an unreachable node has an infinite round trip and no path") {
    const PathTree tree = shortest_paths(network_of(3, {link(0, 1, 10.0)}), 0, fibre_only());
    CHECK_FALSE(reachable(tree, 2));
    CHECK(round_trip(tree, 2, fibre_only()).in(seconds) == infinite);
    CHECK(path_links(tree, 2).empty());
    CHECK(tree.parent[2] == 2);
}

TEST_CASE("a source or a link end that does not exist is refused") {
    CHECK_THROWS_AS(shortest_paths(network_of(2, {}), 2, fibre_only()), std::out_of_range);
    CHECK_THROWS_AS(shortest_paths(network_of(2, {link(0, 5, 1.0)}), 0, fibre_only()), std::out_of_range);
}

/// All-pairs delays by Floyd and Warshall.
std::vector<std::vector<double>> all_pairs(const Topology& topology, const DelayRules& rules) {
    const std::size_t n = topology.nodes.size();
    std::vector<std::vector<double>> delay(n, std::vector<double>(n, infinite));
    for (std::size_t i = 0; i < n; ++i) delay[i][i] = 0.0;
    for (const Link& edge : topology.links) {
        const double delay_s = link_delay(edge, rules).in(seconds);
        delay[edge.from][edge.to] = std::min(delay[edge.from][edge.to], delay_s);
        delay[edge.to][edge.from] = std::min(delay[edge.to][edge.from], delay_s);
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j)
                delay[i][j] = std::min(delay[i][j], delay[i][k] + delay[k][j]);
    }
    return delay;
}

TEST_CASE("delays agree with Floyd-Warshall on random networks, and paths add up to them") {
    RandomStream random{1, "test/paths/floyd-warshall"};
    DelayRules rules = fibre_only();
    rules.per_hop = 0.05 * milliseconds;
    for (int round = 0; round < 100; ++round) {
        const std::size_t n = 2 + random.below(15);
        std::vector<Link> links;
        for (std::size_t i = 0; i < n + random.below(n); ++i) {
            // Few distinct lengths, so that ties are common; loops and parallel links included.
            links.push_back(link(random.below(n), random.below(n), static_cast<double>(random.below(6))));
        }
        const Topology topology = network_of(n, links);
        const auto expected = all_pairs(topology, rules);
        for (std::size_t source = 0; source < n; ++source) {
            const PathTree tree = shortest_paths(topology, source, rules);
            for (std::size_t node = 0; node < n; ++node) {
                REQUIRE(reachable(tree, node) == (expected[source][node] < infinite));
                if (reachable(tree, node)) {
                    double along = 0.0;
                    for (const std::size_t i : path_links(tree, node))
                        along += link_delay(links[i], rules).in(seconds);
                    REQUIRE(tree.one_way_s[node] == Approx(expected[source][node]).margin(1e-12));
                    REQUIRE(along == Approx(expected[source][node]).margin(1e-12));
                }
            }
        }
    }
}

TEST_CASE("many sources give the same trees as one by one") {
    const Topology topology =
        network_of(4, {link(0, 1, 1.0), link(1, 2, 2.0), link(2, 3, 3.0), link(3, 0, 4.0)});
    const auto trees = shortest_paths(topology, std::vector<std::size_t>{2, 0}, fibre_only());
    REQUIRE(trees.size() == 2);
    CHECK(trees[0].one_way_s == shortest_paths(topology, 2, fibre_only()).one_way_s);
    CHECK(trees[1].link_to_parent == shortest_paths(topology, 0, fibre_only()).link_to_parent);
}

}  // namespace
}  // namespace verbund::network
