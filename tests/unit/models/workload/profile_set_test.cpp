#include "models/workload/profile_set.hpp"

#include <algorithm>
#include <numeric>

#include "models/base/unit_factors.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

using namespace verbund;
using namespace verbund::workload;
using verbund::test::Approx;
using verbund::test::contains;

namespace {

constexpr FederalState north_rhine{5};
constexpr FederalState bavaria{9};
constexpr FederalState saxony{14};

/// A profile whose share is the same all day: 0.1 on workdays, 0.2 on Thursdays, 0.3 on Fridays, 0.4 at
/// weekends.
[[nodiscard]] std::vector<catalog::Profile> plain_rows(const std::string& id) {
    std::vector<catalog::Profile> rows;
    double level = 0.1;
    for (const char* kind : {"workday", "long-thursday", "friday", "weekend-or-holiday"}) {
        catalog::Profile row;
        row.id = id;
        row.day_kind = kind;
        row.share.fill(level);
        row.quiet_factor = 0.5;
        rows.push_back(row);
        level += 0.1;
    }
    return rows;
}

[[nodiscard]] ProfileSet shipped_profiles() { return ProfileSet{read::load_catalog().profiles}; }

[[nodiscard]] double sum_over_year(const ProfileSet& profiles, int profile, int year, FederalState state) {
    const auto kinds = day_kinds(state, year);
    const auto quiet = quiet_season(year);
    double sum = 0.0;
    for (std::size_t day = 0; day < kinds.size(); ++day)
        for (int hour = 0; hour < hours_per_day; ++hour)
            sum += profiles.share(profile, day_type(kinds[day], quiet[day]), hour);
    return sum;
}

}  // namespace

TEST_CASE("a profile gives the share of its kind of day, lowered in the quiet season") {
    const ProfileSet profiles{plain_rows("plain")};
    CHECK(profiles.share(0, day_type(DayKind::workday, false), 12) == Approx(0.1));
    CHECK(profiles.share(0, day_type(DayKind::long_thursday, false), 0) == Approx(0.2));
    CHECK(profiles.share(0, day_type(DayKind::friday, true), 23) == Approx(0.3 * 0.5));
    CHECK(profiles.share(0, day_type(DayKind::weekend_or_holiday, false), 5) == Approx(0.4));
}

TEST_CASE("profiles keep the order of the table and are found by id") {
    auto rows = plain_rows("b");
    const auto more = plain_rows("a");
    rows.insert(rows.end(), more.begin(), more.end());
    std::swap(rows[1], rows[5]);  // rows of one profile need not stand together
    const ProfileSet profiles{rows};
    CHECK(profiles.size() == 2);
    CHECK(profiles.ids() == std::vector<std::string>{"b", "a"});
    CHECK(profiles.index("a") == 1);
    CHECK_THROWS_WITH(profiles.index("c"), contains("no load profile \"c\" (profiles: b, a)"));
}

TEST_CASE("a profile with a missing, doubled or unknown kind of day is refused") {
    auto missing = plain_rows("p");
    missing.pop_back();
    CHECK_THROWS_WITH(ProfileSet{missing}, contains("\"p\" has no row for weekend-or-holiday"));
    auto doubled = plain_rows("p");
    doubled.push_back(doubled.front());
    CHECK_THROWS_WITH(ProfileSet{doubled}, contains("\"p\" has two rows for workday"));
    auto unknown = plain_rows("p");
    unknown[0].day_kind = "sunday";
    CHECK_THROWS_WITH(ProfileSet{unknown}, contains("no kind of day \"sunday\""));
}

TEST_CASE("folding the year into patterns loses nothing") {
    const ProfileSet profiles = shipped_profiles();
    const std::vector<FederalState> states{north_rhine, bavaria, saxony};
    for (const int year : {2024, 2025}) {
        const YearPatterns patterns = year_patterns(year, states);
        CHECK(patterns.pattern_of_day.size() == static_cast<std::size_t>(hours_in_year(year) / 24));
        CHECK(std::accumulate(patterns.days_of_pattern.begin(), patterns.days_of_pattern.end(), 0) ==
              hours_in_year(year) / 24);
        for (std::size_t state = 0; state < states.size(); ++state) {
            const auto kinds = day_kinds(states[state], year);
            const auto quiet = quiet_season(year);
            for (std::size_t day = 0; day < kinds.size(); ++day) {
                REQUIRE(patterns.day_type_of[patterns.pattern_of_day[day]][state] ==
                        day_type(kinds[day], quiet[day]));
            }
            double folded = 0.0;
            for (std::size_t p = 0; p < patterns.days_of_pattern.size(); ++p) {
                for (int hour = 0; hour < hours_per_day; ++hour) {
                    folded +=
                        patterns.days_of_pattern[p] * profiles.share(0, patterns.day_type_of[p][state], hour);
                }
            }
            CHECK(folded == Approx(sum_over_year(profiles, 0, year, states[state])).epsilon(1e-12));
        }
    }
}

TEST_CASE("one state needs at most eight patterns, all states far fewer than days") {
    CHECK(year_patterns(2025, {north_rhine}).day_type_of.size() == 8);
    std::vector<FederalState> all;
    for (int state = 1; state <= 16; ++state) all.push_back({state});
    // Eight types, plus one pattern for every date on which only some states have a weekday holiday: at most
    // ten dates.
    CHECK(year_patterns(2025, all).day_type_of.size() <= 18);
    CHECK(year_patterns(2025, all).slots() <= 18 * 24);
}

TEST_CASE("a year has about 250 working days") {
    // 260 to 262 weekdays, less at least the four holidays that always fall on one and at most the 13 of a
    // state.
    for (int state = 1; state <= 16; ++state) {
        for (int year = 2022; year <= 2035; ++year) {
            const auto kinds = day_kinds({state}, year);
            const auto free_days = std::count(kinds.begin(), kinds.end(), DayKind::weekend_or_holiday);
            const auto working_days = static_cast<long>(kinds.size()) - free_days;
            CHECK(working_days >= 260 - 13);
            CHECK(working_days <= 262 - 4);
        }
    }
}

TEST_CASE("the shipped profiles are shares that reach one") {
    const ProfileSet profiles = shipped_profiles();
    for (int profile = 0; profile < profiles.size(); ++profile) {
        CAPTURE(profiles.ids()[static_cast<std::size_t>(profile)]);
        double peak = 0.0;
        for (int type = 0; type < day_types_count; ++type) {
            for (int hour = 0; hour < hours_per_day; ++hour) {
                const double share = profiles.share(profile, type, hour);
                CHECK(share >= 0.0);
                peak = std::max(peak, share);
            }
        }
        CHECK(peak == 1.0);
    }
}

TEST_CASE("the office profile is busy at 9, longer on Thursday and over early on Friday") {
    const ProfileSet profiles = shipped_profiles();
    const int office = profiles.index("office");
    const auto share = [&](DayKind kind, bool quiet, int hour) {
        return profiles.share(office, day_type(kind, quiet), hour);
    };
    CHECK(share(DayKind::workday, false, 9) == 1.0);
    CHECK(share(DayKind::workday, false, 3) == Approx(0.05));
    CHECK(share(DayKind::long_thursday, false, 16) == Approx(0.65 * 1.3));
    CHECK(share(DayKind::long_thursday, false, 18) == Approx(0.20));
    CHECK(share(DayKind::friday, false, 12) == Approx(0.75));
    CHECK(share(DayKind::friday, false, 13) == Approx(0.85 * 0.5));
    CHECK(share(DayKind::weekend_or_holiday, false, 9) == Approx(0.07));
    CHECK(share(DayKind::workday, true, 9) == Approx(0.75));
}

TEST_CASE("citizens file applications in the evening and backups run at night") {
    const ProfileSet profiles = shipped_profiles();
    const int portal = profiles.index("citizen-portal");
    const int workday = day_type(DayKind::workday, false);
    const int weekend = day_type(DayKind::weekend_or_holiday, false);
    CHECK(profiles.share(portal, workday, 20) > profiles.share(portal, workday, 10));
    CHECK(profiles.share(portal, weekend, 20) > 0.5);
    const int night = profiles.index("night-batch");
    for (int hour = 0; hour < hours_per_day; ++hour) {
        const bool in_window = hour >= 20 || hour < 6;
        CHECK((profiles.share(night, workday, hour) == 1.0) == in_window);
    }
}
