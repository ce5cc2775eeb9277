#include "models/optimisation/program.hpp"

#include "tests/support/catch.hpp"

namespace verbund::optimisation {
namespace {

/// Items of value and weight in a sack that holds 10: 60/6, 50/5, 50/5; the relaxation takes the first and
/// four fifths of another (100), whole items take the two of 5 (100 as well), or the first alone (60).
Program knapsack(bool whole) {
    Program program;
    std::vector<Program::Term> weights;
    const std::vector<std::pair<double, double>> items{{66.0, 6.0}, {50.0, 5.0}, {50.0, 5.0}};
    for (const auto& [value, weight] : items)
        weights.push_back({program.add_column({.cost = -value / 100.0, .whole = whole}), weight});
    program.add_row(0.0, weights, 10.0);
    return program;
}

double value_of(const Program::Answer& answer) {
    return 66.0 * answer.values.at(0) + 50.0 * answer.values.at(1) + 50.0 * answer.values.at(2);
}

TEST_CASE("a knapsack of whole items holds the best set, not the best ratio", "[optimisation]") {
    // relaxed: 66 + 4/5 x 50 = 106; whole: 50 + 50 = 100, since 66 leaves room for nothing else
    const Program::Answer relaxed = knapsack(false).solve({});
    CHECK(value_of(relaxed) == Approx(106.0));
    for (const bool covers : {false, true}) {
        const Program::Answer best = knapsack(true).solve({.knapsack_covers = covers});
        CHECK(best.proven);
        CHECK(value_of(best) == Approx(100.0));
        CHECK(best.values[0] == Approx(0.0).margin(1e-7));
    }
}

TEST_CASE("a bound on the cost leaves out what is no better", "[optimisation]") {
    CHECK_FALSE(knapsack(true).solve({.below = -0.99}).values.empty());
    CHECK(knapsack(true).solve({.below = -1.01}).values.empty());
}

TEST_CASE("rows that contradict each other have no solution, and that is proven", "[optimisation]") {
    Program program;
    const int a = program.add_column({.cost = 1.0});
    const int b = program.add_column({.cost = 1.0});
    program.add_row(2.0, {{a, 1.0}, {b, 1.0}}, Program::no_limit);
    program.add_row(-Program::no_limit, {{a, 1.0}, {b, 1.0}}, 1.0);
    const Program::Answer answer = program.solve({});
    CHECK(answer.values.empty());
    CHECK(answer.proven);
}

TEST_CASE("columns keep their bounds", "[optimisation]") {
    Program program;
    program.add_column({.cost = -1.0, .upper = 3.0});
    program.add_column({.cost = 1.0, .lower = 2.0, .upper = 5.0});
    program.add_row(-Program::no_limit, {{0, 1.0}}, 2.5);
    const Program::Answer answer = program.solve({});
    CHECK(answer.values.at(0) == Approx(2.0));  // whole, below 2.5
    CHECK(answer.values.at(1) == Approx(2.0));
}

}  // namespace
}  // namespace verbund::optimisation
