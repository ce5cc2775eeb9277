#include "sim/deploy/network_plan.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "models/network/disjoint.hpp"
#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

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

TEST_CASE("who has no link hangs on the nearest node of the network's file", "[deploy]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "net.gml",
                      "graph [ node [ id 0 label \"Frankfurt\" Latitude 50.11 Longitude 8.6 ]\n"
                      "node [ id 1 label \"Neuss\" Latitude 51.2 Longitude 6.6 ]\n"
                      "edge [ source 0 target 1 LinkSpeed 1 LinkSpeedUnits \"T\" ] ]");
    const study::StudySet set =
        read::read_study_text(read::starter_study() + "\nnetwork: {topology: given, file: net.gml}\n",
                              "graph.yaml", folder.path(), {});
    const study::Study& study = set.variants.front().study;
    const NetworkPlan plan = plan_network(study, deploy(set, study));
    const network::Topology& topology = plan.topology;
    // "Neuss" of the file is called like the administration, and is it; of the file's own nodes Frankfurt is
    // left, on which the two other administrations and the two centers hang.
    REQUIRE(topology.links.size() == 5);
    for (std::size_t l = 1; l < topology.links.size(); ++l)
        CHECK(topology.nodes[topology.links[l].to].id == "frankfurt");
    CHECK(topology.links[0].capacity == 1000.0 * gigabit_per_second);
    CHECK(std::count_if(topology.links.begin(), topology.links.end(),
                        [](const network::Link& link) { return link.access; }) == 3);
}

TEST_CASE("of several nodes of a file the nearest is taken", "[deploy]") {
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "net.gml",
                      "graph [ node [ id 0 label \"FRA\" Latitude 50.11 Longitude 8.6 ]\n"
                      "node [ id 1 label \"DUS\" Latitude 51.2 Longitude 6.6 ] edge [ source 0 target 1 ] ]");
    const study::StudySet set =
        read::read_study_text(read::starter_study() + "\nnetwork: {topology: given, file: net.gml}\n",
                              "graph.yaml", folder.path(), {});
    const study::Study& study = set.variants.front().study;
    const NetworkPlan plan = plan_network(study, deploy(set, study));
    for (const network::Link& link : plan.topology.links) {
        const std::string& from = plan.topology.nodes[link.from].id;
        if (from == "fra") continue;
        CHECK(plan.topology.nodes[link.to].id == (from == "south" ? "fra" : "dus"));
    }
}

}  // namespace
}  // namespace verbund::deploy
