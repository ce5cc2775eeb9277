#include "sim/deploy/route_pairs.hpp"

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

TEST_CASE("pairs of routes are those of the search, and asking again gives the same one", "[deploy]") {
    const study::StudySet set = test::read_text(test::small_study);
    const study::Study& study = set.variants.front().study;
    const NetworkPlan plan = plan_network(study, set.catalog, deploy(set, study), set.horizon.first);
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

}  // namespace
}  // namespace verbund::deploy
