#include "models/economics/wan_prices.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"

using namespace verbund;
using namespace verbund::economics;
using verbund::test::Approx;

namespace {

constexpr double gbit = 1000.0;  // Mbit/s

/// Round prices: fibre 1,000 EUR/km and 15,000 EUR/km over 15 years, 2,000 EUR/km in all; waves 20,000 EUR
/// and 100 EUR/km; Ethernet 10,000 EUR at 1 Gbit/s and 40,000 at 10.
WanPrices round_prices() {
    WanPrices wan;
    wan.ethernet = {.one_gbit_eur = 10'000.0, .ten_gbit_eur = 40'000.0};
    wan.access = wan.ethernet;
    wan.fibre_eur_per_km = 1'000.0;
    wan.fibre_once_eur_per_km = 15'000.0;
    wan.fibre_reach_km = 80.0;
    wan.fibre_term_years = 15.0;
    wan.wavelength_eur = 20'000.0;
    wan.wavelength_eur_per_km = 100.0;
    return wan;
}

}  // namespace

TEST_CASE("a line's price goes through 1 and 10 Gbit/s as a power of its rate", "[economics]") {
    const WanPrices wan = round_prices();
    CHECK(wan.access_eur_per_year(gbit) == Approx(10'000.0));
    CHECK(wan.access_eur_per_year(10.0 * gbit) == Approx(40'000.0));
    CHECK(wan.access_eur_per_year(100.0) == Approx(2'500.0));           // a quarter for a tenth
    CHECK(wan.access_eur_per_year(100.0 * gbit) == Approx(160'000.0));  // four times for ten
    CHECK(wan.access_eur_per_year(0.0) == 0.0);
}

TEST_CASE("two sites near each other are joined by dark fibre, paid once and by year", "[economics]") {
    // 5 km: 5,000 + 75,000 / 15 = 10,000 EUR against 40,000 and 20,500.
    const Join join = round_prices().join_eur_per_year(5.0, 10.0 * gbit);
    CHECK(join.product == JoinProduct::dark_fibre);
    CHECK(join.yearly_eur == Approx(5'000.0));
    CHECK(join.once_eur == Approx(75'000.0));
    CHECK(join.in_all_eur_per_year == Approx(10'000.0));
}

TEST_CASE("little traffic goes by Ethernet at any distance, much by wavelength", "[economics]") {
    const WanPrices wan = round_prices();
    for (const double km : {30.0, 300.0}) {
        const Join slow = wan.join_eur_per_year(km, gbit);
        CHECK(slow.product == JoinProduct::ethernet);
        CHECK(slow.in_all_eur_per_year == Approx(10'000.0));
    }
    // 150 Gbit/s over 200 km: two channels of 20,000 + 20,000.
    const Join fast = wan.join_eur_per_year(200.0, 150.0 * gbit);
    CHECK(fast.product == JoinProduct::wavelength);
    CHECK(fast.yearly_eur == Approx(80'000.0));
    CHECK(fast.once_eur == 0.0);
}

TEST_CASE("no dark fibre is rented beyond its reach", "[economics]") {
    WanPrices wan = round_prices();
    wan.wavelength_eur = 1e6;
    wan.ethernet = {.one_gbit_eur = 1e6, .ten_gbit_eur = 2e6};
    CHECK(wan.join_eur_per_year(80.0, gbit).product == JoinProduct::dark_fibre);
    CHECK(wan.join_eur_per_year(80.1, gbit).product != JoinProduct::dark_fibre);
}

TEST_CASE("a line never gets cheaper with rate or distance, whichever ends of its range hold",
          "[economics]") {
    const test::End end = GENERATE(test::End::low, test::End::mid, test::End::high);
    const WanPrices wan = test::prices_at(end).wan;
    const auto price = [&](double km, double rate) {
        return wan.join_eur_per_year(km, rate).in_all_eur_per_year;
    };
    for (double km = 1.0; km < 900.0; km *= 1.3) {
        for (double rate = 10.0; rate < 1e6; rate *= 1.7) {
            CHECK(price(km * 1.3, rate) >= price(km, rate));
            CHECK(price(km, rate * 1.7) >= price(km, rate));
            CHECK(wan.access_eur_per_year(rate * 1.7) >= wan.access_eur_per_year(rate));
        }
    }
}

TEST_CASE("business fibre costs less than a line of an administration's network", "[economics]") {
    const WanPrices network = test::prices_at(test::End::mid).wan;
    const WanPrices business = test::prices_at(test::End::mid, {.access = AccessProduct::business_fibre}).wan;
    for (const double rate : {100.0, gbit, 10.0 * gbit})
        CHECK(business.access_eur_per_year(rate) < network.access_eur_per_year(rate));
}
