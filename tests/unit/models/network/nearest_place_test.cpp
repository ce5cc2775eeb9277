#include "models/network/nearest_place.hpp"

#include <stdexcept>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;
using network::NearestPlace;

TEST_CASE("the nearest place is found whatever their order", "[network]") {
    const std::vector<Place> places{{53.55, 10.0}, {48.14, 11.58}, {50.11, 8.68}};
    const NearestPlace nearest{places};
    CHECK(nearest.to({48.5, 11.0}) == 1);
    CHECK(nearest.to({50.9, 6.9}) == 2);
    CHECK(nearest.to({54.3, 10.1}) == 0);
    CHECK(NearestPlace{{places[2], places[0], places[1]}}.to({48.5, 11.0}) == 2);
}

TEST_CASE("of places equally near the one farther south, then west, is taken", "[network]") {
    // On the equator one degree north and south, east and west are equally far.
    CHECK(NearestPlace{{{1.0, 0.0}, {-1.0, 0.0}}}.to({0.0, 0.0}) == 1);
    CHECK(NearestPlace{{{0.0, 1.0}, {0.0, -1.0}}}.to({0.0, 0.0}) == 1);
    CHECK(NearestPlace{{{50.0, 8.0}, {50.0, 8.0}}}.to({51.0, 9.0}) == 0);
    CHECK_THROWS_AS(NearestPlace{std::vector<Place>{}}, std::invalid_argument);
}
