#include "tests/support/phases.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "scenarios/study/wave_days.hpp"
#include "sim/deploy/world.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/phase_study.hpp"
#include "tests/unit/scenarios/small_study.hpp"

namespace verbund::deploy {
namespace {

constexpr std::size_t north = 0;

VariantDeployment deployed(const test::PhasePlanText& text) {
    const study::StudySet set = test::phase_study(text);
    VariantDeployment variant = deploy(set, set.variants.front().study);
    for (Site& site : variant.sites) site.center = nullptr;  // the study goes
    return variant;
}

std::vector<Date> starts_of(const VariantDeployment& variant, int year) {
    std::vector<Date> starts;
    for (const Deployment& phase : variant.phases)
        if (phase.year == year) starts.push_back(first_date(phase));
    return starts;
}

int bought(const VariantDeployment& variant, int year) {
    int hosts = 0;
    for (const Deployment& phase : variant.phases)
        if (phase.year == year)
            for (const SiteDeployment& site : phase.sites) hosts += site.hosts_bought;
    return hosts;
}

TEST_CASE("a wave within a year begins a phase, and the year ends with it done", "[deploy]") {
    const VariantDeployment variant = deployed({.moves = "m: {who: all, to: north, date: 2026-07-01}"});
    CHECK(starts_of(variant, 2025).size() == 1);
    CHECK(starts_of(variant, 2026) == std::vector<Date>{{2026, 1, 1}, {2026, 7, 1}});
    const Deployment& before = variant.phases.at(1);
    const Deployment& after = variant.phases.at(2);
    CHECK(before.starts_with == PhaseStart::year);
    CHECK(after.starts_with == PhaseStart::move);
    CHECK(before.sites[north].servers_placed == 0);
    CHECK(after.sites[north].servers_placed > 0);
    CHECK(&test::end_of(variant, 2026) == &after);
}

TEST_CASE("equal waves go by quarters as they do by years", "[deploy]") {
    const study::StudySet set =
        test::phase_study({.moves = "m: {who: all, to: north, quarters: [2026-Q3, 2027-Q2]}"});
    CHECK(study::wave_days(set.variants[0].study.moves.at("m")) ==
          std::vector<Date>{{2026, 7, 1}, {2026, 10, 1}, {2027, 1, 1}, {2027, 4, 1}});
    const VariantDeployment variant = deploy(set, set.variants[0].study);
    CHECK(starts_of(variant, 2026) == std::vector<Date>{{2026, 1, 1}, {2026, 7, 1}, {2026, 10, 1}});
    CHECK(variant.phases.at(2).sites[north].administrations == 1);
    CHECK(test::end_of(variant, 2026).sites[north].administrations == 2);
    CHECK(test::end_of(variant, 2027).sites[north].administrations == 4);
}

TEST_CASE("hosts of a year are bought once, whatever happens in it", "[deploy]") {
    // Those who have moved already buy what they would buy in a year without a wave of others.
    const std::string first = "a: {who: [neuss], to: north, date: 2025-01-01}";
    const VariantDeployment quiet = deployed({.moves = first});
    const VariantDeployment busy =
        deployed({.moves = first + ", b: {who: [dormagen], to: north, only: [gis], date: 2026-07-01}"});
    const auto untouched = [](const VariantDeployment& variant) {
        int hosts = 0;
        for (const Deployment& phase : variant.phases)
            if (phase.year == 2026)
                for (std::size_t s = 2; s < phase.sites.size(); ++s)  // rooms after dormagen's
                    hosts += phase.sites[s].hosts_bought;
        return hosts;
    };
    CHECK(untouched(busy) == untouched(quiet));
    CHECK(bought(busy, 2025) == bought(quiet, 2025));
}

TEST_CASE("a site that nothing happens to stays as it was in the phase before", "[deploy]") {
    const VariantDeployment variant =
        deployed({.moves = "m: {who: [dormagen], to: north, date: 2026-05-15}"});
    const Deployment& before = variant.phases.at(1);
    const Deployment& after = variant.phases.at(2);
    std::size_t changed = 0;
    for (std::size_t s = 0; s < after.sites.size(); ++s) {
        const bool same = before.sites[s].plant == after.sites[s].plant &&
                          before.sites[s].servers_placed == after.sites[s].servers_placed &&
                          before.sites[s].constant_it_w == after.sites[s].constant_it_w;
        changed += same ? 0 : 1;
    }
    CHECK(changed == 2);  // dormagen's room and the center
}

TEST_CASE("a commissioning that nobody uses yet is no change", "[deploy]") {
    // Both centers of the small study come in mid-2023, the first wave in 2024.
    const study::StudySet set = test::read_text(test::small_study);
    const VariantDeployment variant = deploy(set, set.variants[0].study);
    CHECK(variant.phases.size() == 9);
    for (const Deployment& phase : variant.phases) CHECK(days_of(phase) == days_in_year(phase.year));
}

TEST_CASE("an emptied room is given up whole years after the day", "[deploy]") {
    const VariantDeployment variant = deployed(
        {.moves = "m: {who: all, to: north, date: 2026-05-15}", .horizon = "{first: 2026, last: 2028}"});
    CHECK(starts_of(variant, 2027) == std::vector<Date>{{2027, 1, 1}, {2027, 5, 15}});
    const auto given_up = [&](std::size_t phase) {
        const auto& sites = variant.phases.at(phase).sites;
        return std::count_if(sites.begin(), sites.end(),
                             [](const SiteDeployment& site) { return site.given_up; });
    };
    CHECK(given_up(1) == 0);  // from 15 May 2026
    CHECK(given_up(2) == 0);  // from 1 January 2027
    CHECK(given_up(3) == 4);  // from 15 May 2027
    CHECK(variant.phases.at(3).starts_with == PhaseStart::given_up);
}

TEST_CASE("a center may come and go within a year", "[deploy]") {
    const std::string south =
        "  south:\n    at: {lat: 50.1, lon: 8.7}\n    role: shared\n    rooms: {r1: {}}\n";
    const VariantDeployment variant =
        deployed({.moves = "a: {who: all, to: north, date: 2026-03-01}, "
                           "b: {who: all, to: south, date: 2026-09-01}",
                  .center_dates = "commissioned: 2026-03-01\n    closed: 2026-09-01",
                  .more = south});
    CHECK(starts_of(variant, 2026) == std::vector<Date>{{2026, 1, 1}, {2026, 3, 1}, {2026, 9, 1}});
    CHECK(variant.phases.at(1).sites[north].servers_placed == 0);
    CHECK(variant.phases.at(2).sites[north].servers_placed > 0);
    CHECK(variant.phases.at(3).sites[north].servers_placed == 0);
}

TEST_CASE("servers in a center that closes under them are a mistake of that day", "[deploy]") {
    const study::StudySet set =
        test::phase_study({.moves = "m: {who: all, to: north, date: 2025-01-01}",
                           .center_dates = "commissioned: 2020-01-01\n    closed: 2026-10-01"});
    try {
        static_cast<void>(deploy(set, set.variants[0].study));
        FAIL("was deployed");
    } catch (const InvalidInput& error) {
        CHECK_THAT(to_string(error.mistakes().front()), test::contains("on 2026-10-01"));
    }
}

TEST_CASE("the same day has one result, whether it is written as year, quarter or date", "[deploy]") {
    const auto played = [](const std::string& time) {
        return test::simulate(test::phase_study({.moves = "m: {who: all, to: north, " + time + "}"}));
    };
    const test::Simulated by_year = played("years: [2026, 2026]");
    for (const char* time : {"quarters: [2026-Q1, 2026-Q1]", "quarters: 2026-Q1", "date: 2026-01-01"}) {
        const test::Simulated other = played(time);
        REQUIRE(other.years.size() == by_year.years.size());
        for (std::size_t y = 0; y < by_year.years.size(); ++y) {
            CHECK(other.years[y].phases.size() == 1);
            CHECK(other.years[y].summary.energy.grid_mwh == by_year.years[y].summary.energy.grid_mwh);
            CHECK(other.years[y].summary.cost.total_eur == by_year.years[y].summary.cost.total_eur);
            CHECK(other.years[y].summary.latency_p95_ms == by_year.years[y].summary.latency_p95_ms);
        }
    }
}

TEST_CASE("what moves away within a year must still be carried before", "[deploy]") {
    // Stated plant, but the access of the town is sized: by the larger of both phases.
    const auto access_of = [](const std::string& moves) {
        const study::StudySet set = test::phase_study({.moves = moves});
        const World world{set, 0};
        return world.network().lines->years.at(2026).peaks.access_gbit_s;
    };
    const std::vector<double> stays = access_of("m: {who: [dormagen], to: north, date: 2025-01-01}");
    const std::vector<double> goes = access_of(
        "m: {who: [dormagen], to: north, date: 2025-01-01}, "
        "n: {who: [neuss], to: north, date: 2026-12-31}");
    REQUIRE(stays.size() == goes.size());
    for (std::size_t a = 0; a < stays.size(); ++a) CHECK(goes[a] >= stays[a]);
    CHECK(goes != stays);
}

}  // namespace
}  // namespace verbund::deploy
