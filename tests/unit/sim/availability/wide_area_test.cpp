#include "sim/availability/wide_area.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "tests/support/catch.hpp"

namespace verbund::availability {
namespace {

constexpr double rate = 0.005;

double rate_of(const std::vector<AreaEvents>& events, std::size_t place) {
    double sum = 0.0;
    for (const AreaEvents& e : events)
        if (std::count(e.places.begin(), e.places.end(), place) != 0) sum += e.per_year;
    return sum;
}

double common_rate(const std::vector<AreaEvents>& events) {
    double sum = 0.0;
    for (const AreaEvents& e : events)
        if (e.places.size() == 2) sum += e.per_year;
    return sum;
}

std::vector<AreaEvents> pair_at(double km) {
    return area_events({{51.0, 7.0}, {51.0 + km / 111.2, 7.0}}, rate, 30.0 * kilometre);
}

TEST_CASE("every place is hit at the stated rate, whatever stands near it", "[availability]") {
    const auto events =
        area_events({{51.0, 7.0}, {51.05, 7.1}, {51.2, 7.0}, {53.0, 10.0}}, rate, 30.0 * kilometre);
    for (std::size_t i = 0; i < 4; ++i) CHECK(rate_of(events, i) == Approx(rate));
}

TEST_CASE("the common share of two places is the overlap of their discs", "[availability]") {
    // Lens of two discs of radius R at distance d: (2 acos(x) - 2 x sqrt(1 - x^2)) / pi, x = d / (2 R).
    CHECK(common_rate(pair_at(0.0)) == Approx(rate));
    for (const double km : {5.0, 10.0, 20.0}) {
        const double x = km / 30.0;
        const double lens = (2.0 * std::acos(x) - 2.0 * x * std::sqrt(1.0 - x * x)) / std::numbers::pi;
        CHECK(common_rate(pair_at(km)) / rate == Approx(lens).margin(0.08));  // a grid of 28 points per disc
    }
    CHECK(common_rate(pair_at(31.0)) == 0.0);
}

TEST_CASE("sites at one place share every event, whatever stands near them", "[availability]") {
    // A third place 5 km away, whose discs count differently on the grid; and the same in any order.
    const Place twin{51.0, 7.0};
    for (const double km : {3.0, 5.0, 8.0, 12.0}) {
        const Place third{51.0 + km / 111.2, 7.0};
        for (const std::vector<Place>& places :
             {std::vector<Place>{twin, twin, third}, std::vector<Place>{third, twin, twin}}) {
            const auto events = area_events(places, rate, 30.0 * kilometre);
            double alone = 0.0;
            for (const AreaEvents& e : events) {
                const bool first = std::count(e.places.begin(), e.places.end(), 1) != 0;
                const std::size_t other = places[0] == twin ? 0 : 2;
                const bool second = std::count(e.places.begin(), e.places.end(), other) != 0;
                if (first != second) alone += e.per_year;
            }
            CHECK(alone == 0.0);
            for (std::size_t i = 0; i < 3; ++i) CHECK(rate_of(events, i) == Approx(rate));
        }
    }
    CHECK(common_rate(pair_at(0.5)) == Approx(rate));  // nearer than the grid can tell
}

TEST_CASE("without reach nothing is shared", "[availability]") {
    const auto events = area_events({{51.0, 7.0}, {51.0, 7.0}}, rate, 0.0 * kilometre);
    REQUIRE(events.size() == 2);
    CHECK(events[0].per_year == Approx(rate));
}

}  // namespace
}  // namespace verbund::availability
