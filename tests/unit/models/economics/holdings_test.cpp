#include "models/economics/holdings.hpp"

#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

constexpr Stock hosts(double quantity, double price = 1'000.0, double life = 4.0) {
    return {.kind = CostKind::hosts,
            .key = 1,
            .quantity = quantity,
            .unit_price_eur = price,
            .life_years = life,
            .counted = true};
}

constexpr Stock storage(double tb, double price, double life = 2.0) {
    return {.kind = CostKind::storage, .quantity = tb, .unit_price_eur = price, .life_years = life};
}

void check_closes(const Books& books) {
    CHECK(books.opening_eur + books.purchases_eur() - books.depreciation_eur() - books.written_off_eur ==
          Approx(books.closing_eur));
}

TEST_CASE("what is bought is written down in equal parts over its life and then renewed", "[economics]") {
    // 3 x 1,000 EUR over 4 years: 750 EUR a year; the fifth year buys anew, at the price of then.
    Holdings holdings;
    double depreciation = 0.0;
    for (int year = 0; year < 4; ++year) {
        const std::vector<Stock> wanted{hosts(3.0)};
        const Books books = holdings.pass(wanted, 1.0);
        check_closes(books);
        CHECK(books.purchases_eur() == Approx(year == 0 ? 3'000.0 : 0.0));
        CHECK(books.depreciation[CostPart::hardware] == Approx(750.0));
        CHECK(books.closing_eur == Approx(3'000.0 - 750.0 * (year + 1)).margin(1e-9));
        depreciation += books.depreciation_eur();
    }
    CHECK(depreciation == Approx(3'000.0));
    const std::vector<Stock> dearer{hosts(3.0, 1'200.0)};
    CHECK(holdings.pass(dearer, 1.0).purchases_eur() == Approx(3'600.0));
}

TEST_CASE("a phase writes down by its part of the year", "[economics]") {
    Holdings holdings;
    const std::vector<Stock> wanted{hosts(1.0)};
    CHECK(holdings.pass(wanted, 0.25).depreciation_eur() == Approx(62.5));
    CHECK(holdings.pass(wanted, 0.75).depreciation_eur() == Approx(187.5));
}

TEST_CASE("only what is lacking is bought, and machines given up early lose what they are still worth",
          "[economics]") {
    Holdings holdings;
    const std::vector<Stock> two{hosts(2.0)};
    const std::vector<Stock> five{hosts(5.0)};
    const std::vector<Stock> one{hosts(1.0)};
    check_closes(holdings.pass(two, 1.0));
    const Books more = holdings.pass(five, 1.0);
    check_closes(more);
    CHECK(more.purchases.at(0).quantity == 3.0);
    // The oldest go first: two that are half written down and two of the younger ones at three quarters.
    const Books less = holdings.pass(one, 1.0);
    check_closes(less);
    CHECK(less.written_off_eur == Approx(2 * 500.0 + 2 * 750.0));
    const Books none = holdings.pass({}, 1.0);
    check_closes(none);
    CHECK(none.written_off_eur == Approx(500.0));
    CHECK(none.closing_eur == 0.0);
}

TEST_CASE("storage that is too much stays to the end of its life, and is then bought as needed",
          "[economics]") {
    Holdings holdings;
    const std::vector<Stock> ten{storage(10.0, 100.0)};
    const std::vector<Stock> four{storage(4.0, 80.0)};
    CHECK(holdings.pass(ten, 1.0).purchases_eur() == Approx(1'000.0));
    const Books second = holdings.pass(four, 1.0);
    CHECK(second.purchases_eur() == 0.0);
    CHECK(second.written_off_eur == 0.0);
    CHECK(second.depreciation_eur() == Approx(500.0));
    CHECK(holdings.pass(four, 1.0).purchases_eur() == Approx(320.0));
}

TEST_CASE("an even mix of ages renews an equal part every year", "[economics]") {
    // Life of 2.5 years: ages 0, 1 and 2, a third each; the oldest has half a year of its price left.
    Holdings holdings;
    holdings.open_evenly(storage(3.0, 100.0, 2.5));
    const std::vector<Stock> wanted{storage(3.0, 100.0, 2.5)};
    const Books first = holdings.pass(wanted, 1.0);
    CHECK(first.opening_eur == Approx(100.0 + 60.0 + 20.0));
    CHECK(first.depreciation_eur() == Approx(40.0 + 40.0 + 20.0));
    for (int year = 1; year < 9; ++year) {
        const Books books = holdings.pass(wanted, 1.0);
        check_closes(books);
        CHECK(books.purchases_eur() == Approx(100.0));
    }
}

TEST_CASE("machines that come from another site are no purchase", "[economics]") {
    Holdings holdings;
    Stock moved = hosts(2.0, 600.0, 3.0);
    moved.taken_over = true;
    const std::vector<Stock> wanted{moved};
    const Books books = holdings.pass(wanted, 1.0);
    check_closes(books);
    CHECK(books.purchases.empty());
    CHECK(books.written_off_eur == Approx(-1'200.0));
    CHECK(books.closing_eur == Approx(800.0));
}

}  // namespace
}  // namespace verbund::economics
