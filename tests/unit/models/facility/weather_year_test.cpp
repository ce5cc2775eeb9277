#include "models/facility/weather_year.hpp"

#include <numeric>
#include <stdexcept>
#include <vector>

#include "models/facility/dwd_grid.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::facility;

namespace {

/// Hour number in place of a temperature, so that every hour can be told.
WeatherYear numbered(int hours) {
    WeatherYear year;
    year.hours.temperature_c.resize(static_cast<std::size_t>(hours));
    std::iota(year.hours.temperature_c.begin(), year.hours.temperature_c.end(), 0.0);
    year.hours.relative_humidity_pct.assign(static_cast<std::size_t>(hours), 70.0);
    return year;
}

constexpr std::size_t first_of_29_february = 59UL * 24;  // 31 + 28 days of 24 hours

}  // namespace

TEST_CASE("29 February repeats the 28th where a weather of 8,760 hours meets a leap year", "[facility]") {
    const HourlyClimate leap = hours_in(numbered(8760), 2028);
    REQUIRE(leap.temperature_c.size() == 8784);
    REQUIRE(leap.relative_humidity_pct.size() == 8784);
    CHECK(leap.temperature_c[first_of_29_february - 1] == first_of_29_february - 1.0);
    CHECK(leap.temperature_c[first_of_29_february] == first_of_29_february - 24.0);
    CHECK(leap.temperature_c[first_of_29_february + 24] == first_of_29_february);
    CHECK(hours_in(numbered(8760), 2027).temperature_c == numbered(8760).hours.temperature_c);
}

TEST_CASE("29 February drops out where a weather of 8,784 hours meets a common year", "[facility]") {
    const HourlyClimate common = hours_in(numbered(8784), 2027);
    REQUIRE(common.temperature_c.size() == 8760);
    CHECK(common.temperature_c[first_of_29_february - 1] == first_of_29_february - 1.0);
    CHECK(common.temperature_c[first_of_29_february] == first_of_29_february + 24.0);
    CHECK(common.temperature_c.back() == 8783.0);
    CHECK(hours_in(numbered(8784), 2028).temperature_c == numbered(8784).hours.temperature_c);
}

TEST_CASE("a weather of another number of hours is no year", "[facility]") {
    CHECK_THROWS_AS(hours_in(numbered(8759), 2027), std::invalid_argument);
    WeatherYear uneven = numbered(8760);
    uneven.hours.relative_humidity_pct.pop_back();
    CHECK_THROWS_AS(hours_in(uneven, 2027), std::invalid_argument);
}

TEST_CASE("cells of the grid of test reference years lie where the weather service says", "[facility]") {
    // Names of its files carry the place: TRY2015_515708081105 is 51.5708 N, 8.1105 E.
    const Place werl = dwd_grid_place(3'873'500.0, 2'755'500.0);
    CHECK(werl.latitude == test::Approx(51.5708).margin(1e-4));
    CHECK(werl.longitude == test::Approx(8.1105).margin(1e-4));
    // The origin of the projection is 52 N 10 E at its false easting and northing.
    const Place origin = dwd_grid_place(4'000'000.0, 2'800'000.0);
    CHECK(origin.latitude == test::Approx(52.0).margin(1e-9));
    CHECK(origin.longitude == test::Approx(10.0).margin(1e-9));
    CHECK_THROWS_AS(dwd_grid_place(2'800'000.0, 4'000'000.0), std::invalid_argument);
}
