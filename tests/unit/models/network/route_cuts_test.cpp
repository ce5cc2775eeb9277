#include "models/network/route_cuts.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using Kind = RouteCut::Kind;

Link link(std::size_t from, std::size_t to, double route_km, std::vector<std::string> ducts = {}) {
    Link result;
    result.from = from;
    result.to = to;
    result.route = route_km * kilometre;
    result.ducts = std::move(ducts);
    return result;
}

Topology network_of(std::size_t nodes, std::vector<Link> links) {
    Topology topology;
    for (std::size_t i = 0; i < nodes; ++i) topology.nodes.push_back({std::to_string(i), {}, {}});
    topology.links = std::move(links);
    return topology;
}

DisjointPaths pair_of(const Topology& topology, std::size_t a, std::size_t b) {
    DelayRules rules;
    rules.per_kilometre = 5.0 * microseconds;
    rules.per_hop = 10.0 * microseconds;
    return disjoint_paths(topology, a, b, rules);
}

std::vector<RouteCut> cuts(const Topology& topology, std::size_t a, std::size_t b) {
    return route_cuts(pair_of(topology, a, b), topology, a);
}

TEST_CASE("a common duct is the cut, with the links in which the two routes run through it") {
    CHECK(cuts(network_of(2, {link(0, 1, 5.0, {"D7"}), link(0, 1, 6.0, {"D7"})}), 0, 1) ==
          std::vector<RouteCut>{{Kind::duct, 0, "D7", 0, 1, true}});
}

TEST_CASE("a single access explains its duct and its hub") {
    const Topology topology = network_of(
        5, {link(0, 1, 3.0, {"D"}), link(1, 2, 5.0), link(2, 4, 5.0), link(1, 3, 6.0), link(3, 4, 6.0)});
    CHECK(cuts(topology, 0, 4) == std::vector<RouteCut>{{Kind::access, 0, "", 0, 0, true}});
    CHECK(only_access_link(pair_of(topology, 0, 4), topology, 0) == std::optional<std::size_t>{0});
    CHECK_FALSE(only_access_link(pair_of(topology, 1, 4), topology, 1));  // two routes
    CHECK_FALSE(only_access_link(pair_of(topology, 4, 0), topology, 4));  // the last link is the other's
}

TEST_CASE("several shared things are cuts each, but for the ends of a shared link") {
    // Ring 0-1-2-0, node 2 alone leads on over ring 2-3-4-2, and 4-5 is the only way to 5.
    const Topology topology =
        network_of(6, {link(0, 1, 1.0), link(1, 2, 1.0), link(2, 0, 1.0), link(2, 3, 1.0), link(3, 4, 1.0),
                       link(4, 2, 1.0), link(4, 5, 1.0)});
    CHECK(cuts(topology, 0, 5) ==
          std::vector<RouteCut>{{Kind::node, 2, "", 0, 0, true}, {Kind::link, 6, "", 6, 6, true}});
}

TEST_CASE("one route, no route and two good ones are told apart, and ducts that could be avoided singly") {
    CHECK(cuts(network_of(3, {link(0, 1, 1.0), link(1, 2, 1.0)}), 0, 2) ==
          std::vector<RouteCut>{{Kind::one_route, 0, "", 0, 0, true}});
    CHECK(cuts(network_of(2, {}), 0, 1) == std::vector<RouteCut>{{Kind::unreachable, 0, "", 0, 0, true}});
    CHECK(cuts(network_of(2, {link(0, 1, 5.0), link(0, 1, 6.0)}), 0, 1).empty());
    CHECK(cuts(network_of(2, {link(0, 1, 5.0)}), 0, 0).empty());
    const Topology three_ways =
        network_of(5, {link(0, 1, 10.0, {"A"}), link(1, 4, 10.0, {"C"}), link(0, 2, 12.0, {"A"}),
                       link(2, 4, 12.0, {"D"}), link(0, 3, 14.0, {"C"}), link(3, 4, 14.0, {"D"})});
    CHECK(cuts(three_ways, 0, 4) == std::vector<RouteCut>{{Kind::duct, 0, "A", 0, 2, false}});
}

}  // namespace
}  // namespace verbund::network
