#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>

#include <fmt/format.h>

#include "models/base/calendar.hpp"

/// The holiday laws of the sixteen states as one table: which day, where, from and until which year.
namespace verbund {
namespace {

enum State { SH = 1, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH };

/// States as a bit set; bit n stands for the state with the number n.
using States = std::uint32_t;

[[nodiscard]] constexpr States in(std::initializer_list<State> states) {
    States set = 0;
    for (const State state : states) set |= States{1} << state;
    return set;
}

constexpr States everywhere = in({SH, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH});

/// Days counted from Easter Sunday.
constexpr int easter = 0;
constexpr int good_friday = -2;
constexpr int easter_monday = 1;
constexpr int ascension = 39;
constexpr int whit_sunday = 49;
constexpr int whit_monday = 50;
constexpr int corpus_christi = 60;

struct HolidayRule {
    std::string_view name;
    States states = 0;
    int month = 0;  ///< 0: counted from Easter
    int day = 0;    ///< day of the month, or days after Easter Sunday
    int first_year = 1995;
    int last_year = 9999;
};

// As in force since 1995 (Repentance Day kept in Saxony only); laws that changed later carry their first
// year.
constexpr std::array holiday_rules{
    HolidayRule{"New Year's Day", everywhere, 1, 1},
    HolidayRule{"Epiphany", in({BW, BY, ST}), 1, 6},
    HolidayRule{"Women's Day", in({BE}), 3, 8, 2019},
    HolidayRule{"Women's Day", in({MV}), 3, 8, 2023},
    HolidayRule{"Good Friday", everywhere, 0, good_friday},
    HolidayRule{"Easter Sunday", in({BB}), 0, easter},
    HolidayRule{"Easter Monday", everywhere, 0, easter_monday},
    HolidayRule{"Labour Day", everywhere, 5, 1},
    HolidayRule{"75 years of liberation", in({BE}), 5, 8, 2020, 2020},
    HolidayRule{"80 years of liberation", in({BE}), 5, 8, 2025, 2025},
    HolidayRule{"Ascension Day", everywhere, 0, ascension},
    HolidayRule{"Whit Sunday", in({BB}), 0, whit_sunday},
    HolidayRule{"Whit Monday", everywhere, 0, whit_monday},
    HolidayRule{"Corpus Christi", in({BW, BY, HE, NW, RP, SL}), 0, corpus_christi},
    HolidayRule{"Uprising of 17 June 1953", in({BE}), 6, 17, 2028, 2028},
    HolidayRule{"Assumption Day", in({SL}), 8, 15},
    HolidayRule{"Children's Day", in({TH}), 9, 20, 2019},
    HolidayRule{"German Unity Day", everywhere, 10, 3},
    HolidayRule{"Reformation Day", in({BB, MV, SN, ST, TH}), 10, 31},
    HolidayRule{"Reformation Day", in({HB, HH, NI, SH}), 10, 31, 2018},
    HolidayRule{"Reformation Day", in({NW, HE, RP, BW, BY, SL, BE, HB, HH, NI, SH}), 10, 31, 2017, 2017},
    HolidayRule{"All Saints' Day", in({BW, BY, NW, RP, SL}), 11, 1},
    HolidayRule{"Christmas Day", everywhere, 12, 25},
    HolidayRule{"Second Day of Christmas", everywhere, 12, 26},
};

constexpr std::array<std::string_view, 16> state_names{"Schleswig-Holstein",
                                                       "Hamburg",
                                                       "Niedersachsen",
                                                       "Bremen",
                                                       "Nordrhein-Westfalen",
                                                       "Hessen",
                                                       "Rheinland-Pfalz",
                                                       "Baden-Württemberg",
                                                       "Bayern",
                                                       "Saarland",
                                                       "Berlin",
                                                       "Brandenburg",
                                                       "Mecklenburg-Vorpommern",
                                                       "Sachsen",
                                                       "Sachsen-Anhalt",
                                                       "Thüringen"};

[[nodiscard]] bool holds(const HolidayRule& rule, FederalState state, int year) {
    return (rule.states >> state.number & 1U) != 0 && year >= rule.first_year && year <= rule.last_year;
}

[[nodiscard]] Date date_of(const HolidayRule& rule, int year) {
    if (rule.month != 0) return {year, rule.month, rule.day};
    return date_from_days(days_since_epoch(easter_sunday(year)) + rule.day);
}

/// The Wednesday before 23 November.
[[nodiscard]] Date repentance_day(int year) {
    const Date last_possible{year, 11, 22};
    const int days_back =
        (static_cast<int>(weekday(last_possible)) - static_cast<int>(Weekday::wednesday) + 7) % 7;
    return date_from_days(days_since_epoch(last_possible) - days_back);
}

void check(FederalState state) {
    if (state.number < SH || state.number > TH)
        throw std::out_of_range(fmt::format("no federal state {} (states are 1 to 16)", state.number));
}

}  // namespace

std::string_view state_name(FederalState state) {
    check(state);
    return state_names[static_cast<std::size_t>(state.number - 1)];
}

std::vector<Holiday> public_holidays(FederalState state, int year) {
    check(state);
    std::vector<Holiday> holidays;
    for (const HolidayRule& rule : holiday_rules)
        if (holds(rule, state, year)) holidays.push_back({date_of(rule, year), rule.name});
    if (state.number == SN) holidays.push_back({repentance_day(year), "Repentance and Prayer Day"});
    std::stable_sort(holidays.begin(), holidays.end(),
                     [](const Holiday& a, const Holiday& b) { return a.date < b.date; });
    return holidays;
}

}  // namespace verbund
