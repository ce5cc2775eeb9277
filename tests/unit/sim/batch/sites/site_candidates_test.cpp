#include "sim/batch/sites/site_candidates.hpp"

#include <algorithm>

#include "models/base/diagnostics.hpp"
#include "models/network/topology.hpp"
#include "scenarios/study/field.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::batch {
namespace {

constexpr Place neuss{51.20, 6.69};  // center "north" of the starter study

study::SiteCandidate place(const std::string& id, double latitude, double longitude) {
    study::SiteCandidate candidate;
    candidate.id = candidate.name = id;
    candidate.at = {latitude, longitude};
    return candidate;
}

/// The starter study's shared variant with one primary of 10 kW, 2 racks and 5 TB, and one town of 100 seats.
SiteQuestion one_primary() {
    SiteQuestion question;
    question.set = &test::starter_set();
    question.study = test::starter_set().variants[1].study;
    question.year = 2030;
    question.commissioned = {2025, 1, 1};
    PrimarySite primary;
    primary.id = "north";
    primary.name = "Shared center north";
    primary.at = neuss;
    primary.need[Resource::it_power] = 10.0;
    primary.need[Resource::racks] = 2.0;
    primary.need[Resource::storage] = 5.0;
    primary.cost_eur = 1000.0;
    primary.workplaces = 100.0;
    question.primaries = {primary};
    question.places = {{0, neuss, 100.0}};
    return question;
}

TEST_CASE("the shortest round trip is propagation over the usual detour, a hop and two gateways each way",
          "[sites]") {
    study::Network network;  // 1.5, 4.9 us/km, 60 us, 400 us
    const Place south{52.20, 6.69};
    const double km = network::great_circle(neuss, south).in(kilometre);
    // 2 (1.5 km 4.9 us + 60 us + 2 x 400 us)
    CHECK(direct_round_trip(network, neuss, south).in(milliseconds) ==
          Approx(2.0 * (1.5 * km * 4.9 + 60.0 + 800.0) / 1000.0));
}

TEST_CASE("a candidate is allowed from the least distance on", "[sites]") {
    const SiteQuestion question = one_primary();
    const std::vector<study::SiteCandidate> candidates{place("koeln", 50.94, 6.96),
                                                       place("kassel", 51.31, 9.49)};
    const siting::SitingProblem problem = siting_problem(question, candidates, {});
    CHECK_FALSE(problem.pairs[0][0].allowed);  // 35 km
    CHECK(problem.pairs[0][1].allowed);        // 195 km
    const auto rows = left_out_by_rule(question, candidates, problem, {});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].site == "koeln");
    CHECK(rows[0].criterion == "distance");
    CHECK(rows[0].value == Approx(network::great_circle(neuss, {50.94, 6.96}).in(kilometre)));
    CHECK(rows[0].limit == Approx(100.0));
    CHECK(rows[0].primary == "north");
}

TEST_CASE("where synchronous replication is asked for, the round trip rules out what is too far", "[sites]") {
    SiteQuestion question = one_primary();
    question.primaries[0].rule.replication = continuity::ReplicationMode::synchronous;
    // 5 ms leave (2.5 - 0.86) ms / (4.9 us x 1.5) = 223 km
    const std::vector<study::SiteCandidate> candidates{place("kassel", 51.31, 9.49),
                                                       place("muenchen", 48.14, 11.58)};
    const siting::SitingProblem problem = siting_problem(question, candidates, {});
    CHECK(problem.pairs[0][0].allowed);
    CHECK_FALSE(problem.pairs[0][1].allowed);
    CHECK(left_out_by_rule(question, candidates, problem, {}).at(0).criterion == "round-trip");
    question.primaries[0].replication_open = true;  // then it is asynchronous where it must be
    CHECK(siting_problem(question, candidates, {}).pairs[0][1].allowed);
}

TEST_CASE("the model's cost is the standby's without a line plus two lines", "[sites]") {
    SiteQuestion question = one_primary();
    question.study.prices = {{"ethernet-1-gbit", "1000000 EUR/a"}, {"ethernet-10-gbit", "1000000 EUR/a"}};
    const std::vector<study::SiteCandidate> candidates{place("kassel", 51.31, 9.49)};
    const siting::SitingProblem problem = siting_problem(question, candidates, {});
    const double km = network::great_circle(neuss, candidates[0].at).in(kilometre);
    // Beyond 80 km a wavelength of 24,000 EUR and 100 EUR per km of air line a year (A), with 19 % tax.
    CHECK(problem.pairs[0][0].cost_eur == Approx(1000.0 + 1.19 * 2.0 * (24'000.0 + km * 100.0)));
    CHECK(problem.primaries[0].need[Resource::it_power] == Approx(10.0));
}

TEST_CASE("sites that share the load of one primary each hold their part", "[sites]") {
    const SiteQuestion question = one_primary();
    SiteOrder order;
    order.sites = 2;
    const siting::SitingProblem problem =
        siting_problem(question, {place("a", 51.31, 9.49), place("b", 48.14, 11.58)}, order);
    CHECK(problem.primaries[0].need[Resource::it_power] == Approx(5.0));
    CHECK(problem.primaries[0].need[Resource::storage] == Approx(2.5));
    CHECK(problem.compatible[0][1]);
}

TEST_CASE("a candidate without room for the smallest standby is left out, with the resource", "[sites]") {
    const SiteQuestion question = one_primary();
    study::SiteCandidate small = place("eng", 50.0, 12.0);
    small.it_power = 9.0 * kilowatt;
    const std::vector<study::SiteCandidate> candidates{small};
    const siting::SitingProblem problem = siting_problem(question, candidates, {});
    const auto rows = left_out_by_rule(question, candidates, problem, {});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].criterion == "capacity");
    CHECK(rows[0].binding == Resource::it_power);
    CHECK(rows[0].value == Approx(10.0));
    CHECK(rows[0].limit == Approx(9.0));
    CHECK(rows[0].unit == "kW");
    CHECK_THROWS_WITH(refuse_contradiction(question, candidates, problem, {}),
                      test::contains("10.0 kW of IT power it needs (the largest has 9.0 kW)"));
}

TEST_CASE("without a table, seats of districts and the study's other centers are candidates", "[sites]") {
    const std::vector<study::SiteCandidate> candidates = usual_candidates(one_primary());
    const auto named = [&](const std::string& id) {
        return std::find_if(candidates.begin(), candidates.end(), [&](const auto& c) { return c.id == id; });
    };
    REQUIRE(named("south") != candidates.end());
    CHECK(named("south")->existing);
    CHECK(named("north") == candidates.end());
    CHECK(named("rz-muenchen") != candidates.end());
    CHECK(named("rz-neuss") == candidates.end());  // the primary stands there
    CHECK(candidates.size() > 300);
    for (const study::SiteCandidate& c : candidates) {
        CAPTURE(c.id);
        CHECK_FALSE(study::check_key(study::KeyRule::site, c.id));
    }
}

}  // namespace
}  // namespace verbund::batch
