#include "models/base/calendar.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace verbund {
namespace {

namespace chr = std::chrono;

[[nodiscard]] chr::sys_days to_sys_days(Date date) {
    return chr::sys_days{chr::year{date.year} / chr::month{static_cast<unsigned>(date.month)} /
                         chr::day{static_cast<unsigned>(date.day)}};
}

[[nodiscard]] bool exists(Date date) {
    return date.month >= 1 && date.day >= 1 &&
           (chr::year{date.year} / chr::month{static_cast<unsigned>(date.month)} /
            chr::day{static_cast<unsigned>(date.day)})
               .ok();
}

[[nodiscard]] std::optional<int> all_digits(std::string_view text) {
    int value = 0;
    if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc{} ? std::optional{value} : std::nullopt;
}

[[nodiscard]] DayKind working_day_kind(Weekday day) {
    switch (day) {
        case Weekday::thursday:
            return DayKind::long_thursday;
        case Weekday::friday:
            return DayKind::friday;
        case Weekday::saturday:
        case Weekday::sunday:
            return DayKind::weekend_or_holiday;
        default:
            return DayKind::workday;
    }
}

}  // namespace

long days_since_epoch(Date date) { return to_sys_days(date).time_since_epoch().count(); }

Date date_from_days(long days) {
    const chr::year_month_day ymd{chr::sys_days{chr::days{days}}};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

Date add_years(Date date, int years) {
    date.year += years;
    if (!exists(date)) date.day = 28;
    return date;
}

bool is_leap_year(int year) { return chr::year{year}.is_leap(); }

int hours_in_year(int year) { return is_leap_year(year) ? 8784 : 8760; }

Weekday weekday(Date date) {
    return static_cast<Weekday>(chr::weekday{to_sys_days(date)}.iso_encoding() - 1);
}

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = all_digits(text.substr(0, 4));
    const auto month = all_digits(text.substr(5, 2));
    const auto day = all_digits(text.substr(8, 2));
    if (!year || !month || !day || !exists({*year, *month, *day})) return std::nullopt;
    return Date{*year, *month, *day};
}

std::string to_string(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

Quarter next(Quarter quarter) {
    constexpr int last = 4;
    return quarter.number == last ? Quarter{quarter.year + 1, 1} : Quarter{quarter.year, quarter.number + 1};
}

Date first_day(Quarter quarter) {
    constexpr int months = 3;
    return {quarter.year, months * (quarter.number - 1) + 1, 1};
}

std::optional<Quarter> parse_quarter(std::string_view text) {
    constexpr std::string_view sign = "-Q";
    if (text.size() != 7 || text.substr(4, 2) != sign) return std::nullopt;
    const auto year = all_digits(text.substr(0, 4));
    const char number = text[6];
    if (!year || number < '1' || number > '4') return std::nullopt;
    return Quarter{*year, number - '0'};
}

std::string to_string(Quarter quarter) { return fmt::format("{:04}-Q{}", quarter.year, quarter.number); }

std::string hour_label(int year, int hour_of_year) {
    const Date date = date_from_days(days_since_epoch({year, 1, 1}) + hour_of_year / 24);
    return fmt::format("{} {:02}:00", to_string(date), hour_of_year % 24);
}

Date easter_sunday(int year) {
    // Letters as in the source, so that the steps can be compared with it.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return {year, n / 31, n % 31 + 1};
}

std::vector<DayKind> day_kinds(FederalState state, int year) {
    const long first = days_since_epoch({year, 1, 1});
    std::vector<DayKind> kinds(static_cast<std::size_t>(hours_in_year(year) / 24));
    for (std::size_t day = 0; day < kinds.size(); ++day)
        kinds[day] = working_day_kind(weekday(date_from_days(first + static_cast<long>(day))));
    for (const Holiday& holiday : public_holidays(state, year))
        kinds[static_cast<std::size_t>(days_since_epoch(holiday.date) - first)] = DayKind::weekend_or_holiday;
    return kinds;
}

std::vector<bool> quiet_season(int year) {
    std::vector<bool> quiet(static_cast<std::size_t>(hours_in_year(year) / 24));
    const long first = days_since_epoch({year, 1, 1});
    for (std::size_t day = 0; day < quiet.size(); ++day) {
        const Date date = date_from_days(first + static_cast<long>(day));
        const bool christmas = (date.month == 12 && date.day >= 20) || (date.month == 1 && date.day <= 6);
        quiet[day] = date.month == 8 || christmas;
    }
    return quiet;
}

}  // namespace verbund
