#include "models/facility/diurnal_curve.hpp"

#include <algorithm>
#include <numeric>

#include "tests/support/catch.hpp"

namespace verbund::facility {
namespace {

using test::Approx;

double mean_of(const std::array<double, 24>& curve) {
    return std::accumulate(curve.begin(), curve.end(), 0.0) / 24.0;
}

TEST_CASE("the daily curve is 0 at the coldest and 1 at the warmest hour", "[facility]") {
    const auto curve = diurnal_curve(5, 15, 0.47);
    CHECK(curve[5] == Approx(0.0).margin(1e-12));
    CHECK(curve[15] == Approx(1.0));
    CHECK(*std::ranges::min_element(curve) == Approx(0.0).margin(1e-12));
    CHECK(*std::ranges::max_element(curve) == Approx(1.0));
}

TEST_CASE("the daily curve has the wanted mean", "[facility]") {
    for (const double position : {0.40, 0.47, 0.50, 0.58})
        CHECK(mean_of(diurnal_curve(5, 15, position)) == Approx(position));
}

TEST_CASE("the daily curve rises up to the warmest hour and falls after it", "[facility]") {
    const auto curve = diurnal_curve(5, 15, 0.45);
    for (std::size_t hour = 5; hour < 15; ++hour) CHECK(curve[hour] < curve[hour + 1]);
    for (std::size_t hour = 15; hour < 23; ++hour) CHECK(curve[hour] > curve[hour + 1]);
    CHECK(curve[23] > curve[0]);
}

TEST_CASE("a mean out of reach bends the daily curve as far as it stays within 0 and 1", "[facility]") {
    const auto curve = diurnal_curve(5, 15, 0.9);
    CHECK(*std::ranges::max_element(curve) <= 1.0 + 1e-12);
    // mean of c + c (1 - c) with cosine flanks: 1/2 + 1/8
    CHECK(mean_of(curve) == Approx(0.625).margin(0.005));
}

}  // namespace
}  // namespace verbund::facility
