#include "sim/deploy/network_plan.hpp"

#include <string>
#include <vector>

#include "models/network/disjoint.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

/// The starter study on a ring neuss - north - south - neuss with two spurs.
constexpr const char* ring = R"(
network:
  topology: given
  links:
    a: {from: neuss, to: north, ducts: [d7]}
    b: {from: neuss, to: south, ducts: [d7, d8]}
    c: {from: north, to: south}
    d: {from: dormagen, to: neuss}
    e: {from: grevenbroich, to: neuss}
)";

TEST_CASE("the ducts of a study's links reach the network and prevent the pair of paths", "[deploy]") {
    const study::StudySet set = read::read_study_text(read::starter_study() + ring, "ring.yaml", ".", {});
    const study::Study& study = set.variants.front().study;
    const NetworkPlan plan = plan_network(study, deploy(set, study));
    REQUIRE(plan.topology.links.size() == 5);
    CHECK(plan.topology.links[0].ducts == std::vector<std::string>{"d7"});
    CHECK(plan.topology.links[1].ducts == std::vector<std::string>{"d7", "d8"});
    CHECK(plan.topology.links[2].ducts.empty());

    // Links a and b leave neuss in one duct, so its two ways to the center north are cut together.
    const network::Topology& topology = plan.topology;
    const network::DisjointPaths answer =
        network::disjoint_paths(topology, topology.links[0].from, topology.links[0].to, plan.delays);
    REQUIRE(answer.shared.size() == 1);
    CHECK(answer.shared.front().duct == "d7");
}

}  // namespace
}  // namespace verbund::deploy
