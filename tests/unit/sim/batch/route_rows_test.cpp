#include "sim/batch/route_rows.hpp"

#include <string>
#include <vector>

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/batch/route_cut_rows.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"

namespace verbund::batch {
namespace {

/// The starter study on a ring neuss - north - south - neuss with two spurs.
std::string ring(bool with_ducts) {
    const std::string duct = with_ducts ? ", ducts: [d7]" : "";
    return "\nnetwork:\n  topology: given\n  links:\n    a: {from: neuss, to: north, length: 10 km" + duct +
           "}\n    b: {from: neuss, to: south, length: 20 km" + duct +
           "}\n    c: {from: north, to: south, length: 30 km}\n"
           "    d: {from: dormagen, to: neuss, length: 5 km}\n"
           "    e: {from: grevenbroich, to: neuss, length: 5 km}\n";
}

/// Rows of the starter's variant that moves everyone to north by 2026, with a warm backup site in south.
RouteRows all_rows_on(const std::string& network) {
    const study::StudySet set = read::read_study_text(read::starter_study() + network, "ring.yaml", ".", {});
    const study::Study& study = set.variants.back().study;
    const deploy::VariantDeployment variant = deploy::deploy(set, study);
    const deploy::NetworkPlan plan = deploy::plan_network(study, variant);
    deploy::RoutePairs routes{plan};
    return route_rows(
        plan, deploy::routes_in_use(study, variant, {&variant.phases.front(), &variant.phases.back()}),
        routes);
}

std::vector<outcome::RoutePair> rows_on(const std::string& network) { return all_rows_on(network).pairs; }

std::vector<std::string> kinds_of(const std::vector<outcome::RoutePair>& rows) {
    std::vector<std::string> kinds;
    kinds.reserve(rows.size());
    for (const outcome::RoutePair& row : rows)
        kinds.push_back(row.from + ">" + row.to + ": " + row.role + ", " + row.kind);
    return kinds;
}

TEST_CASE("every way in use has a row with what its two routes share", "[batch]") {
    // Links a and b leave neuss in one duct, so no pair from there or beyond is disjoint; between the centers
    // lie c, and a with b.
    const std::vector<outcome::RoutePair> rows = rows_on(ring(true));
    CHECK(kinds_of(rows) ==
          std::vector<std::string>{"dormagen>north: serves, sharing", "dormagen>south: backup, sharing",
                                   "grevenbroich>north: serves, sharing",
                                   "grevenbroich>south: backup, sharing", "neuss>north: serves, sharing",
                                   "neuss>south: backup, sharing", "north>south: replication, disjoint"});
    CHECK(rows[4].from_kind == "administration");
    CHECK(rows[6].from_kind == "center");
}

/// "neuss>north: duct d7, neuss-north, neuss-south"
std::vector<std::string> cuts_on(const std::string& network) {
    std::vector<std::string> told;
    for (const outcome::RouteCut& c : all_rows_on(network).cuts) {
        told.push_back(c.from + ">" + c.to + ": " + c.kind + " " + c.thing + ", " + c.end_a + "-" + c.end_b +
                       ", " + c.other_a + "-" + c.other_b);
        CHECK(c.separates);
        CHECK(c.proven);
    }
    return told;
}

TEST_CASE("what two routes share has a row, once for each two places", "[batch]") {
    // From the spurs both routes begin on their link d or e; its ends go without saying.
    CHECK(cuts_on(ring(true)) ==
          std::vector<std::string>{"dormagen>north: link d, dormagen-neuss, -",
                                   "dormagen>north: duct d7, neuss-north, neuss-south",
                                   "dormagen>south: link d, dormagen-neuss, -",
                                   "dormagen>south: duct d7, neuss-south, neuss-north",
                                   "grevenbroich>north: link e, grevenbroich-neuss, -",
                                   "grevenbroich>north: duct d7, neuss-north, neuss-south",
                                   "grevenbroich>south: link e, grevenbroich-neuss, -",
                                   "grevenbroich>south: duct d7, neuss-south, neuss-north",
                                   "neuss>north: duct d7, neuss-north, neuss-south",
                                   "neuss>south: duct d7, neuss-south, neuss-north"});
    CHECK(cuts_on(ring(false)) ==
          std::vector<std::string>{"dormagen>north: access d, dormagen-neuss, -",
                                   "dormagen>south: access d, dormagen-neuss, -",
                                   "grevenbroich>north: access e, grevenbroich-neuss, -",
                                   "grevenbroich>south: access e, grevenbroich-neuss, -"});
}

TEST_CASE("the ends of an access begin where the routes do", "[batch]") {
    std::string turned = ring(false);
    turned.replace(turned.find("{from: dormagen, to: neuss"), 26, "{from: neuss, to: dormagen");
    CHECK(cuts_on(turned).front() == "dormagen>north: access d, dormagen-neuss, -");
}

TEST_CASE("what a run tells already is left out", "[batch]") {
    network::Topology topology;
    topology.nodes = {{"a", {}, {}}, {"b", {}, {}}, {"c", {}, {}}};
    outcome::Run run;
    run.rows<outcome::RouteCut>().resize(1);
    run.rows<outcome::RouteCut>().front().variant = 1;
    run.rows<outcome::RouteCut>().front().from = "a";
    run.rows<outcome::RouteCut>().front().to = "b";
    const network::DisjointPaths none;  // unreachable
    RouteCutRows of_first{topology, run, 0};
    of_first.add(none, 0, 1);
    of_first.add(none, 0, 1);
    CHECK(of_first.take().size() == 1);
    RouteCutRows of_second{topology, run, 1};
    of_second.add(none, 0, 1);
    of_second.add(none, 0, 2);
    const std::vector<outcome::RouteCut> added = of_second.take();
    REQUIRE(added.size() == 1);
    CHECK(added.front().to == "c");
}

TEST_CASE("a network without ducts would look better than it is", "[batch]") {
    CHECK(kinds_of(rows_on(ring(false))) ==
          std::vector<std::string>{"dormagen>north: serves, one-access", "dormagen>south: backup, one-access",
                                   "grevenbroich>north: serves, one-access",
                                   "grevenbroich>south: backup, one-access", "neuss>north: serves, disjoint",
                                   "neuss>south: backup, disjoint", "north>south: replication, disjoint"});
}

TEST_CASE("round trips of both routes hold propagation, hops and gateways", "[batch]") {
    const std::vector<outcome::RoutePair> rows = rows_on(ring(true));
    // neuss to north by a: 2 (10 km x 4.9 us + 60 us + 2 x 400 us) = 1.818 ms
    CHECK(rows[4].first_ms == Approx(1.818));
    CHECK(rows[4].first_km == Approx(10.0));
    // by b and c: 2 (50 km x 4.9 us + 2 x 60 us + 2 x 400 us) = 2.33 ms
    CHECK(rows[4].second_ms == Approx(2.33));
    CHECK(rows[4].second_km == Approx(50.0));
    // dormagen: d on both, 5 km x 4.9 us + 60 us = 84.5 us one way
    CHECK(rows[0].first_ms == Approx(1.818 + 2.0 * 0.0845));
    CHECK(rows[0].second_km == Approx(55.0));
}

TEST_CASE("where there is only one route the second has no round trip", "[batch]") {
    const std::vector<outcome::RoutePair> rows = rows_on(
        "\nnetwork:\n  topology: given\n  links:\n    a: {from: neuss, to: north, length: 10 km}\n"
        "    c: {from: north, to: south, length: 30 km}\n"
        "    d: {from: dormagen, to: neuss, length: 5 km}\n"
        "    e: {from: grevenbroich, to: neuss, length: 5 km}\n");
    CHECK(rows[0].kind == "one-route");
    CHECK(rows[0].first_km == Approx(15.0));
    CHECK_FALSE(rows[0].second_ms == rows[0].second_ms);
    CHECK_FALSE(rows[0].second_km == rows[0].second_km);
    CHECK(rows[4].kind == "one-access");  // neuss hangs on a
}

}  // namespace
}  // namespace verbund::batch
