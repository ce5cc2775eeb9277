#include "models/network/link_loads.hpp"

#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;

Traffic traffic(double mean, double peak) { return {mean * megabit_per_second, peak * megabit_per_second}; }

/// 0 -- 1 -- 2, and 1 -- 3; node 4 stands alone.
Topology tree_network() {
    Topology topology;
    topology.nodes.resize(5);
    for (const auto& [from, to] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 2}, {1, 3}}) {
        Link link;
        link.from = from;
        link.to = to;
        link.route = 10.0 * kilometre;
        link.capacity = 100.0 * megabit_per_second;
        topology.links.push_back(link);
    }
    return topology;
}

TEST_CASE("a trunk carries the traffic of all nodes behind it") {
    const PathTree tree = shortest_paths(tree_network(), 0, DelayRules{4.9 * microseconds, {}, {}, {}});
    LinkLoads loads{3};
    CHECK(loads.add(tree, 2, traffic(10, 30)));
    CHECK(loads.add(tree, 3, traffic(5, 20)));
    CHECK(loads.on(0).mean.in(megabit_per_second) == Approx(15.0));
    CHECK(loads.on(0).peak.in(megabit_per_second) == Approx(50.0));
    CHECK(loads.on(1).mean.in(megabit_per_second) == Approx(10.0));
    CHECK(loads.on(2).peak.in(megabit_per_second) == Approx(20.0));
    CHECK(peak_utilisation(tree_network().links[0], loads.on(0)).value() == Approx(0.5));
}

TEST_CASE("traffic within the source's own building loads no link, and a node cut off is told") {
    const PathTree tree = shortest_paths(tree_network(), 0, DelayRules{4.9 * microseconds, {}, {}, {}});
    LinkLoads loads{3};
    CHECK(loads.add(tree, 0, traffic(10, 30)));
    CHECK_FALSE(loads.add(tree, 4, traffic(10, 30)));
    for (std::size_t i = 0; i < loads.size(); ++i) CHECK(loads.on(i).peak == DataRate{});
}

TEST_CASE("a link yet to be sized has no utilisation") {
    CHECK_FALSE(peak_utilisation(Link{}, traffic(1, 1)).has_value());
}

}  // namespace
}  // namespace verbund::network
