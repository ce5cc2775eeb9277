#include "sim/deploy/route_pairs.hpp"

#include "models/network/route_cuts.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drawn_links.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

TEST_CASE("pairs of routes are those of the search, and asking again gives the same one", "[deploy]") {
    const study::StudySet set = test::read_text(test::small_study);
    const study::Study& study = set.variants.front().study;
    const NetworkPlan plan = plan_network(study, deploy(set, study));
    // Towns hang on an access link of their own: no link of the backbone stands for it.
    REQUIRE(plan.topology.synthetic);
    CHECK(plan.one_access == std::vector<bool>(2, false));
    RoutePairs routes{plan};
    for (std::size_t site = 0; site < 2; ++site) {
        for (std::size_t node = 0; node < plan.topology.nodes.size(); ++node) {
            const network::DisjointPaths& answer = routes.between(node, site);
            const network::DisjointPaths expected =
                network::disjoint_paths(plan.topology, node, plan.site_node[site], plan.delays);
            CHECK(answer.kind == expected.kind);
            CHECK(answer.shared == expected.shared);
            REQUIRE(answer.paths.has_value() == expected.paths.has_value());
            if (answer.paths) CHECK(answer.paths->second.links == expected.paths->second.links);
            CHECK(&routes.between(node, site) == &answer);
        }
    }
    CHECK(share_nothing(routes.between(plan.site_node[0], 0)));  // where it stands itself
    CHECK_THROWS_AS(routes.between(99, 0), std::out_of_range);
}

/// A ring west - nord - ost - rz, 113 km a side, and west - ost of 140 km across: each corner lies outside
/// the circle over the side between two others, so that all but the other diagonal are links of the Gabriel
/// graph.
constexpr const char* ring = R"(verbund: 1
title: Ring
horizon: {first: 2025, last: 2025}
milestones: [2025]
territory:
  administrations:
    west: {ags: "05162", at: {lat: 51.0, lon: 6.0}}
    ost: {ags: "05158", at: {lat: 51.0, lon: 8.0}, second_access: true}
    nord: {ags: "05166", at: {lat: 51.8, lon: 7.0}}
estate: {provider_share: 0 %}
centers:
  rz: {at: {lat: 50.2, lon: 7.0}, commissioned: 2020-01-01, rooms: {r1: {}}}
  twin: {at: {lat: 51.8, lon: 7.0}, commissioned: 2020-01-01, rooms: {r1: {}}}
moves: {alle: {who: all, to: rz, years: 2025}}
variants: {a: {}}
)";

TEST_CASE("in a synthetic network a second access tells whether one line is common to both routes",
          "[deploy]") {
    const study::StudySet set = test::read_text(ring);
    const study::Study& study = set.variants.front().study;
    const VariantDeployment variant = deploy(set, study);
    const NetworkPlan plan = plan_network(study, variant);
    RoutePairs routes{plan};
    for (std::size_t a = 0; a < variant.administrations.size(); ++a) {
        const std::size_t node = plan.administration_node[a];
        const network::DisjointPaths& pair = routes.between(node, 0);
        REQUIRE(pair.paths);
        const bool one_line = pair.paths->first.links.front() == pair.paths->second.links.front();
        CHECK(one_line == (variant.administrations[a].id != "ost"));
        // The first route is the shortest path, in either case.
        CHECK(pair.paths->first.one_way.in(seconds) == Approx(plan.trees[0].one_way_s[node]));
        CHECK(plan.one_access[a] == one_line);
        CHECK(pair.kind == (one_line ? network::PairKind::sharing : network::PairKind::disjoint));
        CHECK(pair.shared.empty() == !one_line);
        if (one_line) CHECK(network::only_access_link(pair, plan.topology, node));
        // On the ring itself nothing is shared: the line alone makes the difference.
        CHECK(network::disjoint_paths(plan.topology, node, plan.site_node[0], plan.delays).kind ==
              network::PairKind::disjoint);
    }
    // nord stands where the center twin does: no line at all.
    CHECK(routes.between(plan.administration_node[2], 1).kind != network::PairKind::sharing);
}

TEST_CASE("ducts longer than their link are refused", "[deploy]") {
    const study::StudySet set = test::read_text(
        test::replaced(test::drawn_links,
                       "  links:\n    stadt-1:", "  ducts: {d-1: {length: 50 km}}\n  links:\n    stadt-1:"));
    const study::Study& study = set.variants.front().study;
    const VariantDeployment variant = deploy(set, study);
    try {
        static_cast<void>(plan_network(study, variant));
        FAIL("50 km of duct in 11 km of link");
    } catch (const InvalidInput& error) {
        REQUIRE(error.mistakes().size() == 1);
        CHECK_THAT(to_string(error.mistakes().front()),
                   test::contains("network.links.knoten-rz-1.ducts: its ducts are 50.0 km long together, but "
                                  "the link 11."));
    }
}

}  // namespace
}  // namespace verbund::deploy
