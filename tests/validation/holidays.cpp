#include <map>
#include <set>
#include <string>
#include <vector>

#include "models/base/calendar.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;

/// Easter and the holidays of the states against published calendars.

namespace {

enum State { SH = 1, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH };

struct PublishedDay {
    Date date;
    std::set<int> states;
};

[[nodiscard]] std::set<int> all_states() {
    std::set<int> states;
    for (int state = SH; state <= TH; ++state) states.insert(state);
    return states;
}

/// kalender-online.com/kalender-2026, table of legal holidays; days that hold in some municipalities only
/// left out (Corpus Christi in SN and TH, Peace Festival in Augsburg, Assumption Day in Bavaria).
[[nodiscard]] std::vector<PublishedDay> calendar_2026() {
    return {
        {{2026, 1, 1}, all_states()},
        {{2026, 1, 6}, {BW, BY, ST}},
        {{2026, 3, 8}, {BE, MV}},
        {{2026, 4, 3}, all_states()},
        {{2026, 4, 5}, {BB}},
        {{2026, 4, 6}, all_states()},
        {{2026, 5, 1}, all_states()},
        {{2026, 5, 14}, all_states()},
        {{2026, 5, 24}, {BB}},
        {{2026, 5, 25}, all_states()},
        {{2026, 6, 4}, {BW, BY, HE, NW, RP, SL}},
        {{2026, 8, 15}, {SL}},
        {{2026, 9, 20}, {TH}},
        {{2026, 10, 3}, all_states()},
        {{2026, 10, 31}, {BB, HB, HH, MV, NI, SN, ST, SH, TH}},
        {{2026, 11, 1}, {BW, BY, NW, RP, SL}},
        {{2026, 11, 18}, {SN}},
        {{2026, 12, 25}, all_states()},
        {{2026, 12, 26}, all_states()},
    };
}

}  // namespace

TEST_CASE("Easter Sunday falls on the published date in every year of the horizon") {
    // 2022-2030: ostern-feiern.de, "Wann ist Ostern?"; 2031-2035: U.S. Census Bureau, "Easter Dates from 1600
    // to 2099".
    const std::vector<Date> published{{2022, 4, 17}, {2023, 4, 9},  {2024, 3, 31}, {2025, 4, 20},
                                      {2026, 4, 5},  {2027, 3, 28}, {2028, 4, 16}, {2029, 4, 1},
                                      {2030, 4, 21}, {2031, 4, 13}, {2032, 3, 28}, {2033, 4, 17},
                                      {2034, 4, 9},  {2035, 3, 25}};
    for (const Date& easter : published) CHECK(easter_sunday(easter.year) == easter);
}

TEST_CASE("Easter meets the earliest and latest dates of the Gregorian cycle") {
    // Meeus, Astronomical Algorithms, ch. 8: 22 March in 1818, 25 April in 1943 and 2038; his examples 1991
    // and 2000.
    CHECK(easter_sunday(1818) == Date{1818, 3, 22});
    CHECK(easter_sunday(1943) == Date{1943, 4, 25});
    CHECK(easter_sunday(2038) == Date{2038, 4, 25});
    CHECK(easter_sunday(1991) == Date{1991, 3, 31});
    CHECK(easter_sunday(2000) == Date{2000, 4, 23});
}

TEST_CASE("the holidays of all sixteen states in 2026 are those of the published calendar") {
    std::map<int, std::set<std::string>> published;
    for (const PublishedDay& day : calendar_2026())
        for (const int state : day.states) published[state].insert(to_string(day.date));
    for (int state = SH; state <= TH; ++state) {
        CAPTURE(state_name({state}));
        std::set<std::string> computed;
        for (const Holiday& holiday : public_holidays({state}, 2026))
            computed.insert(to_string(holiday.date));
        CHECK(computed == published[state]);
    }
}

TEST_CASE("Saxony's Repentance Day is the Wednesday before 23 November") {
    // Published calendars: 16 Nov 2022, 22 Nov 2023, 20 Nov 2024, 19 Nov 2025, 18 Nov 2026.
    const std::vector<Date> published{
        {2022, 11, 16}, {2023, 11, 22}, {2024, 11, 20}, {2025, 11, 19}, {2026, 11, 18}};
    for (const Date& day : published) {
        const auto holidays = public_holidays({SN}, day.year);
        std::set<std::string> november;
        for (const Holiday& holiday : holidays)
            if (holiday.date.month == 11) november.insert(to_string(holiday.date));
        CHECK(november == std::set<std::string>{to_string(day)});
    }
}

TEST_CASE("the number of holidays per state in 2025 is the published one") {
    // nordbayern.de, "Gesetzliche Feiertage 2025" (nine nationwide days) and camping-cars-caravans.de,
    // "Brückentage 2025" (which states add which days); Brandenburg with Easter and Whit Sunday, Berlin with
    // 8 May 2025.
    const std::map<int, std::size_t> published{{SH, 10}, {HH, 10}, {NI, 10}, {HB, 10}, {NW, 11}, {HE, 10},
                                               {RP, 11}, {BW, 12}, {BY, 12}, {SL, 12}, {BE, 11}, {BB, 12},
                                               {MV, 11}, {SN, 11}, {ST, 11}, {TH, 11}};
    for (const auto& [state, count] : published) {
        CAPTURE(state_name({state}));
        CHECK(public_holidays({state}, 2025).size() == count);
    }
}
