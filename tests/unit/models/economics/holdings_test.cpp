#include "models/economics/holdings.hpp"

#include "tests/support/catch.hpp"

namespace verbund::economics {
namespace {

using test::Approx;

/// A price in whole EUR is its own number.
constexpr Stock hosts(double quantity, std::uint32_t price_eur = 1'000, double life = 4.0) {
    return {.kind = CostKind::hosts,
            .key = 1,
            .quantity = quantity,
            .price = price_eur,
            .life_years = life,
            .counted = true};
}

constexpr Stock storage(double tb, std::uint32_t price_eur, double life = 2.0) {
    return {.kind = CostKind::storage, .quantity = tb, .price = price_eur, .life_years = life};
}

double eur(const Books& books, double BookEntry::*column) {
    double sum = 0.0;
    for (const BookEntry& entry : books) sum += entry.*column * entry.price;
    return sum;
}

double opening_eur(const Books& books) { return eur(books, &BookEntry::opening); }
double bought_eur(const Books& books) { return eur(books, &BookEntry::bought); }
double depreciation_eur(const Books& books) { return eur(books, &BookEntry::depreciation); }
double written_off_eur(const Books& books) { return eur(books, &BookEntry::written_off); }
double closing_eur(const Books& books) { return eur(books, &BookEntry::closing); }

void check_closes(const Books& books) {
    for (const BookEntry& entry : books)
        CHECK(entry.opening + entry.bought - entry.depreciation - entry.written_off ==
              Approx(entry.closing).margin(1e-12));
}

TEST_CASE("what is bought is written down in equal parts over its life and then renewed", "[economics]") {
    // 3 x 1,000 EUR over 4 years: 750 EUR a year; the fifth year buys anew, at the price of then.
    Holdings holdings;
    double depreciation = 0.0;
    for (int year = 0; year < 4; ++year) {
        const std::vector<Stock> wanted{hosts(3.0)};
        const Books books = holdings.pass(wanted, 1.0);
        check_closes(books);
        CHECK(bought_eur(books) == Approx(year == 0 ? 3'000.0 : 0.0));
        CHECK(books.at(0).kind == CostKind::hosts);
        CHECK(depreciation_eur(books) == Approx(750.0));
        CHECK(closing_eur(books) == Approx(3'000.0 - 750.0 * (year + 1)).margin(1e-9));
        depreciation += depreciation_eur(books);
    }
    CHECK(depreciation == Approx(3'000.0));
    const std::vector<Stock> dearer{hosts(3.0, 1'200)};
    CHECK(bought_eur(holdings.pass(dearer, 1.0)) == Approx(3'600.0));
}

TEST_CASE("a phase writes down by its part of the year", "[economics]") {
    Holdings holdings;
    const std::vector<Stock> wanted{hosts(1.0)};
    CHECK(depreciation_eur(holdings.pass(wanted, 0.25)) == Approx(62.5));
    CHECK(depreciation_eur(holdings.pass(wanted, 0.75)) == Approx(187.5));
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
    CHECK(more.at(0).bought == 3.0);
    // The oldest go first: two that are half written down and two of the younger ones at three quarters.
    const Books less = holdings.pass(one, 1.0);
    check_closes(less);
    CHECK(written_off_eur(less) == Approx(2 * 500.0 + 2 * 750.0));
    const Books none = holdings.pass({}, 1.0);
    check_closes(none);
    CHECK(written_off_eur(none) == Approx(500.0));
    CHECK(closing_eur(none) == 0.0);
}

TEST_CASE("books are kept apart by the price that was paid", "[economics]") {
    // 2 x 1,000 EUR, a year later one more at 1,200, both over 4 years.
    Holdings holdings;
    const std::vector<Stock> two{hosts(2.0)};
    const std::vector<Stock> three{hosts(3.0, 1'200)};
    check_closes(holdings.pass(two, 1.0));
    const Books books = holdings.pass(three, 1.0);
    REQUIRE(books.size() == 2);
    CHECK(books[0].price == 1'000);
    CHECK(books[0].opening == Approx(1.5));
    CHECK(books[0].depreciation == Approx(0.5));
    CHECK(books[0].bought == 0.0);
    CHECK(books[1].price == 1'200);
    CHECK(books[1].bought == Approx(1.0));
    CHECK(books[1].life_years == 4.0);
    CHECK(books[1].depreciation == Approx(0.25));
}

TEST_CASE("storage that is too much stays to the end of its life, and is then bought as needed",
          "[economics]") {
    Holdings holdings;
    const std::vector<Stock> ten{storage(10.0, 100)};
    const std::vector<Stock> four{storage(4.0, 80)};
    CHECK(bought_eur(holdings.pass(ten, 1.0)) == Approx(1'000.0));
    const Books second = holdings.pass(four, 1.0);
    CHECK(bought_eur(second) == 0.0);
    CHECK(written_off_eur(second) == 0.0);
    CHECK(depreciation_eur(second) == Approx(500.0));
    CHECK(bought_eur(holdings.pass(four, 1.0)) == Approx(320.0));
}

TEST_CASE("an even mix of ages renews an equal part every year", "[economics]") {
    // Life of 2.5 years: ages 0, 1 and 2, a third each; the oldest has half a year of its price left.
    Holdings holdings;
    holdings.open_evenly(storage(3.0, 100, 2.5));
    const std::vector<Stock> wanted{storage(3.0, 100, 2.5)};
    const Books first = holdings.pass(wanted, 1.0);
    CHECK(opening_eur(first) == Approx(100.0 + 60.0 + 20.0));
    CHECK(depreciation_eur(first) == Approx(40.0 + 40.0 + 20.0));
    for (int year = 1; year < 9; ++year) {
        const Books books = holdings.pass(wanted, 1.0);
        check_closes(books);
        CHECK(bought_eur(books) == Approx(100.0));
    }
}

TEST_CASE("machines that come from another site are no purchase", "[economics]") {
    // Two at 60 % of 1,000 EUR, over the three years that they have left.
    Holdings holdings;
    Stock moved = hosts(2.0, 1'000, 3.0);
    moved.price_share = 0.6;
    moved.taken_over = true;
    const std::vector<Stock> wanted{moved};
    const Books books = holdings.pass(wanted, 1.0);
    check_closes(books);
    CHECK(bought_eur(books) == 0.0);
    CHECK(written_off_eur(books) == Approx(-1'200.0));
    CHECK(closing_eur(books) == Approx(800.0));
}

}  // namespace
}  // namespace verbund::economics
