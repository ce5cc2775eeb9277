#include "models/base/phase.hpp"

#include "tests/support/catch.hpp"

namespace verbund {
namespace {

TEST_CASE("a whole year has 365 or 366 days and counts once", "[base]") {
    CHECK(whole_year(2026) == Phase{2026, 0, 365});
    CHECK(whole_year(2028) == Phase{2028, 0, 366});
    CHECK(hours_of(whole_year(2028)) == 8784);
    CHECK(share_of_year(whole_year(2027)) == 1.0);
    CHECK(share_of_year(whole_year(2028)) == 1.0);
    CHECK(first_date(whole_year(2028)) == Date{2028, 1, 1});
    CHECK(last_date(whole_year(2028)) == Date{2028, 12, 31});
}

TEST_CASE("days of the year count the leap day", "[base]") {
    // January has 31 days, February 28 or 29.
    CHECK(day_of_year({2026, 1, 1}) == 0);
    CHECK(day_of_year({2028, 2, 29}) == 59);
    CHECK(day_of_year({2028, 3, 1}) == 60);
    CHECK(day_of_year({2026, 3, 1}) == 59);
    CHECK(day_of_year({2026, 12, 31}) == 364);
}

TEST_CASE("a phase has its days, hours and part of the year", "[base]") {
    // From 1 July: 31 + 31 + 30 + 31 + 30 + 31 = 184 days.
    const Phase half{2026, day_of_year({2026, 7, 1}), 365};
    CHECK(days_of(half) == 184);
    CHECK(hours_of(half) == 4416);
    CHECK(share_of_year(half) == 184.0 / 365.0);
    CHECK(first_date(half) == Date{2026, 7, 1});
    const Phase leap_day{2028, 59, 60};
    CHECK(first_date(leap_day) == Date{2028, 2, 29});
    CHECK(last_date(leap_day) == Date{2028, 2, 29});
}

TEST_CASE("quarters begin on the first of January, April, July and October", "[base]") {
    CHECK(first_day(Quarter{2026, 1}) == Date{2026, 1, 1});
    CHECK(first_day(Quarter{2026, 2}) == Date{2026, 4, 1});
    CHECK(first_day(Quarter{2026, 3}) == Date{2026, 7, 1});
    CHECK(first_day(Quarter{2026, 4}) == Date{2026, 10, 1});
    CHECK(next(Quarter{2026, 3}) == Quarter{2026, 4});
    CHECK(next(Quarter{2026, 4}) == Quarter{2027, 1});
}

TEST_CASE("a quarter is written as year and number", "[base]") {
    CHECK(parse_quarter("2026-Q3") == Quarter{2026, 3});
    CHECK(to_string(Quarter{2026, 3}) == "2026-Q3");
    for (const char* text :
         {"2026-Q0", "2026-Q5", "2026-q3", "2026Q3", "26-Q3", "2026-Q33", "2026-07-01", ""})
        CHECK_FALSE(parse_quarter(text).has_value());
}

}  // namespace
}  // namespace verbund
