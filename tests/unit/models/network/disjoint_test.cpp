#include "models/network/disjoint.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/base/random.hpp"
#include "tests/support/catch.hpp"

namespace verbund::network {
namespace {

using test::Approx;
using Links = std::vector<std::size_t>;
using Kind = SharedRisk::Kind;

DelayRules fibre() {
    DelayRules rules;
    rules.per_kilometre = 5.0 * microseconds;
    rules.per_hop = 10.0 * microseconds;
    return rules;
}

Link link(std::size_t from, std::size_t to, double route_km, std::vector<std::string> ducts = {}) {
    Link result;
    result.id = "l" + std::to_string(from) + std::to_string(to);
    result.from = from;
    result.to = to;
    result.route = route_km * kilometre;
    result.ducts = std::move(ducts);
    return result;
}

Topology network_of(std::size_t nodes, std::vector<Link> links) {
    Topology topology;
    for (std::size_t i = 0; i < nodes; ++i) topology.nodes.push_back({"n" + std::to_string(i), {}, {}});
    topology.links = std::move(links);
    return topology;
}

DisjointPaths pair_of(const Topology& topology, std::size_t a, std::size_t b) {
    return disjoint_paths(topology, a, b, fibre());
}

/// The trap: the shortest path 0-1-2-3 (3 km) uses a link of each of the only two disjoint ones.
Topology trap() {
    return network_of(4,
                      {link(0, 1, 1.0), link(1, 2, 1.0), link(2, 3, 1.0), link(0, 2, 2.0), link(1, 3, 2.0)});
}

TEST_CASE("the pair is found also where no path is disjoint from the shortest one") {
    const DisjointPaths answer = pair_of(trap(), 0, 3);
    REQUIRE(answer.kind == PairKind::disjoint);
    // 0-1-3 and 0-2-3, each 3 km and two hops: 3 x 5 us + 2 x 10 us = 35 us
    CHECK(answer.paths->first.one_way.in(microseconds) == Approx(35.0));
    CHECK(answer.paths->second.one_way.in(microseconds) == Approx(35.0));
    CHECK((answer.paths->first.links == Links{0, 4} || answer.paths->first.links == Links{3, 2}));
    CHECK(answer.shared.empty());
}

TEST_CASE("the shorter path of a pair comes first, and links run from a to b") {
    const Topology ring = network_of(4, {link(1, 0, 9.0), link(1, 2, 9.0), link(2, 3, 1.0), link(3, 0, 1.0)});
    const DisjointPaths answer = pair_of(ring, 0, 2);
    CHECK(answer.paths->first.links == Links{3, 2});
    CHECK(answer.paths->second.links == Links{0, 1});
    // 2 km and 18 km, two hops each
    CHECK(answer.paths->first.one_way.in(microseconds) == Approx(30.0));
    CHECK(answer.paths->second.one_way.in(microseconds) == Approx(110.0));
}

TEST_CASE("two parallel links are a disjoint pair unless they lie in one duct") {
    CHECK(pair_of(network_of(2, {link(0, 1, 5.0), link(0, 1, 6.0)}), 0, 1).kind == PairKind::disjoint);

    const DisjointPaths answer =
        pair_of(network_of(2, {link(0, 1, 5.0, {"D1"}), link(0, 1, 6.0, {"D2", "D1"})}), 0, 1);
    REQUIRE(answer.kind == PairKind::sharing);
    REQUIRE(answer.shared.size() == 1);
    CHECK(answer.shared.front() == SharedRisk{Kind::duct, 0, "D1", 0, 1, true});
    CHECK(answer.paths->second.links == Links{1});  // a cut of one link alone is still survived
}

TEST_CASE("a common duct sends the second path the longer way round") {
    // Without the duct 0-1-3 (20 km) and 0-2-3 (22 km); links 0-1 and 2-3 share D, so the third way is taken.
    const Topology topology = network_of(5, {link(0, 1, 10.0, {"D"}), link(1, 3, 10.0), link(0, 2, 11.0),
                                             link(2, 3, 11.0, {"D"}), link(0, 4, 15.0), link(4, 3, 15.0)});
    const DisjointPaths answer = pair_of(topology, 0, 3);
    REQUIRE(answer.kind == PairKind::disjoint);
    CHECK(answer.paths->first.links == Links{0, 1});
    CHECK(answer.paths->second.links == Links{4, 5});
}

TEST_CASE("one path may run through a duct twice") {
    const Topology topology =
        network_of(4, {link(0, 1, 10.0, {"D"}), link(1, 3, 10.0, {"D"}), link(0, 2, 20.0), link(2, 3, 20.0)});
    CHECK(pair_of(topology, 0, 3).kind == PairKind::disjoint);
}

TEST_CASE("an administration on one access link shares that link and its hub, and has two paths beyond") {
    // 0 hangs on 1; from 1 to 4 lead 1-2-4 and 1-3-4.
    const Topology topology =
        network_of(5, {link(0, 1, 3.0), link(1, 2, 5.0), link(2, 4, 5.0), link(1, 3, 6.0), link(3, 4, 6.0)});
    const DisjointPaths answer = pair_of(topology, 0, 4);
    REQUIRE(answer.kind == PairKind::sharing);
    CHECK(answer.paths->first.links == Links{0, 1, 2});
    CHECK(answer.paths->second.links == Links{0, 3, 4});
    REQUIRE(answer.shared.size() == 2);
    CHECK(answer.shared[0] == SharedRisk{Kind::link, 0, "", 0, 0, true});
    CHECK(answer.shared[1] == SharedRisk{Kind::node, 1, "", 0, 0, true});
}

TEST_CASE(
    "a center that hangs on another one of its town shares nothing with it, but does over a kilometre") {
    // 0 and 3 joined by the square 0-1-3 and 0-2-3; center 4 stands where 3 stands
    const auto town = [](double km, std::vector<std::string> ducts) {
        return network_of(5, {link(0, 1, 5.0), link(1, 3, 5.0), link(0, 2, 6.0), link(2, 3, 6.0),
                              link(3, 4, km, std::move(ducts))});
    };
    const DisjointPaths answer = pair_of(town(0.0, {}), 0, 4);
    CHECK(answer.kind == PairKind::disjoint);
    CHECK(answer.paths->first.links == Links{0, 1, 4});
    CHECK(answer.paths->second.links == Links{2, 3, 4});
    CHECK(pair_of(town(0.0, {}), 4, 0).kind == PairKind::disjoint);
    CHECK(pair_of(town(1.0, {}), 0, 4).shared.size() == 2);     // the kilometre and node 3
    CHECK(pair_of(town(0.0, {"d"}), 0, 4).shared.size() == 3);  // what is laid in a duct can be cut
}

TEST_CASE("the duct of a lone access link may be used again beyond it, for its loss cuts both paths anyway") {
    // D holds the access link 0-1 and both short ways on: keeping off D would need 1-4-5, which is 90 km.
    const Topology topology =
        network_of(6, {link(0, 1, 3.0, {"D"}), link(1, 2, 5.0, {"D"}), link(2, 5, 5.0),
                       link(1, 3, 6.0, {"D"}), link(3, 5, 6.0), link(1, 4, 45.0), link(4, 5, 45.0)});
    const std::vector<DisjointPaths> answers = disjoint_paths(topology, {0, 1}, 5, fibre());
    CHECK(answers[0].paths->second.links == Links{0, 3, 4});
    CHECK(answers[0].shared.size() == 3);  // link, hub, duct
    // Its hub, which needs no access link, keeps the two apart.
    REQUIRE(answers[1].kind == PairKind::disjoint);
    CHECK(answers[1].paths->second.links == Links{5, 6});
}

TEST_CASE("a chain of dead ends is one path, told twice") {
    const Topology chain = network_of(3, {link(0, 1, 1.0), link(1, 2, 1.0)});
    const DisjointPaths answer = pair_of(chain, 0, 2);
    REQUIRE(answer.kind == PairKind::sharing);
    CHECK(answer.paths->first.links == Links{0, 1});
    CHECK(answer.paths->second.links == Links{0, 1});
    CHECK(answer.shared.size() == 3);
}

TEST_CASE("a router that all paths cross is named") {
    // Two triangles that meet in node 2.
    const Topology topology = network_of(5, {link(0, 1, 1.0), link(0, 2, 1.0), link(1, 2, 1.0),
                                             link(2, 3, 1.0), link(2, 4, 1.0), link(3, 4, 1.0)});
    const DisjointPaths answer = pair_of(topology, 0, 4);
    REQUIRE(answer.shared.size() == 1);
    CHECK(answer.shared.front() == SharedRisk{Kind::node, 2, "", 0, 0, true});
    CHECK(answer.paths->first.links == Links{1, 4});
    CHECK(answer.paths->second.links == Links{0, 2, 3, 5});
}

TEST_CASE("where ducts prevent a pair only together, the pair that shares fewest of them is taken") {
    // Three ways 0-i-4 of 20, 24 and 28 km.  The first shares A and B with the second, C with the third, and
    // the second shares D and E with the third: one duct is the least, though 20 + 28 km are not.
    const Topology topology =
        network_of(5, {link(0, 1, 10.0, {"A", "B"}), link(1, 4, 10.0, {"C"}), link(0, 2, 12.0, {"A", "B"}),
                       link(2, 4, 12.0, {"D", "E"}), link(0, 3, 14.0, {"C"}), link(3, 4, 14.0, {"D", "E"})});
    const DisjointPaths answer = pair_of(topology, 0, 4);
    REQUIRE(answer.kind == PairKind::sharing);
    CHECK(answer.proven);
    CHECK(answer.paths->first.links == Links{0, 1});
    CHECK(answer.paths->second.links == Links{4, 5});
    REQUIRE(answer.shared.size() == 1);
    CHECK(answer.shared.front() == SharedRisk{Kind::duct, 0, "C", 1, 4, false});
}

TEST_CASE("equal pairs are settled by fewer links, and the same every time") {
    DelayRules no_hops = fibre();
    no_hops.per_hop = 0.0 * microseconds;
    const Topology topology =
        network_of(4, {link(0, 1, 1.0), link(1, 3, 1.0), link(0, 2, 1.0), link(2, 3, 1.0), link(0, 3, 2.0)});
    const DisjointPaths answer = disjoint_paths(topology, 0, 3, no_hops);
    CHECK(answer.paths->first.links == Links{4});
    for (int round = 0; round < 3; ++round)
        CHECK(disjoint_paths(topology, 0, 3, no_hops).paths->second.links == answer.paths->second.links);
}

TEST_CASE("one place, no path and nodes that do not exist are told apart") {
    const Topology islands = network_of(4, {link(0, 1, 1.0), link(2, 3, 1.0)});
    CHECK(pair_of(islands, 1, 1).kind == PairKind::same_place);
    CHECK(pair_of(islands, 0, 3).kind == PairKind::unreachable);
    CHECK_FALSE(pair_of(islands, 0, 3).paths.has_value());
    CHECK_THROWS_AS(pair_of(islands, 0, 4), std::out_of_range);
    CHECK_THROWS_AS(pair_of(islands, 4, 0), std::out_of_range);
    CHECK_THROWS_AS(pair_of(network_of(1, {link(0, 1, 1.0)}), 0, 0), std::out_of_range);
    CHECK(disjoint_paths(islands, std::vector<std::size_t>{}, 0, fibre()).empty());
}

TEST_CASE("the largest delays that a study may state do not overflow") {
    DelayRules slow;
    slow.per_kilometre = 10.0 * microseconds;
    slow.per_hop = 100.0 * milliseconds;
    std::vector<Link> ring;
    const std::size_t nodes = 3000;
    for (std::size_t i = 0; i < nodes; ++i) ring.push_back(link(i, (i + 1) % nodes, 5000.0));
    const DisjointPaths answer = disjoint_paths(network_of(nodes, ring), 0, 1, slow);
    REQUIRE(answer.kind == PairKind::disjoint);
    // 2999 links of 5000 km x 10 us + 100 ms = 150 ms
    CHECK(answer.paths->second.one_way.in(seconds) == Approx(449.85));
}

TEST_CASE("6,600 administrations against one center take well under ten seconds, ducts included") {
    // 400 trunk nodes on a grid, every third link in one of 60 ducts; 6,200 administrations on access links.
    RandomStream random{1, "test/disjoint/large"};
    std::vector<Link> links;
    for (std::size_t i = 0; i < 400; ++i) {
        for (const std::size_t next : {i + 1, i + 20}) {
            if (next >= 400 || (next == i + 1 && next % 20 == 0)) continue;
            links.push_back(link(i, next, 20.0 + 20.0 * random.uniform()));
            if (random.below(3) == 0) links.back().ducts = {"D" + std::to_string(random.below(60))};
        }
    }
    std::vector<std::size_t> nodes;
    for (std::size_t i = 400; i < 6600; ++i) links.push_back(link(random.below(400), i, 10.0));
    for (std::size_t i = 0; i < 6600; ++i) nodes.push_back(i);
    const Topology topology = network_of(6600, links);

    const auto start = std::chrono::steady_clock::now();
    const std::vector<DisjointPaths> answers = disjoint_paths(topology, nodes, 210, fibre());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    for (std::size_t i = 400; i < 6600; ++i) {
        REQUIRE(answers[i].kind == PairKind::sharing);
        REQUIRE(answers[i].shared.front().kind == Kind::link);
    }
    CHECK(took.count() < 60.0);  // seconds on an idle machine; the limit is for a busy one
}

TEST_CASE("nodes asked one after the other get the answers that they get together") {
    const Topology topology = network_of(
        5, {link(0, 1, 3.0, {"D"}), link(1, 2, 5.0), link(2, 4, 5.0), link(1, 3, 6.0), link(3, 4, 6.0)});
    const std::vector<std::size_t> nodes{0, 1, 2, 4, 0};
    const std::vector<DisjointPaths> together = disjoint_paths(topology, nodes, 4, fibre());
    DisjointSearch search{topology, 4, fibre()};
    DisjointSearch moved{std::move(search)};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const DisjointPaths alone = moved.from(nodes[i]);
        CHECK(alone.kind == together[i].kind);
        CHECK(alone.shared == together[i].shared);
        REQUIRE(alone.paths.has_value() == together[i].paths.has_value());
        if (alone.paths) CHECK(alone.paths->second.links == together[i].paths->second.links);
    }
    CHECK_THROWS_AS(moved.from(5), std::out_of_range);
    CHECK_THROWS_AS((DisjointSearch{topology, 5, fibre()}), std::out_of_range);
}

}  // namespace
}  // namespace verbund::network
