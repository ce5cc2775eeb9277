#include "models/siting/pareto.hpp"

#include <limits>

#include "tests/support/catch.hpp"

namespace verbund::siting {
namespace {

Goal exact(double value) { return {value, value}; }

}  // namespace

TEST_CASE("what another option beats in one goal without loss in the others is off the front", "[siting]") {
    const std::vector<std::vector<Goal>> goals{{exact(1), exact(5)},
                                               {exact(2), exact(2)},
                                               {exact(2), exact(3)},    // worse than the second in one goal
                                               {exact(3), exact(2.5)},  // worse than the second in both
                                               {exact(9), exact(1)}};
    CHECK(non_dominated(goals) == std::vector<bool>{true, true, false, false, true});
    CHECK(dominates(goals[1], goals[2]));
    CHECK_FALSE(dominates(goals[2], goals[1]));
    CHECK_FALSE(dominates(goals[0], goals[1]));
}

TEST_CASE("equal options do not dominate each other", "[siting]") {
    const std::vector<Goal> row{exact(1), exact(2)};
    CHECK_FALSE(dominates(row, row));
    CHECK(non_dominated({row, row}) == std::vector<bool>{true, true});
    CHECK(non_dominated({}).empty());
}

TEST_CASE("an unknown goal is the worst, and no worse than another unknown one", "[siting]") {
    const Goal unknown = exact(std::numeric_limits<double>::quiet_NaN());
    CHECK(non_dominated({{exact(1), unknown}, {exact(1), exact(1e300)}}) == std::vector<bool>{false, true});
    CHECK(non_dominated({{exact(1), unknown}, {exact(2), unknown}}) == std::vector<bool>{true, false});
    CHECK(non_dominated({{exact(2), unknown}, {exact(1), unknown}}) == std::vector<bool>{false, true});
    CHECK(non_dominated({{unknown}, {unknown}}) == std::vector<bool>{true, true});
}

TEST_CASE("overlapping intervals count as equal, those apart do not", "[siting]") {
    const std::vector<Goal> cheap{{1.0, 1.0}, {4.0, 6.0}};
    const std::vector<Goal> overlapping{{2.0, 2.0}, {3.0, 5.0}};
    const std::vector<Goal> better{{2.0, 2.0}, {1.0, 3.0}};
    CHECK(non_dominated({cheap, overlapping}) == std::vector<bool>{true, false});
    CHECK(non_dominated({cheap, better}) == std::vector<bool>{true, true});
    CHECK_FALSE(dominates({{1.0, 2.0}}, {{2.0, 3.0}}));  // they touch
}

TEST_CASE("options that dominate each other in a circle stay on the front together", "[siting]") {
    const Goal low{0.0, 1.0};
    const Goal high{2.0, 3.0};
    const Goal wide{0.0, 3.0};
    // The first dominates the second by goal 1, the second the third by goal 2, the third the first by
    // goal 3.
    const std::vector<Goal> a{low, wide, high};
    const std::vector<Goal> b{high, low, wide};
    const std::vector<Goal> c{wide, high, low};
    REQUIRE(dominates(a, b));
    REQUIRE(dominates(b, c));
    REQUIRE(dominates(c, a));
    CHECK(non_dominated({a, b, c}) == std::vector<bool>{true, true, true});
    const std::vector<Goal> worst{{9.0, 9.0}, {9.0, 9.0}, {9.0, 9.0}};
    CHECK(non_dominated({worst, a, b, c}) == std::vector<bool>{false, true, true, true});
}

}  // namespace verbund::siting
