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

double bill_eur(int year, double consumption_mwh, PathChoice path = PathChoice::mid) {
    return electricity_bill(two_row_tables(), year, consumption_mwh * megawatt_hour, path).in(euro);
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
}

TEST_CASE("the first 100 MWh cost the commercial price and every further one the industry price",
          "[economics]") {
    CHECK(bill_eur(2020, 0.0) == Approx(0.0));
    CHECK(bill_eur(2020, 50.0) == Approx(12'000.0));     // 50 MWh x 240 EUR/MWh
    CHECK(bill_eur(2020, 100.0) == Approx(24'000.0));    // 100 x 240
    CHECK(bill_eur(2020, 160.0) == Approx(34'800.0));    // 24,000 + 60 x 180
    CHECK(bill_eur(2020, 5100.0) == Approx(924'000.0));  // 24,000 + 5,000 x 180
}

TEST_CASE("the electricity bill never falls when consumption rises, whatever the prices", "[economics]") {
    // 2024: commercial 30.52, industry 16.8 ct/kWh. One price for the whole use made 160 MWh (26,880 EUR)
    // cheaper than 100 MWh (30,520 EUR).
    catalog::Catalog catalog;
    catalog.electricity_price = {{2024, {30.52, 30.52, 30.52}, {16.65, 16.8, 17.0}, {"S", "shipped"}}};
    double before = 0.0;
    for (int mwh = 0; mwh <= 300; mwh += 5) {
        const double bill = electricity_bill(catalog, 2024, mwh * megawatt_hour, PathChoice::mid).in(euro);
        CHECK(bill >= before);
        before = bill;
    }
    CHECK(before == Approx(30'520.0 + 200.0 * 168.0));
}

TEST_CASE("metered power costs its charge, less what the price of a kWh contains of it", "[economics]") {
    const DemandPrice medium{.eur_per_kw = 120.0, .contained_eur = 120.0, .contained_hours = 6000.0};
    const DemandPrice low{.eur_per_kw = 150.0, .contained_eur = 120.0, .contained_hours = 6000.0};
    const auto charge = [](const DemandPrice& price, double mwh, double kw) {
        return demand_charge(price, mwh * megawatt_hour, kw * kilowatt).in(euro);
    };
    // 600 MWh: 500/600 of it are metered; 100 kW at 6,000 h are what the price stands for.
    CHECK(charge(medium, 600.0, 100.0) == Approx(0.0).margin(1e-9));
    CHECK(charge(medium, 600.0, 200.0) == Approx(500.0 / 600.0 * 120.0 * 100.0));
    CHECK(charge(medium, 600.0, 75.0) == Approx(-500.0 / 600.0 * 120.0 * 25.0));  // 8,000 h
    CHECK(charge(low, 600.0, 100.0) == Approx(500.0 / 600.0 * 30.0 * 100.0));
    CHECK(charge(low, 100.0, 100.0) == 0.0);  // not metered
}

TEST_CASE("the bill with its demand charge never falls when consumption rises", "[economics]") {
    catalog::Catalog catalog;
    catalog.electricity_price = {{2024, {30.52, 30.52, 30.52}, {16.65, 16.8, 17.0}, {"S", "shipped"}}};
    const DemandPrice price{.eur_per_kw = 119.0, .contained_eur = 119.0, .contained_hours = 6000.0};
    for (const double full_load : {2500.0, 6000.0, 8760.0}) {
        double before = 0.0;
        for (int mwh = 0; mwh <= 1000; mwh += 5) {
            const Energy energy = mwh * megawatt_hour;
            const double bill = (electricity_bill(catalog, 2024, energy, PathChoice::mid) +
                                 demand_charge(price, energy, energy / (full_load * hours)))
                                    .in(euro);
            CHECK(bill >= before);
            before = bill;
        }
    }
}

TEST_CASE("electricity prices follow year and path", "[economics]") {
    CHECK(bill_eur(2026, 50.0) == Approx(15'000.0));  // 24 + 0.6 * 10 = 30 ct/kWh
    // Outside the table the nearest row: 38 and 32 ct in 2030, 20 and 14 ct in 2020.
    CHECK(bill_eur(2050, 500.0, PathChoice::high) == Approx(38'000.0 + 400.0 * 320.0));
    CHECK(bill_eur(2000, 500.0, PathChoice::low) == Approx(20'000.0 + 400.0 * 140.0));
}

TEST_CASE("an empty price table is an error that names it", "[economics]") {
    CHECK_THROWS_WITH(electricity_bill({}, 2025, 1.0 * megawatt_hour, PathChoice::mid),
                      test::contains("electricity_price"));
    CHECK_THROWS_AS(grid_emission({}, 2025, PathChoice::mid), std::out_of_range);
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

}  // namespace
}  // namespace verbund::economics
