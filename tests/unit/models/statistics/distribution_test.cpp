#include "models/statistics/distribution.hpp"

#include <cmath>

#include "models/statistics/interval.hpp"
#include "models/statistics/sensitivity.hpp"
#include "tests/support/catch.hpp"

namespace verbund::statistics {
namespace {

using test::Approx;

TEST_CASE("quantiles of the distributions are those of their closed forms", "[statistics]") {
    CHECK(quantile_of(Uniform{2.0, 6.0}, 0.25) == Approx(3.0));
    // Left of the mode F = (x - a)^2 / ((b - a)(c - a)): 0.25 = x^2 / (4 x 1) at x = 1, which is the mode.
    CHECK(quantile_of(Triangular{0.0, 1.0, 4.0}, 0.25) == Approx(1.0));
    // Right of it 1 - F = (b - x)^2 / ((b - a)(b - c)): 0.12 = (4 - x)^2 / 12.
    CHECK(quantile_of(Triangular{0.0, 1.0, 4.0}, 0.88) == Approx(4.0 - std::sqrt(0.12 * 12.0)));
    CHECK(quantile_of(Triangular{1.0, 1.0, 2.0}, 0.75) == Approx(1.5));  // 1 - F = (2 - x)^2
    CHECK(quantile_of(Normal{10.0, 2.0}, 0.975) == Approx(10.0 + 2.0 * normal_97_5));
    CHECK(quantile_of(Normal{10.0, 2.0}, 0.5) == Approx(10.0));
    // 84.13 % is one standard deviation, which is a factor of the median.
    CHECK(quantile_of(Lognormal{20.0, 1.3}, 0.8413447460685429) == Approx(26.0));
    CHECK(quantile_of(Lognormal{20.0, 1.3}, 0.5) == Approx(20.0));
}

TEST_CASE("a share has Wilson's interval", "[statistics]") {
    // Worked example of Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
    // Medicine 17, 1998: 81 of 263 have 0.2553 to 0.3662, 0 of 20 have 0 to 0.1611, 1 of 29 0.0061 to 0.1718.
    CHECK(wilson_interval(81, 263).low == Approx(0.2553).margin(5e-5));
    CHECK(wilson_interval(81, 263).high == Approx(0.3662).margin(5e-5));
    CHECK(wilson_interval(0, 20).low == 0.0);
    CHECK(wilson_interval(0, 20).high == Approx(0.1611).margin(5e-5));
    CHECK(wilson_interval(1, 29).low == Approx(0.0061).margin(5e-5));
    CHECK(wilson_interval(1, 29).high == Approx(0.1718).margin(5e-5));
    CHECK(wilson_interval(0, 0).high == 1.0);
}

TEST_CASE("the interval of a share of whole hits is that of the hits", "[statistics]") {
    for (const std::size_t hits : {std::size_t{0}, std::size_t{1}, std::size_t{20}, std::size_t{29}}) {
        const double share = static_cast<double>(hits) / 29.0;
        CHECK(wilson_interval_of_share(share, 29).low == wilson_interval(hits, 29).low);
        CHECK(wilson_interval_of_share(share, 29).high == wilson_interval(hits, 29).high);
    }
    CHECK(wilson_interval_of_share(0.5, 0).high == 1.0);
}

TEST_CASE("a quantile lies between order statistics", "[statistics]") {
    CHECK(quantile({3.0, 1.0, 2.0}, 0.5) == 2.0);
    CHECK(quantile({4.0, 1.0, 2.0, 3.0}, 0.5) == 2.5);
    CHECK(quantile({10.0, 20.0}, 0.1) == Approx(11.0));
    CHECK(quantile({10.0, 20.0}, 1.0) == 20.0);
    CHECK(std::isnan(quantile({}, 0.5)));
}

}  // namespace
}  // namespace verbund::statistics
