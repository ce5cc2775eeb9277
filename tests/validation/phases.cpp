// Energy of years in which something changes, against sums over the hours of years in which nothing does.
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/phase_study.hpp"

namespace verbund::annual {
namespace {

using test::Approx;

constexpr double exact = 1e-9;
constexpr std::size_t north = 0;

/// IT and grid power of sites in every hour of a year that is one phase, kW.
class HoursOfYear {
public:
    HoursOfYear(const study::StudySet& set, int year)
        : world_{set, 0},
          weather_{set.catalog, set.seed, weather_keys(world_.study(), set.catalog, year, year)},
          year_{year} {
        REQUIRE(world_.phases(year).size() == 1);
    }

    /// Of one site, in place of all.
    HoursOfYear& only(std::size_t site) {
        only_ = site;
        return *this;
    }

    [[nodiscard]] HourlySum play() const {
        HourlySum sum(hours_in_year(year_));
        deploy::PatternCache patterns;
        const deploy::WorldYear at = world_.year(year_);
        for (std::size_t s = 0; s < at.year().sites.size(); ++s) {
            const deploy::SiteDeployment& site = at.year().sites[s];
            if (!site.in_operation || (only_ && *only_ != s)) continue;
            const deploy::Site& where = at.variant().sites[s];
            SiteHours hours;
            static_cast<void>(simulate_site_year(
                {.where = &where,
                 .site = &site,
                 .types = &at.variant().host_types,
                 .grid = {&world_.profiles(),
                          &patterns.get(whole_year(year_), deploy::states_of(site, where.state))},
                 .weather = &weather_,
                 .imperfection = world_.study().facility.imperfection,
                 .heat_reuse = 0.0,
                 .keep_hours = false},
                sum, hours));
        }
        sum.finish();
        return sum;
    }

private:
    deploy::World world_;
    Weather weather_;
    int year_;
    std::optional<std::size_t> only_;
};

/// MWh of the hours of a phase.
double energy_mwh(const std::vector<double>& kw, const Phase& phase) {
    double sum = 0.0;
    for (int h = phase.first_day * hours_per_day; h < phase.end_day * hours_per_day; ++h)
        sum += kw[static_cast<std::size_t>(h)];
    return sum / kwh_per_mwh;
}

Phase from_day(Date day) { return {day.year, day_of_year(day), days_in_year(day.year)}; }

/// Whole center, all towns at once, both on the same day.
test::Simulated opened_on(const std::string& day, int year) {
    return test::simulate(
        test::phase_study({.moves = "m: {who: all, to: north, date: " + day + "}",
                           .center_dates = "commissioned: " + day,
                           .horizon = fmt::format("{{first: {}, last: {}}}", year - 1, year + 1)}));
}

TEST_CASE("a center from a day on takes the sum of its hours from that day on", "[validation]") {
    // 1 July of a common year; 29 February of a leap year; a single day.
    for (const Date day : {Date{2026, 7, 1}, Date{2028, 2, 29}, Date{2026, 12, 31}}) {
        INFO(to_string(day));
        const int year = day.year;
        const study::StudySet all_year =
            test::phase_study({.moves = fmt::format("m: {{who: all, to: north, date: {}-01-01}}", year),
                               .center_dates = fmt::format("commissioned: {}-01-01", year),
                               .horizon = fmt::format("{{first: {}, last: {}}}", year - 1, year + 1)});
        const HourlySum hours = HoursOfYear{all_year, year}.only(north).play();
        const test::Simulated played = opened_on(to_string(day), year);
        const outcome::SiteYear& center = played.years.at(1).sites.at(north);
        const double it_mwh = energy_mwh(hours.it_kw(), from_day(day));
        const double grid_mwh = energy_mwh(hours.grid_kw(), from_day(day));
        REQUIRE(it_mwh > 0.0);
        CHECK(center.energy.it_mwh == Approx(it_mwh).epsilon(exact));
        CHECK(center.energy.grid_mwh == Approx(grid_mwh).epsilon(exact));
        CHECK(center.pue == Approx(grid_mwh / it_mwh).epsilon(exact));
        // Means are over the hours of the year, so that energy = mean x hours.
        CHECK(center.it_power_mean_kw * hours_in_year(year) / kwh_per_mwh == Approx(it_mwh).epsilon(exact));
    }
}

TEST_CASE("a center until a day takes the sum of its hours before it and ends the year empty",
          "[validation]") {
    const auto played_with = [](const std::string& dates, const std::string& back) {
        return test::phase_study({.moves = "m: {who: all, to: north, date: 2025-01-01}" + back,
                                  .center_dates = dates,
                                  .more =
                                      "  south:\n    at: {lat: 50.1, lon: 8.7}\n    role: shared\n"
                                      "    rooms: {r1: {it_power: 200 kW, racks: 60, rack_power: 10 kW}}\n"});
    };
    const study::StudySet stays = played_with("commissioned: 2020-01-01", "");
    const study::StudySet closes = played_with("commissioned: 2020-01-01\n    closed: 2026-10-01",
                                               ", n: {who: all, to: south, date: 2026-10-01}");
    const HourlySum hours = HoursOfYear{stays, 2026}.only(north).play();
    const test::Simulated played = test::simulate(closes);
    const outcome::SiteYear& center = played.years.at(1).sites.at(north);
    const Phase before{2026, 0, day_of_year({2026, 10, 1})};
    CHECK(center.energy.it_mwh == Approx(energy_mwh(hours.it_kw(), before)).epsilon(exact));
    CHECK(center.energy.grid_mwh == Approx(energy_mwh(hours.grid_kw(), before)).epsilon(exact));
    CHECK(center.servers_placed == 0.0);
    CHECK(center.hosts == 0.0);
    CHECK(center.resources[Resource::it_power].need > 0.0);
    CHECK(played.years.at(2).sites.at(north).in_operation == 0.0);
    // All that left is there.
    const outcome::SiteYear& other = played.years.at(1).sites.at(1);
    CHECK(other.servers_placed == test::simulate(stays).years.at(1).sites.at(north).servers_placed);
}

TEST_CASE("waves by quarters come to the quarters of years in which they are done", "[validation]") {
    // An emptied room is given up at once, and one series of hosts is bought: no trace of when.
    const std::string rules = "home: {given_up: 0 a}\nhosts: {series: two-socket, ram_per_core: 12 GB}\n";
    const test::Simulated played = test::simulate(test::phase_study(
        {.moves = "m: {who: all, to: north, quarters: [2026-Q1, 2026-Q4]}", .more = rules}));
    const std::array<std::string, 4> by_key{"dormagen", "grevenbroich", "meerbusch", "neuss"};
    double it_mwh = 0.0;
    double grid_mwh = 0.0;
    std::string moved;
    for (int q = 1; q <= 4; ++q) {
        moved += (q > 1 ? ", " : "") + by_key[static_cast<std::size_t>(q) - 1];
        const study::StudySet done =
            test::phase_study({.moves = "m: {who: [" + moved + "], to: north, years: 2026}", .more = rules});
        const HourlySum hours = HoursOfYear{done, 2026}.play();
        const int end = q < 4 ? day_of_year(first_day(Quarter{2026, q + 1})) : days_in_year(2026);
        const Phase quarter{2026, day_of_year(first_day(Quarter{2026, q})), end};
        it_mwh += energy_mwh(hours.it_kw(), quarter);
        grid_mwh += energy_mwh(hours.grid_kw(), quarter);
        CHECK(played.years.at(1).phases.at(static_cast<std::size_t>(q) - 1).energy_it_mwh ==
              Approx(energy_mwh(hours.it_kw(), quarter)).epsilon(exact));
    }
    const outcome::VariantYear& year = played.years.at(1).summary;
    CHECK(year.energy.it_mwh == Approx(it_mwh).epsilon(exact));
    CHECK(year.energy.grid_mwh == Approx(grid_mwh).epsilon(exact));
}

}  // namespace
}  // namespace verbund::annual
