#include "models/base/calendar.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"

using namespace verbund;

namespace {

[[nodiscard]] bool has(const std::vector<Holiday>& holidays, Date date) {
    return std::any_of(
        holidays.begin(), holidays.end(), [date](const Holiday& h) { return h.date == date; });
}

[[nodiscard]] std::size_t index_of(Date date) {
    return static_cast<std::size_t>(days_since_epoch(date) - days_since_epoch({date.year, 1, 1}));
}

constexpr FederalState bavaria{9};
constexpr FederalState berlin{11};
constexpr FederalState brandenburg{12};
constexpr FederalState mecklenburg{13};

}  // namespace

TEST_CASE("days count from 1970-01-01 in both directions") {
    CHECK(days_since_epoch({1970, 1, 1}) == 0);
    CHECK(days_since_epoch({1969, 12, 31}) == -1);
    // 30 years with 7 leap days (1972 .. 1996): 30 * 365 + 7 = 10957.
    CHECK(days_since_epoch({2000, 1, 1}) == 10957);
    for (long day = -1000; day <= 30000; day += 7) CHECK(days_since_epoch(date_from_days(day)) == day);
}

TEST_CASE("leap years follow the Gregorian rule") {
    CHECK(is_leap_year(2024));
    CHECK_FALSE(is_leap_year(2025));
    CHECK_FALSE(is_leap_year(2100));
    CHECK(is_leap_year(2000));
    CHECK(hours_in_year(2024) == 366 * 24);
    CHECK(hours_in_year(2025) == 365 * 24);
}

TEST_CASE("the epoch was a Thursday and so was 1 January 2026") {
    // 2026 is 56 years with 14 leap days after 1970: 56 * 365 + 14 = 20454 = 2922 * 7 days, the same weekday.
    CHECK(weekday({1970, 1, 1}) == Weekday::thursday);
    CHECK(weekday({2026, 1, 1}) == Weekday::thursday);
    CHECK(weekday({2026, 1, 4}) == Weekday::sunday);
    CHECK(weekday({2026, 1, 5}) == Weekday::monday);
}

TEST_CASE("29 February becomes 28 February in a common year") {
    CHECK(add_years({2024, 2, 29}, 1) == Date{2025, 2, 28});
    CHECK(add_years({2024, 2, 29}, 4) == Date{2028, 2, 29});
    CHECK(add_years({2026, 7, 1}, -4) == Date{2022, 7, 1});
}

TEST_CASE("a date is read only when the day exists and the form is YYYY-MM-DD") {
    CHECK(parse_date("2026-07-01") == Date{2026, 7, 1});
    CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
    for (const char* wrong : {"2025-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-7-1",
                              "01.07.2026", "2026-07-0x", "2026-07-01 ", "", "+026-07-01", "2026-07--1"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
    CHECK(to_string(Date{2026, 7, 1}) == "2026-07-01");
}

TEST_CASE("an hour of the year is labelled with its local date and hour") {
    // 31 + 28 + 31 + 30 + 31 + 30 + 13 = 194 days before 14 July of a common year.
    CHECK(hour_label(2026, 194 * 24 + 15) == "2026-07-14 15:00");
    CHECK(hour_label(2024, 0) == "2024-01-01 00:00");
    CHECK(hour_label(2024, 8783) == "2024-12-31 23:00");
}

TEST_CASE("every state has its official name, and no other number has one") {
    CHECK(state_name({1}) == "Schleswig-Holstein");
    CHECK(state_name({5}) == "Nordrhein-Westfalen");
    CHECK(state_name({16}) == "Thüringen");
    CHECK_THROWS_AS(state_name({0}), std::out_of_range);
    CHECK_THROWS_AS(state_name({17}), std::out_of_range);
}

TEST_CASE("holidays are ordered by date and lie in the year asked for") {
    for (int state = 1; state <= 16; ++state) {
        for (int year = 2022; year <= 2035; ++year) {
            const auto holidays = public_holidays({state}, year);
            CHECK(std::is_sorted(
                holidays.begin(), holidays.end(),
                [](const Holiday& a, const Holiday& b) { return a.date < b.date; }));
            CHECK(std::all_of(holidays.begin(), holidays.end(),
                              [year](const Holiday& h) { return h.date.year == year; }));
        }
    }
    CHECK_THROWS_AS(public_holidays({17}, 2022), std::out_of_range);
}

TEST_CASE("holidays hold from the year in which the state's law made them") {
    CHECK_FALSE(has(public_holidays(mecklenburg, 2022), {2022, 3, 8}));
    CHECK(has(public_holidays(mecklenburg, 2023), {2023, 3, 8}));
    CHECK(has(public_holidays(berlin, 2022), {2022, 3, 8}));
}

TEST_CASE("a single anniversary is a holiday in its year only") {
    CHECK(has(public_holidays(berlin, 2025), {2025, 5, 8}));
    CHECK_FALSE(has(public_holidays(berlin, 2024), {2024, 5, 8}));
    CHECK_FALSE(has(public_holidays(berlin, 2026), {2026, 5, 8}));
    CHECK_FALSE(has(public_holidays(brandenburg, 2025), {2025, 5, 8}));
}

TEST_CASE("Assumption Day is no state-wide holiday in Bavaria") {
    CHECK_FALSE(has(public_holidays(bavaria, 2025), {2025, 8, 15}));
    CHECK(has(public_holidays({10}, 2025), {2025, 8, 15}));
}

TEST_CASE("a holiday on a weekday is as quiet as a Sunday") {
    const auto kinds = day_kinds(bavaria, 2025);
    REQUIRE(kinds.size() == 365);
    CHECK(kinds[index_of({2025, 1, 6})] == DayKind::weekend_or_holiday);  // Monday, Epiphany
    CHECK(kinds[index_of({2025, 1, 7})] == DayKind::workday);             // Tuesday
    CHECK(kinds[index_of({2025, 1, 9})] == DayKind::long_thursday);
    CHECK(kinds[index_of({2025, 1, 10})] == DayKind::friday);
    CHECK(kinds[index_of({2025, 1, 11})] == DayKind::weekend_or_holiday);  // Saturday
    CHECK(kinds[index_of({2025, 5, 29})] == DayKind::weekend_or_holiday);  // Ascension, a Thursday
    CHECK(day_kinds({1}, 2025)[index_of({2025, 1, 6})] == DayKind::workday);
    CHECK(day_kinds(bavaria, 2024).size() == 366);
}

TEST_CASE("the quiet season is August and 20 December to 6 January") {
    const auto quiet = quiet_season(2025);
    REQUIRE(quiet.size() == 365);
    // 31 days of August + 6 in January + 12 in December.
    CHECK(std::count(quiet.begin(), quiet.end(), true) == 49);
    CHECK(quiet[index_of({2025, 1, 6})]);
    CHECK_FALSE(quiet[index_of({2025, 1, 7})]);
    CHECK_FALSE(quiet[index_of({2025, 7, 31})]);
    CHECK(quiet[index_of({2025, 8, 31})]);
    CHECK_FALSE(quiet[index_of({2025, 12, 19})]);
    CHECK(quiet[index_of({2025, 12, 20})]);
}
