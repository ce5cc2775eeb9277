#include "models/network/bundles.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

Link link(const std::string& id, std::size_t from, std::size_t to, double gbit_s) {
    return {.id = id,
            .from = from,
            .to = to,
            .route = 1.0 * kilometre,
            .capacity = gbit_s * gigabit_per_second,
            .access = false,
            .ducts = {}};
}

Topology three_nodes(std::vector<Link> links) {
    Topology topology;
    for (const char* id : {"a", "b", "c"}) topology.nodes.push_back({id, {}, NodeKind::transit});
    topology.links = std::move(links);
    return topology;
}

TEST_CASE("links between the same two nodes share by capacity, whichever way they are drawn", "[network]") {
    // 1 and 0.5 Gbit/s between a and b, the second from b to a: 2/3 and 1/3; b-c by itself.
    const Bundles bundles{
        three_nodes({link("one", 0, 1, 1.0), link("far", 1, 2, 10.0), link("two", 1, 0, 0.5)})};
    CHECK(bundles.beside(0) == std::vector<std::size_t>{0, 2});
    CHECK(bundles.beside(2) == std::vector<std::size_t>{0, 2});
    CHECK(bundles.share(0) == Approx(2.0 / 3.0));
    CHECK(bundles.share(2) == Approx(1.0 / 3.0));
    CHECK(bundles.capacity(2).in(gigabit_per_second) == Approx(1.5));
    CHECK(bundles.beside(1) == std::vector<std::size_t>{1});
    CHECK(bundles.share(1) == 1.0);
}

TEST_CASE("links of which one is yet to be sized share in equal parts", "[network]") {
    const Bundles bundles{three_nodes({link("one", 0, 1, 1.0), link("auto", 0, 1, 0.0)})};
    CHECK(bundles.share(0) == 0.5);
    CHECK(bundles.share(1) == 0.5);
    CHECK(bundles.capacity(0) == DataRate{});
}

TEST_CASE("a link that ends nowhere has no bundle", "[network]") {
    CHECK_THROWS_AS(Bundles{three_nodes({link("lost", 0, 3, 1.0)})}, std::out_of_range);
}

TEST_CASE("a duct without a stated length is as long as all its links can lie in it", "[network]") {
    Topology topology = three_nodes({link("near", 0, 1, 1.0), link("far", 0, 2, 1.0)});
    topology.links[0].route = 12.0 * kilometre;
    topology.links[0].ducts = {"street", "bridge"};
    topology.links[1].route = 40.0 * kilometre;
    topology.links[1].ducts = {"street"};
    // near lies in two ducts, 6 km each; far could lie 40 km in the street, but near cannot.
    CHECK(duct_lengths(topology).at("street").in(kilometre) == Approx(6.0));
    CHECK(duct_lengths(topology).at("bridge").in(kilometre) == Approx(6.0));
    // The bridge has 0.5 km: the street may take the other 11.5 km of near.
    topology.stated_ducts["bridge"] = 0.5 * kilometre;
    CHECK(duct_lengths(topology).at("street").in(kilometre) == Approx(11.5));
    CHECK(duct_lengths(topology).at("bridge").in(kilometre) == Approx(0.5));
}

}  // namespace
}  // namespace verbund::network
