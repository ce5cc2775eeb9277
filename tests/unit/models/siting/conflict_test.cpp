#include "models/siting/conflict.hpp"

#include <optional>

#include "tests/support/catch.hpp"

namespace verbund::siting {
namespace {

using Kind = SitingConflict::Kind;

template <class Value>
BySiteResource<Value> amounts(double it_kw, double racks, double storage_tb) {
    BySiteResource<Value> values;
    values[Resource::it_power] = it_kw;
    values[Resource::racks] = racks;
    values[Resource::storage] = storage_tb;
    return values;
}

SitingProblem possible_problem() {
    SitingProblem problem;
    problem.primaries = {{amounts<double>(50.0, 5.0, 100.0)}, {amounts<double>(80.0, 9.0, 200.0)}};
    using Limit = std::optional<double>;
    problem.candidates = {{1.0, amounts<Limit>(100.0, 10.0, 300.0)},
                          {1.0, amounts<Limit>(90.0, 20.0, 300.0)},
                          {1.0, amounts<Limit>(200.0, 20.0, 300.0)}};
    problem.pairs.assign(2, std::vector<SitePair>(3));
    problem.compatible.assign(3, std::vector<bool>(3, true));
    problem.sites = 2;
    return problem;
}

void set_incompatible(SitingProblem& problem, std::size_t a, std::size_t b) {
    problem.compatible[a][b] = problem.compatible[b][a] = false;
}

}  // namespace

TEST_CASE("a problem with a choice has no conflict", "[siting]") {
    CHECK_FALSE(explain_infeasible(possible_problem()));
}

TEST_CASE("a primary without an allowed candidate is named", "[siting]") {
    SitingProblem problem = possible_problem();
    for (SitePair& pair : problem.pairs[1]) pair.allowed = false;
    const auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::none_allowed);
    CHECK(conflict->primary == 1);
}

TEST_CASE("the resource that no allowed candidate has enough of is named with the largest", "[siting]") {
    SitingProblem problem = possible_problem();
    problem.primaries[1].need[Resource::racks] = 15.0;
    problem.candidates[1].limit[Resource::racks] = 12.0;
    problem.pairs[1][2].allowed = false;  // which has 20 racks
    const auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::too_small);
    CHECK(conflict->primary == 1);
    CHECK(conflict->resource == Resource::racks);
    CHECK(conflict->needed == 15.0);
    CHECK(conflict->largest == 12.0);
    CHECK(conflict->candidates == 2);
}

TEST_CASE("no resource is named where each candidate lacks another one", "[siting]") {
    SitingProblem problem = possible_problem();
    problem.candidates[0].limit[Resource::it_power] = 79.0;
    problem.candidates[1].limit[Resource::racks] = 8.0;
    problem.candidates[2].limit[Resource::storage] = 199.0;
    const auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::too_small);
    CHECK(conflict->primary == 1);
    CHECK_FALSE(conflict->resource);
    CHECK(conflict->candidates == 3);
}

TEST_CASE("too few candidates far enough apart are counted", "[siting]") {
    SitingProblem problem = possible_problem();
    problem.sites = 3;
    problem.primaries.push_back({amounts<double>(1.0, 1.0, 1.0)});
    problem.pairs.emplace_back(3);
    set_incompatible(problem, 0, 2);
    const auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::incompatible);
    CHECK(conflict->candidates == 3);
    CHECK(conflict->found == 2);
}

TEST_CASE("fewer candidates than sites are counted", "[siting]") {
    SitingProblem problem = possible_problem();
    problem.sites = 4;
    const auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::incompatible);
    CHECK(conflict->candidates == 3);
    CHECK(conflict->found == 3);
}

TEST_CASE("rules that fail only together say which one decides", "[siting]") {
    SitingProblem problem = possible_problem();
    problem.sites = 1;
    problem.candidates[2].limit[Resource::it_power] = 129.0;  // 50 + 80 kW in one place
    auto conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::together);
    CHECK(conflict->capacity_decides);
    CHECK_FALSE(conflict->spacing_decides);

    // Primary 0 is allowed in 0 only, primary 1 in 1 only; these two are too near to each other.
    problem = possible_problem();
    problem.pairs[0] = {{true, 0.0, 0.0}, {false, 0.0, 0.0}, {false, 0.0, 0.0}};
    problem.pairs[1] = {{false, 0.0, 0.0}, {true, 0.0, 0.0}, {false, 0.0, 0.0}};
    problem.candidates.push_back({1.0, {}});
    for (auto& row : problem.pairs) row.push_back({true, 0.0, 0.0});
    problem.primaries[0].need[Resource::it_power] =
        200.0;  // only candidate 3 has as much, and it is too near to candidate 1
    problem.compatible.assign(4, std::vector<bool>(4, true));
    problem.candidates[0].limit[Resource::it_power] = 200.0;
    problem.pairs[1][3].allowed = false;
    set_incompatible(problem, 0, 1);
    set_incompatible(problem, 3, 1);
    conflict = explain_infeasible(problem);
    REQUIRE(conflict);
    CHECK(conflict->kind == Kind::together);
    CHECK_FALSE(conflict->capacity_decides);
    CHECK(conflict->spacing_decides);
}

TEST_CASE("a search that stops without a choice claims no conflict of facts", "[siting]") {
    // Two sites of 7 kW for seven primaries of 2 kW: three in each at most, though shares would fill both.
    SitingProblem problem;
    problem.primaries.assign(7, {amounts<double>(2.0, 0.0, 0.0)});
    SiteCandidate of_7_kw{.fixed_eur = 1.0, .limit = {}};
    of_7_kw.limit[Resource::it_power] = 7.0;
    problem.candidates.assign(2, of_7_kw);
    problem.pairs.assign(7, std::vector<SitePair>(2));
    problem.sites = 2;
    SitingOptions one_node;
    one_node.search_nodes = 1;
    const auto stopped = explain_infeasible(problem, one_node);
    REQUIRE(stopped);
    CHECK(stopped->kind == Kind::not_found);
    const auto proven = explain_infeasible(problem);
    REQUIRE(proven);
    CHECK(proven->kind == Kind::together);
    CHECK(proven->capacity_decides);
}

}  // namespace verbund::siting
