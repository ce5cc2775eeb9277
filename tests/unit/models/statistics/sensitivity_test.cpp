#include "models/statistics/sensitivity.hpp"

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include "models/statistics/design.hpp"
#include "tests/support/catch.hpp"

namespace verbund::statistics {
namespace {

using Model = std::function<double(const Point&)>;

std::vector<Sensitivity> found(const Model& model, std::size_t count, std::size_t coordinates,
                               Sequence sequence = Sequence::sobol) {
    std::vector<double> outcomes;
    for (const Point& p : sensitivity_design(sequence, count, coordinates, 11)) outcomes.push_back(model(p));
    return sensitivities(outcomes, coordinates);
}

/// Ishigami and Homma, An importance quantification technique in uncertainty analysis, 1990: a = 7, b = 0.1.
double ishigami(const Point& p) {
    const auto angle = [](double u) { return std::numbers::pi * (2.0 * u - 1.0); };
    const double first = std::sin(angle(p[0]));
    return first + 7.0 * std::pow(std::sin(angle(p[1])), 2) + 0.1 * std::pow(angle(p[2]), 4) * first;
}

void check_share(const Share& share, double truth) {
    CHECK(share.value == test::Approx(truth).margin(0.02));
    CHECK(share.low <= truth + 0.01);
    CHECK(truth <= share.high + 0.01);
}

TEST_CASE("indices of the Ishigami function are those of its closed form", "[statistics]") {
    // Variance 13.8446: first order 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437.
    const std::vector<Sensitivity> of = found(ishigami, 4096, 3);
    check_share(of[0].first_order, 0.3139);
    check_share(of[1].first_order, 0.4424);
    check_share(of[2].first_order, 0.0);
    check_share(of[0].total, 0.5576);
    check_share(of[1].total, 0.4424);
    check_share(of[2].total, 0.2437);
}

TEST_CASE("of a linear model each coordinate carries the square of its weight", "[statistics]") {
    // Weights 1, 2, 3: shares 1/14, 4/14, 9/14, the same in total as alone.
    const std::vector<Sensitivity> of =
        found([](const Point& p) { return p[0] + 2.0 * p[1] + 3.0 * p[2] + 100.0; }, 4096, 3);
    for (std::size_t k = 0; k < 3; ++k) {
        const double truth = static_cast<double>((k + 1) * (k + 1)) / 14.0;
        check_share(of[k].first_order, truth);
        check_share(of[k].total, truth);
    }
}

TEST_CASE("an estimator that forgets the interactions would not pass for the total index", "[statistics]") {
    // Twin: first order in place of total; of the third input of Ishigami 0 in place of 0.2437.
    const std::vector<Sensitivity> of = found(ishigami, 4096, 3);
    CHECK(std::abs(of[2].first_order.value - 0.2437) > 0.2);
}

TEST_CASE("intervals hold the truth about as often as they say", "[statistics]") {
    // 200 small designs of independent points of a sum of two normals-like inputs; share of the first: 0.2.
    int held = 0;
    constexpr int repeats = 200;
    for (std::uint64_t r = 0; r < repeats; ++r) {
        std::vector<double> outcomes;
        for (const Point& p : sensitivity_design(Sequence::random, 64, 2, 1000 + r))
            outcomes.push_back(p[0] + 2.0 * p[1]);
        const Share share = sensitivities(outcomes, 2).front().first_order;
        held += share.low <= 0.2 && 0.2 <= share.high ? 1 : 0;
    }
    CHECK(held >= static_cast<int>(0.9 * repeats));
}

TEST_CASE("what does not vary has no shares, and too few outcomes are refused", "[statistics]") {
    CHECK(std::isnan(found([](const Point&) { return 3.0; }, 16, 2).front().total.value));
    // The second input does nothing: nothing is left while it is unknown.
    const std::vector<Sensitivity> of = found([](const Point& p) { return p[0]; }, 64, 2);
    CHECK(of[1].total.value == test::Approx(0.0).margin(1e-12));
    CHECK_THROWS_AS(sensitivities(std::vector<double>(15, 1.0), 3), std::invalid_argument);
    CHECK_THROWS_AS(sensitivities(std::vector<double>(21, 1.0), 3), std::invalid_argument);
}

TEST_CASE("a quantile among infinite values is infinite from where they begin", "[statistics]") {
    constexpr double never = std::numeric_limits<double>::infinity();
    const std::vector<double> values{never, 1.0, 2.0, never, 3.0};
    CHECK(quantile(values, 0.0) == 1.0);
    CHECK(quantile(values, 0.5) == 3.0);
    CHECK(quantile(values, 0.4) == test::Approx(2.6));
    CHECK(quantile(values, 0.6) == never);
    CHECK(quantile(values, 0.75) == never);
    CHECK(quantile(values, 0.9) == never);
}

}  // namespace
}  // namespace verbund::statistics
