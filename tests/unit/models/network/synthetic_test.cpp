#include <stdexcept>

#include "models/base/random.hpp"
#include "models/network/gabriel.hpp"
#include "models/network/topology.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;

SyntheticInput input_of(std::vector<Place> places, std::vector<bool> backbone) {
    SyntheticInput input;
    for (std::size_t i = 0; i < places.size(); ++i)
        input.nodes.push_back({"n" + std::to_string(i), places[i], NodeKind::administration});
    input.backbone = std::move(backbone);
    input.route_factor = 1.5;
    input.backbone_capacity = 10.0 * gigabit_per_second;
    input.access_capacity.assign(places.size(), 100.0 * megabit_per_second);
    return input;
}

bool all_reachable(const Topology& topology) {
    const PathTree tree = shortest_paths(topology, 0, DelayRules{});
    for (std::size_t i = 0; i < topology.nodes.size(); ++i)
        if (!reachable(tree, i)) return false;
    return true;
}

TEST_CASE("links are laid longer than the air line by the route factor") {
    const Topology topology = synthetic_topology(input_of({{51.0, 7.0}, {51.0, 8.0}}, {true, true}));
    REQUIRE(topology.links.size() == 1);
    CHECK(topology.links[0].route.in(kilometre) ==
          Approx(1.5 * great_circle({51.0, 7.0}, {51.0, 8.0}).in(kilometre)));
    CHECK(topology.links[0].capacity == 10.0 * gigabit_per_second);
    CHECK(topology.links[0].id == "n0--n1");
    CHECK_FALSE(topology.links[0].access);
    CHECK(topology.synthetic);
}

TEST_CASE(
    "a node off the backbone hangs on the nearest backbone node by an access link of its own capacity") {
    SyntheticInput input = input_of({{51.0, 7.0}, {51.0, 9.0}, {51.1, 8.7}}, {true, true, false});
    input.access_capacity[2] = 50.0 * megabit_per_second;
    const Topology topology = synthetic_topology(input);
    REQUIRE(topology.links.size() == 2);
    CHECK(topology.links[1].from == 1);
    CHECK(topology.links[1].to == 2);
    CHECK(topology.links[1].access);
    CHECK(topology.links[1].capacity == 50.0 * megabit_per_second);
}

TEST_CASE("of several backbone nodes at one place the first in the order of content carries the links") {
    SyntheticInput input = input_of({{51.0, 7.0}, {51.0, 7.0}, {51.2, 7.0}}, {true, true, true});
    input.order = {2, 1, 0};
    const Topology topology = synthetic_topology(input);
    REQUIRE(topology.links.size() == 2);
    CHECK(topology.links[0].id == "n1--n2");  // the others hang on node 1, not on node 0
    CHECK(topology.links[1].id == "n1--n0");
    input.order = {0, 1};
    CHECK_THROWS_AS(synthetic_topology(input), std::invalid_argument);
}

TEST_CASE("of equally near backbone nodes the one farther south wins, in whatever order they stand") {
    // 1.5 degrees of the equator north and south of it are the same chord to the last bit.
    const bool turned = GENERATE(false, true);
    const std::vector<Place> places = turned ? std::vector<Place>{{1.5, 7.0}, {-1.5, 7.0}, {0.0, 7.0}}
                                             : std::vector<Place>{{-1.5, 7.0}, {1.5, 7.0}, {0.0, 7.0}};
    const Topology topology = synthetic_topology(input_of(places, {true, true, false}));
    const Link& access = topology.links.back();
    REQUIRE(squared_chord(places[0], places[2]) == squared_chord(places[1], places[2]));
    CHECK(places[access.from].latitude == -1.5);
}

TEST_CASE("equally near backbone nodes at one place: without an order the lower index wins") {
    const Topology topology =
        synthetic_topology(input_of({{51.0, 7.0}, {51.0, 7.0}, {51.2, 7.0}}, {true, true, false}));
    CHECK(topology.links.back().from == 0);
}

TEST_CASE("backbone nodes at one place share its links and stay connected") {
    // A city and the district around it both have their seat at the first place.
    const Topology topology = synthetic_topology(
        input_of({{51.0, 7.0}, {51.0, 7.0}, {51.0, 8.0}, {51.0, 9.0}}, {true, true, true, true}));
    REQUIRE(topology.links.size() == 3);  // 0--2, 2--3, and 0--1 without length
    CHECK(topology.links[2].id == "n0--n1");
    CHECK(topology.links[2].route == Length{});
    CHECK(all_reachable(topology));
}

TEST_CASE("a national network with all its municipalities is connected") {
    RandomStream random{1, "test/synthetic/national"};
    std::vector<Place> places;
    std::vector<bool> backbone;
    for (int i = 0; i < 2000; ++i) {
        places.push_back({47.0 + 8.0 * random.uniform(), 6.0 + 9.0 * random.uniform()});
        backbone.push_back(i % 10 == 0);
    }
    CHECK(all_reachable(synthetic_topology(input_of(places, backbone))));
}

TEST_CASE("a network without a backbone or with vectors of different length is refused") {
    CHECK_THROWS_AS(synthetic_topology(input_of({{51.0, 7.0}}, {false})), std::invalid_argument);
    CHECK_THROWS_AS(synthetic_topology(input_of({{51.0, 7.0}}, {})), std::invalid_argument);
    CHECK(synthetic_topology(input_of({}, {})).links.empty());
}

}  // namespace
}  // namespace verbund::network
