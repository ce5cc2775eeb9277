#include "sim/events/latency/unloaded.hpp"

#include <algorithm>
#include <cmath>

#include "tests/support/catch.hpp"

using namespace verbund::events;

TEST_CASE("a transaction without drawn steps always takes the same time") {
    const UnloadedTime time{0.25F, {}};
    CHECK(mean_s(time) == Approx(0.25));
    for (const float q : middle_quantiles(time, 4)) CHECK(q == Approx(0.25));
}

TEST_CASE("quantiles of one exponential step are constant - mean ln(1 - p)") {
    const UnloadedTime time{1.0F, {0.0F, 2.0F, 0.0F, 0.0F}};
    const std::vector<float> q = middle_quantiles(time, 100);
    for (std::size_t i = 0; i < q.size(); ++i) {
        const double p = (static_cast<double>(i) + 0.5) / 100.0;
        CHECK(q[i] == Approx(1.0 - 2.0 * std::log(1.0 - p)).epsilon(1e-3));
    }
}

TEST_CASE("quantiles of two different exponential steps solve the hypoexponential distribution") {
    // P(T > t) = 2 exp(-t / 2) - exp(-t) for means 2 and 1.
    const std::vector<float> q = middle_quantiles({0.0F, {1.0F, 2.0F, 0.0F, 0.0F}}, 200);
    for (std::size_t i = 0; i < q.size(); ++i) {
        const double above = 2.0 * std::exp(-q[i] / 2.0) - std::exp(-static_cast<double>(q[i]));
        CHECK(1.0 - above == Approx((static_cast<double>(i) + 0.5) / 200.0).margin(3e-4));
    }
}

TEST_CASE("quantiles of four equal exponential steps solve the Erlang distribution") {
    // P(T > t) = exp(-t) (1 + t + t^2 / 2 + t^3 / 6); drawing the means apart must not show.
    const std::vector<float> q = middle_quantiles({0.0F, {1.0F, 1.0F, 1.0F, 1.0F}}, 100);
    for (std::size_t i = 0; i < q.size(); ++i) {
        const double t = q[i];
        const double above = std::exp(-t) * (1.0 + t + t * t / 2.0 + t * t * t / 6.0);
        CHECK(1.0 - above == Approx((static_cast<double>(i) + 0.5) / 100.0).margin(2e-3));
    }
}

TEST_CASE("quantiles average to the mean") {
    const UnloadedTime time{0.01F, {0.002F, 0.04F, 0.001F, 0.03F}};
    double sum = 0.0;
    const std::vector<float> q = middle_quantiles(time, 5000);
    for (const float value : q) sum += value;
    CHECK(sum / 5000.0 == Approx(mean_s(time)).epsilon(2e-3));
    CHECK(std::is_sorted(q.begin(), q.end()));
}

TEST_CASE("the length of a transaction is constant + sum of mean x draw") {
    // 1 + 2 x 0.5 + 3 x 1 + 4 x 0 + 5 x 2 = 15
    CHECK(length_s({1.0F, {2.0F, 3.0F, 4.0F, 5.0F}}, {0.5F, 1.0F, 0.0F, 2.0F}) == Approx(15.0));
}
