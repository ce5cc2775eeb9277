#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Local civil time: dates, leap years, weekdays and the public holidays of the German states.
namespace verbund {

/// A day of the proleptic Gregorian calendar.
struct Date {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31

    friend auto operator<=>(const Date&, const Date&) = default;
};

/// Days since 1970-01-01.
[[nodiscard]] long days_since_epoch(Date date);
[[nodiscard]] Date date_from_days(long days);
[[nodiscard]] Date add_years(Date date, int years);  ///< 29 February becomes 28 February in common years
[[nodiscard]] bool is_leap_year(int year);
[[nodiscard]] int hours_in_year(int year);  ///< 8760 or 8784
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
[[nodiscard]] Weekday weekday(Date date);
/// Parses "2026-07-01"; empty when it is no existing day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(Date date);

/// A quarter of a calendar year, 1 to 4.
struct Quarter {
    int year = 1970;
    int number = 1;

    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};
[[nodiscard]] Quarter next(Quarter quarter);
[[nodiscard]] Date first_day(Quarter quarter);
/// Parses "2026-Q3"; empty when it is none.
[[nodiscard]] std::optional<Quarter> parse_quarter(std::string_view text);
[[nodiscard]] std::string to_string(Quarter quarter);

/// "2026-07-14 15:00" of the given hour of the year (0-based).  Winter time all year: no hour is missing or
/// doubled.
[[nodiscard]] std::string hour_label(int year, int hour_of_year);

/// Easter Sunday, anonymous Gregorian computus (Meeus, Astronomical Algorithms, 2nd ed. 1998, ch. 8).
[[nodiscard]] Date easter_sunday(int year);

/// A state by the first two digits of the AGS key, 1 (Schleswig-Holstein) .. 16 (Thuringia).
struct FederalState {
    int number = 1;
    friend auto operator<=>(const FederalState&, const FederalState&) = default;
};
/// German name; throws `std::out_of_range` for a number outside 1..16.
[[nodiscard]] std::string_view state_name(FederalState state);

/// A public holiday and the states that keep it.
struct Holiday {
    Date date;
    std::string_view name;
};
/// Public holidays that hold in the whole state, ordered by date.
///
/// By the holiday laws of the states as in force in 2025, with the years in which they changed since 2017;
/// later years are extrapolated.  Left out because they hold in some municipalities only: Assumption Day in
/// Bavaria, Corpus Christi in Saxony and Thuringia, the Peace Festival in Augsburg.  Throws
/// `std::out_of_range` for an unknown state.
[[nodiscard]] std::vector<Holiday> public_holidays(FederalState state, int year);

/// What kind of day it is for an office.
enum class DayKind : std::uint8_t { workday, long_thursday, friday, weekend_or_holiday };

/// Per day of the year (0-based, 365 or 366 entries): kind of day in that state.
[[nodiscard]] std::vector<DayKind> day_kinds(FederalState state, int year);
/// Per day of the year: true in the summer lull (August) and over Christmas (20 December to 6 January).
[[nodiscard]] std::vector<bool> quiet_season(int year);

}  // namespace verbund
