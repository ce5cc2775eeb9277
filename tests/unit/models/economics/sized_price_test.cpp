#include "models/economics/sized_price.hpp"

#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/price_books.hpp"

using namespace verbund;
using namespace verbund::economics;
using verbund::test::Approx;

namespace {

/// 1,000 EUR at 10, 250 EUR at 160: four doublings, so a factor 4^(-1/4) = 2^(-1/2) each.
constexpr SizedPrice by_doublings{
    .small_eur = 1000.0, .small_at = 10.0, .large_eur = 250.0, .large_at = 160.0};

bool total_falls(const SizedPrice& price) {
    double before = 0.0;
    for (double size = 0.5; size < 100'000.0; size *= 1.05) {
        if (price.total(size) < before) return true;
        before = price.total(size);
    }
    return false;
}

}  // namespace

TEST_CASE("a price is a straight line between two sizes where both axes are logarithmic", "[economics]") {
    // Halfway in the logarithm lies the size 40, and the price sqrt(1000 x 250) = 500.
    CHECK(by_doublings.each(40.0) == Approx(500.0));
    CHECK(by_doublings.each(20.0) == Approx(707.10678));
    CHECK(by_doublings.total(40.0) == Approx(20'000.0));
}

TEST_CASE("outside the two sizes the nearer price holds", "[economics]") {
    CHECK(by_doublings.each(1.0) == 1000.0);
    CHECK(by_doublings.each(10.0) == 1000.0);
    CHECK(by_doublings.each(160.0) == 250.0);
    CHECK(by_doublings.each(1e6) == 250.0);
    CHECK(by_doublings.total(0.0) == 0.0);
}

TEST_CASE("what is free at one end has a price straight between", "[economics]") {
    const SizedPrice given{.small_eur = 0.0, .small_at = 10.0, .large_eur = 100.0, .large_at = 20.0};
    CHECK(given.each(15.0) == Approx(50.0));
}

TEST_CASE("a total falls exactly where the large purchase costs less in all", "[economics]") {
    CHECK_FALSE(by_doublings.falls_in_total());
    CHECK_FALSE(total_falls(by_doublings));
    // 160 x 62 = 9,920 EUR against 10 x 1,000.
    SizedPrice falling = by_doublings;
    falling.large_eur = 62.0;
    CHECK(falling.falls_in_total());
    CHECK(total_falls(falling));
}

TEST_CASE("no shipped price falls in total with size, whichever ends of its range hold", "[economics]") {
    for (const test::End small : {test::End::low, test::End::mid, test::End::high}) {
        for (const test::End large : {test::End::low, test::End::mid, test::End::high}) {
            const PriceBook a = test::prices_at(small);
            const PriceBook b = test::prices_at(large);
            for (const auto price : {&PriceBook::building_eur_per_kw, &PriceBook::cooling_eur_per_kw,
                                     &PriceBook::generator_eur_per_kva}) {
                SizedPrice mixed = a.*price;
                mixed.large_eur = (b.*price).large_eur;
                CHECK_FALSE(total_falls(mixed));
                CHECK_FALSE(mixed.falls_in_total());
            }
        }
    }
}
