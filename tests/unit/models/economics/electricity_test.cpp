#include "models/economics/electricity.hpp"

#include <stdexcept>

#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

catalog::Catalog two_row_tables() {
    catalog::Catalog catalog;
    catalog.grid_emission = {{2020, {400.0, 400.0, 400.0}, 60.0, {"A", "test"}},
                             {2030, {100.0, 200.0, 300.0}, 40.0, {"A", "test"}}};
    catalog.electricity_price = {{2020, {20.0, 24.0, 28.0}, {14.0, 18.0, 22.0}, {"A", "test"}},
                                 {2030, {30.0, 34.0, 38.0}, {24.0, 28.0, 32.0}, {"A", "test"}}};
    return catalog;
}

double price_ct(int year, double consumption_mwh, PathChoice path = PathChoice::mid) {
    return electricity_price(two_row_tables(), year, consumption_mwh * megawatt_hour, path)
        .in(cent_per_kilowatt_hour);
}

double emission_g(int year, PathChoice path) {
    return grid_emission(two_row_tables(), year, path).in(gram_co2_per_kilowatt_hour);
}

TEST_CASE("grid emissions follow the chosen path", "[economics]") {
    CHECK(emission_g(2030, PathChoice::low) == Approx(100.0));
    CHECK(emission_g(2030, PathChoice::mid) == Approx(200.0));
    CHECK(emission_g(2030, PathChoice::high) == Approx(300.0));
}

TEST_CASE("grid emissions between table years are linear, outside them constant", "[economics]") {
    CHECK(emission_g(2025, PathChoice::mid) == Approx(300.0));
    CHECK(emission_g(2010, PathChoice::mid) == Approx(400.0));
    CHECK(emission_g(2040, PathChoice::mid) == Approx(200.0));
    CHECK(grid_upstream(two_row_tables(), 2025).in(gram_co2_per_kilowatt_hour) == Approx(50.0));
}

TEST_CASE("electricity costs the commercial price up to 100 MWh and the industry price from 160 MWh",
          "[economics]") {
    CHECK(price_ct(2020, 0.0) == Approx(24.0));
    CHECK(price_ct(2020, 100.0) == Approx(24.0));
    CHECK(price_ct(2020, 130.0) == Approx(21.0));  // half way between 24 and 18
    CHECK(price_ct(2020, 160.0) == Approx(18.0));
    CHECK(price_ct(2020, 5000.0) == Approx(18.0));
}

TEST_CASE("electricity prices follow year and path", "[economics]") {
    CHECK(price_ct(2026, 50.0) == Approx(30.0));  // 24 + 0.6 * 10
    CHECK(price_ct(2050, 500.0, PathChoice::high) == Approx(32.0));
    CHECK(price_ct(2000, 500.0, PathChoice::low) == Approx(14.0));
}

TEST_CASE("an empty price table is an error that names it", "[economics]") {
    CHECK_THROWS_WITH(electricity_price({}, 2025, 1.0 * megawatt_hour, PathChoice::mid),
                      test::contains("electricity_price"));
    CHECK_THROWS_AS(grid_upstream({}, 2025), std::out_of_range);
}

TEST_CASE("market-based emissions count only upstream for the renewable share", "[economics]") {
    const auto location = 400.0 * gram_co2_per_kilowatt_hour;
    const auto upstream = 20.0 * gram_co2_per_kilowatt_hour;
    const auto market = [&](double share) {
        return market_emission(location, upstream, share).in(gram_co2_per_kilowatt_hour);
    };
    CHECK(market(0.0) == Approx(400.0));
    CHECK(market(0.5) == Approx(210.0));  // half of 400 and half of 20
    CHECK(market(1.0) == Approx(20.0));
}

TEST_CASE("the yearly share of a purchase is its price over its life", "[economics]") {
    CHECK(yearly_share(30'000.0 * euro, 5.0 * julian_years).in(euro) == Approx(6'000.0));
    CHECK(yearly_share(30'000.0 * euro, 0.5 * julian_years).in(euro) == Approx(60'000.0));
}

}  // namespace
}  // namespace verbund::economics
