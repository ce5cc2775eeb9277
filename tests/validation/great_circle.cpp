#include "models/network/topology.hpp"
#include "tests/support/catch.hpp"

/// Lengths of geodesics against published test lines.
namespace verbund::network {
namespace {

using test::Approx;

double degrees(int degree, int minute, double second) {
    const double sign = degree < 0 ? -1.0 : 1.0;
    return degree + sign * (minute / 60.0 + second / 3600.0);
}

TEST_CASE("Flinders Peak to Buninyong is 54,972.271 m") {
    // Geoscience Australia, GDA technical manual, worked example of Vincenty's formulae (GRS80, which differs
    // from WGS 84 by less than the last digit here).
    const Place flinders_peak{degrees(-37, 57, 3.72030), degrees(144, 25, 29.52440)};
    const Place buninyong{degrees(-37, 39, 10.15610), degrees(143, 55, 35.38390)};
    CHECK(great_circle(flinders_peak, buninyong).in(metre) == Approx(54'972.271).margin(0.001));
}

TEST_CASE("New York JFK to London LHR is 5,551.76 km") {
    // GeographicLib documentation, example of Geodesic::Inverse.
    CHECK(great_circle({40.6, -73.8}, {51.6, -0.5}).in(kilometre) == Approx(5551.76).margin(0.005));
}

TEST_CASE("Wellington to Salamanca, nearly antipodal, is 19,959,679.267 m") {
    // Documentation of the Python package geographiclib, section on the inverse problem; Vincenty's method
    // fails here.
    CHECK(great_circle({-41.32, 174.81}, {40.96, -5.50}).in(metre) == Approx(19'959'679.267).margin(0.001));
}

TEST_CASE("one degree along the equator is the semi-major axis times its arc") {
    // 6,378,137 m x pi / 180 = 111,319.4908 m (WGS 84)
    CHECK(great_circle({0, 10}, {0, 11}).in(metre) == Approx(111'319.4908).margin(0.0001));
}

TEST_CASE("the meridian quadrant is 10,001,965.729 m") {
    // WGS 84: pole to equator, National Geospatial-Intelligence Agency / Karney 2013.
    CHECK(great_circle({0, 7}, {90, 7}).in(metre) == Approx(10'001'965.729).margin(0.001));
}

TEST_CASE("a geodesic has the same length both ways and none to itself") {
    const Place dormagen{51.09, 6.84};
    const Place rotenburg{53.11, 9.41};
    CHECK(great_circle(dormagen, rotenburg).in(metre) == Approx(great_circle(rotenburg, dormagen).in(metre)));
    CHECK(great_circle(dormagen, dormagen).in(metre) == 0.0);
}

}  // namespace
}  // namespace verbund::network
