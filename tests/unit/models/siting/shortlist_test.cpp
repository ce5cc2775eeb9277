#include "models/siting/shortlist.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::siting {
namespace {

using test::Approx;
using Sites = std::vector<std::size_t>;

/// Candidates with these fixed costs, and no other cost, limit or delay.
SitingProblem problem_of(std::size_t primaries, const std::vector<double>& fixed_eur, int sites) {
    SitingProblem problem;
    problem.primaries.resize(primaries);
    for (const double cost : fixed_eur) problem.candidates.push_back({cost, {}});
    problem.pairs.assign(primaries, std::vector<SitePair>(fixed_eur.size()));
    problem.sites = sites;
    return problem;
}

std::vector<Sites> sets_of(const std::vector<SiteChoice>& choices) {
    std::vector<Sites> sets;
    for (const SiteChoice& choice : choices) sets.push_back(choice.sites);
    return sets;
}

void set_compatible(SitingProblem& problem, bool value) {
    const std::size_t places = problem.candidates.size();
    problem.compatible.assign(places, std::vector<bool>(places, value));
}

}  // namespace

TEST_CASE("the cheapest pair of sites pays its fixed costs and each primary's cheaper link", "[siting]") {
    SitingProblem problem = problem_of(2, {100.0, 80.0, 90.0}, 2);
    problem.pairs = {{{true, 10.0, 2.0}, {true, 50.0, 3.0}, {true, 30.0, 4.0}},
                     {{true, 40.0, 5.0}, {true, 20.0, 6.0}, {true, 25.0, 7.0}}};
    const auto best = best_choices(problem, SitingGoal::cost, 9);
    // {0, 1}: 180 + 10 + 20 = 210; {0, 2}: 190 + 10 + 25 = 225; {1, 2}: 170 + min(30 + 20, 50 + 25) = 220.
    REQUIRE(sets_of(best) == std::vector<Sites>{{0, 1}, {1, 2}, {0, 2}});
    CHECK(best[0].cost_eur == Approx(210.0));
    CHECK(best[1].cost_eur == Approx(220.0));
    CHECK(best[2].cost_eur == Approx(225.0));
    CHECK(best[0].backup_of == Sites{0, 1});
    CHECK(best[1].backup_of == Sites{2, 1});
    CHECK(best[1].holds == std::vector<Sites>{{1}, {0}});
    CHECK(best[0].failover_ms == Approx((2.0 + 6.0) / 2.0));
    CHECK(best[0].proven);
}

TEST_CASE("failover latency counts by workplaces", "[siting]") {
    SitingProblem problem = problem_of(2, {0.0, 0.0}, 1);
    problem.primaries[0].workplaces = 3.0;
    problem.pairs = {{{true, 0.0, 4.0}, {true, 0.0, 8.0}}, {{true, 0.0, 12.0}, {true, 0.0, 2.0}}};
    const auto best = best_choices(problem, SitingGoal::latency, 2);
    // Unweighted the second is nearer (16 against 10 ms); weighted 3 x 4 + 12 = 24 against 3 x 8 + 2 = 26.
    REQUIRE(sets_of(best) == std::vector<Sites>{{0}, {1}});
    CHECK(best[0].failover_ms == Approx(24.0 / 4.0));
    CHECK(best[1].failover_ms == Approx(26.0 / 4.0));
}

TEST_CASE("a standby for all at once needs the sum, a shared one the greatest", "[siting]") {
    SitingProblem problem = problem_of(2, {0.0}, 1);
    problem.primaries[0].need[Resource::it_power] = 60.0;
    problem.primaries[1].need[Resource::it_power] = 70.0;
    problem.candidates[0].limit[Resource::it_power] = 100.0;
    CHECK(best_choices(problem, SitingGoal::cost, 1).empty());
    problem.shared_standby = true;
    CHECK(best_choices(problem, SitingGoal::cost, 1).size() == 1);
    problem.candidates[0].limit[Resource::it_power] = 69.0;
    CHECK(best_choices(problem, SitingGoal::cost, 1).empty());
}

TEST_CASE("each of power, racks and storage limits a site, to the last unit", "[siting]") {
    const auto resource = GENERATE(Resource::it_power, Resource::racks, Resource::storage);
    SitingProblem problem = problem_of(2, {0.0}, 1);
    const auto set = [&](double first, double second, double limit) {
        problem.primaries[0].need[resource] = first;
        problem.primaries[1].need[resource] = second;
        problem.candidates[0].limit[resource] = limit;
    };
    set(0.1, 0.2, 0.3);  // their sum is a little above 0.3 in binary
    CHECK(best_choices(problem, SitingGoal::cost, 1).size() == 1);
    set(0.1 + 0.2, 0.0, 0.3);
    CHECK(best_choices(problem, SitingGoal::cost, 1).size() == 1);
    set(0.1, 0.2, 0.2999);
    CHECK(best_choices(problem, SitingGoal::cost, 1).empty());
    set(0.0, 0.0, 0.0);
    CHECK(best_choices(problem, SitingGoal::cost, 1).size() == 1);
}

TEST_CASE("a site that no primary needs is not chosen although it is cheap", "[siting]") {
    SitingProblem problem = problem_of(2, {10.0, 0.0, 30.0}, 2);
    problem.pairs[0][1].allowed = false;
    problem.pairs[1][1].allowed = false;
    const auto best = best_choices(problem, SitingGoal::cost, 5);
    REQUIRE(sets_of(best) == std::vector<Sites>{{0, 2}});
    CHECK(best[0].holds[0].size() == 1);  // as many primaries as sites: each serves one
    CHECK(best[0].holds[1].size() == 1);
}

TEST_CASE("with more sites than primaries every site holds a copy and the nearest takes over", "[siting]") {
    SitingProblem problem = problem_of(1, {100.0, 100.0, 100.0}, 2);
    problem.primaries[0].need[Resource::racks] = 5.0;
    problem.candidates[0].limit[Resource::racks] = 4.0;
    problem.pairs[0] = {{true, 1.0, 1.0}, {true, 7.0, 9.0}, {true, 20.0, 3.0}};
    const auto best = best_choices(problem, SitingGoal::latency, 5);
    REQUIRE(sets_of(best) == std::vector<Sites>{{1, 2}});  // candidate 0 has too few racks
    CHECK(best[0].backup_of == Sites{2});
    CHECK(best[0].holds == std::vector<Sites>{{0}, {0}});
    CHECK(best[0].cost_eur == Approx(200.0 + 7.0 + 20.0));
    CHECK(best[0].failover_ms == Approx(3.0));
}

TEST_CASE("sites that are too near to each other are not chosen together", "[siting]") {
    SitingProblem problem = problem_of(2, {1.0, 2.0, 4.0, 8.0}, 2);
    set_compatible(problem, true);
    problem.compatible[0][1] = problem.compatible[1][0] = false;
    problem.compatible[0][2] = problem.compatible[2][0] = false;
    problem.compatible[1][2] = problem.compatible[2][1] = false;
    // Of 0, 1 and 2 at most one, so candidate 3 is always in.
    CHECK(sets_of(best_choices(problem, SitingGoal::cost, 9)) == std::vector<Sites>{{0, 3}, {1, 3}, {2, 3}});
}

TEST_CASE("ties of a goal go to what is better in the other", "[siting]") {
    SitingProblem problem = problem_of(1, {30.0, 10.0, 20.0}, 1);
    for (SitePair& pair : problem.pairs[0]) pair.failover_ms = 5.0;
    CHECK(sets_of(best_choices(problem, SitingGoal::latency, 2)) == std::vector<Sites>{{1}, {2}});
}

TEST_CASE("the shortlist is the cheapest half and then the nearest, without repeats", "[siting]") {
    SitingProblem problem = problem_of(1, {1.0, 2.0, 3.0, 4.0, 5.0}, 1);
    problem.pairs[0][0].failover_ms = 2.0;
    problem.pairs[0][1].failover_ms = 9.0;
    problem.pairs[0][2].failover_ms = 8.0;
    problem.pairs[0][3].failover_ms = 1.0;
    problem.pairs[0][4].failover_ms = 3.0;
    // By latency 3, 0 (listed), 4, 2, 1 (listed).
    CHECK(sets_of(shortlist(problem, 4)) == std::vector<Sites>{{0}, {1}, {3}, {4}});
    CHECK(sets_of(shortlist(problem, 99)) == std::vector<Sites>{{0}, {1}, {2}, {3}, {4}});
    CHECK(sets_of(shortlist(problem, 1)) == std::vector<Sites>{{0}});
    CHECK(shortlist(problem, 0).empty());
}

TEST_CASE("a set of sites is listed twice if the goals assign it differently", "[siting]") {
    SitingProblem problem = problem_of(2, {0.0, 0.0}, 2);
    problem.pairs = {{{true, 1.0, 9.0}, {true, 5.0, 1.0}}, {{true, 5.0, 1.0}, {true, 1.0, 9.0}}};
    const auto list = shortlist(problem, 4);
    REQUIRE(list.size() == 2);
    CHECK(list[0].backup_of == Sites{0, 1});
    CHECK(list[1].backup_of == Sites{1, 0});
}

TEST_CASE("a capacity that only shares of a standby could fill is too small", "[siting]") {
    // Two sites of 7 kW for seven primaries of 2 kW: three in each at most.
    SitingProblem problem = problem_of(7, {3.0, 5.0}, 2);
    for (SitePrimary& primary : problem.primaries) primary.need[Resource::it_power] = 2.0;
    for (SiteCandidate& candidate : problem.candidates) candidate.limit[Resource::it_power] = 7.0;
    CHECK(best_choices(problem, SitingGoal::cost, 1).empty());
    problem.candidates[1].limit[Resource::it_power] = 8.0;
    const auto best = best_choices(problem, SitingGoal::cost, 1);
    REQUIRE(best.size() == 1);
    CHECK(best[0].holds[0].size() == 3);
    CHECK(best[0].holds[1].size() == 4);
}

TEST_CASE("a problem whose sizes do not match is refused", "[siting]") {
    SitingProblem problem = problem_of(1, {1.0, 2.0}, 1);
    const auto refused = [](const SitingProblem& wrong) {
        CHECK_THROWS_AS(best_choices(wrong, SitingGoal::cost, 1), std::invalid_argument);
        CHECK_THROWS_AS(shortlist(wrong, 1), std::invalid_argument);
    };
    SitingProblem wrong = problem;
    wrong.pairs[0].pop_back();
    refused(wrong);
    wrong = problem;
    wrong.compatible = {{true}};
    refused(wrong);
    wrong = problem;
    wrong.sites = 0;
    refused(wrong);
    wrong = problem;
    wrong.primaries.clear();
    wrong.pairs.clear();
    refused(wrong);
}

}  // namespace verbund::siting
