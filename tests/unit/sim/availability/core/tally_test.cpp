#include "sim/availability/core/tally.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

using test::Approx;

void add(Tally& tally, double length_h, double weight, bool own_rate) {
    tally.add_outage(length_h, LengthHistogram::bin_of(length_h), weight, own_rate);
}

TEST_CASE("outages count with their weight, by length", "[availability]") {
    // Half an hour (weight 2), 2 h (1), 10 h (0.5) and 30 h (0.25) in 4 years.
    Tally tally{1};
    add(tally, 0.5, 2.0, true);
    add(tally, 2.0, 1.0, true);
    add(tally, 10.0, 0.5, true);
    add(tally, 30.0, 0.25, true);
    const Estimate e = tally.estimate(4);
    CHECK(e.outages == Approx(3.75 / 4.0));
    CHECK(e.over_1_h == Approx(1.75 / 4.0));
    CHECK(e.over_8_h == Approx(0.75 / 4.0));
    CHECK(e.over_24_h == Approx(0.25 / 4.0));
}

TEST_CASE("the interval is that of the mean, not of single years", "[availability]") {
    // 0, 2, 4 and 6 h: mean 3 h, variance (9 + 1 + 1 + 9) / 3, standard error sqrt(20 / 3 / 4) = 1.291 h.
    Tally first{1};
    first.add_year(0.0);
    first.add_year(6.0);
    Tally tally{1};
    tally.add_year(2.0);
    tally.add_year(4.0);
    tally.merge(first);
    const Estimate e = tally.estimate(4);
    CHECK(e.downtime_h == Approx(3.0));
    CHECK(e.standard_error_h == Approx(std::sqrt(20.0 / 12.0)));
    CHECK(e.low_h == Approx(3.0 - 1.96 * 1.291).epsilon(1e-3));
    CHECK(e.high_h == Approx(3.0 + 1.96 * 1.291).epsilon(1e-3));
}

}  // namespace
}  // namespace verbund::availability
