#include "models/siting/hazard.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/base/random.hpp"
#include "sim/availability/wide_area.hpp"
#include "tests/support/catch.hpp"

namespace verbund::siting {
namespace {

using test::Approx;

constexpr double km_per_degree = 111.2;

/// Share of the events of one place that also hit another due north of it, as the availability engine draws
/// them; mean over places on its grid.
double share_of_events(double distance_km, double reach_km) {
    double sum = 0.0;
    constexpr int places = 200;
    RandomStream random{1, "siting/hazard"};
    for (int i = 0; i < places; ++i) {
        const Place here{50.0 + random.uniform(), 9.0 + random.uniform()};
        const Place there{here.latitude + distance_km / km_per_degree, here.longitude};
        for (const auto& events : availability::area_events({here, there}, 1.0, reach_km * kilometre))
            if (events.places.size() == 2) sum += events.per_year;
    }
    return sum / places;
}

}  // namespace

TEST_CASE("places at one point share every area event, places beyond its reach none", "[siting]") {
    CHECK(common_hazard(0.0 * kilometre, 30.0 * kilometre) == Approx(1.0));
    CHECK(common_hazard(30.0 * kilometre, 30.0 * kilometre) == 0.0);
    CHECK(common_hazard(100.0 * kilometre, 30.0 * kilometre) == 0.0);
    CHECK(common_hazard(0.0 * kilometre, 0.0 * kilometre) == 0.0);
}

TEST_CASE("the common share at half the reach is that of two circles through each other's centers",
          "[siting]") {
    // u = 1/2: 2/pi (pi/3 - sqrt(3)/4) = 2/3 - sqrt(3) / (2 pi), the vesica piscis.
    const double expected = 2.0 / 3.0 - std::sqrt(3.0) / (2.0 * std::numbers::pi);
    CHECK(common_hazard(15.0 * kilometre, 30.0 * kilometre) == Approx(expected));
    CHECK(expected == Approx(0.3910).epsilon(1e-3));
}

TEST_CASE("the common share is that of random discs over one place that also cover the other", "[siting]") {
    RandomStream random{2, "siting/discs"};
    constexpr int discs = 40000;
    for (const double distance : {3.0, 10.0, 20.0, 27.0}) {
        int both = 0;
        for (int i = 0; i < discs; ++i) {
            const double radius = 15.0 * std::sqrt(random.uniform());  // uniform in the disc around the place
            const double angle = 2.0 * std::numbers::pi * random.uniform();
            if (std::hypot(radius * std::cos(angle) - distance, radius * std::sin(angle)) <= 15.0) ++both;
        }
        // The standard error is at most sqrt(0.25 / 40,000) = 0.0025.
        CHECK(static_cast<double>(both) / discs ==
              Approx(common_hazard(distance * kilometre, 30.0 * kilometre)).margin(0.01));
    }
}

TEST_CASE("the common share is that of the events which the availability engine draws", "[siting]") {
    for (const double distance : {6.0, 12.0, 18.0, 24.0}) {
        // Its grid of a third of the radius puts about 28 centers into a disc.
        CHECK(share_of_events(distance, 30.0) ==
              Approx(common_hazard(distance * kilometre, 30.0 * kilometre)).margin(0.05));
    }
    CHECK(share_of_events(31.0, 30.0) == 0.0);
}

}  // namespace verbund::siting
