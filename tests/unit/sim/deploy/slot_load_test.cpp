#include "sim/deploy/slot_load.hpp"

#include <algorithm>
#include <stdexcept>

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

constexpr std::uint8_t bavaria = 9;
constexpr std::uint8_t saxony = 14;

/// Profile 0 works at ten, profile 1 at ten on free days; Bavaria's and Saxony's calendars side by side.
struct Grid {
    Grid() : profiles{rows()}, patterns{workload::year_patterns(2026, {{bavaria}, {saxony}})} {}
    static std::vector<catalog::Profile> rows() {
        auto all = test::profile_rows("office", test::only_at({{10, 1.0}}), test::DayShape{});
        const auto free = test::profile_rows("free", test::DayShape{}, test::only_at({{10, 0.5}}));
        all.insert(all.end(), free.begin(), free.end());
        return all;
    }
    [[nodiscard]] SlotGrid view() const { return {&profiles, &patterns}; }

    workload::ProfileSet profiles;
    workload::YearPatterns patterns;
};

/// Slot of the hour of a day of the year, both from 0.
std::size_t slot(const Grid& grid, std::size_t day, std::size_t hour) {
    return grid.patterns.pattern_of_day[day] * 24U + hour;
}

constexpr std::size_t all_saints = 31 + 28 + 31 + 30 + 31 + 30 + 31 + 31 + 30 + 31;  // Sunday in 2026
constexpr std::size_t corpus_christi = 31 + 28 + 31 + 30 + 31 + 3;  // 4 June, Thursday, free in Bavaria alone

TEST_CASE("a load follows the profile of its own state's calendar", "[deploy]") {
    const Grid grid;
    const std::vector<LoadTerm> terms{{bavaria, 0, 10.0, 100.0}, {saxony, 0, 1.0, 1000.0}};
    const std::vector<double> load = slot_load(terms, grid.view());
    CHECK(load[slot(grid, corpus_christi, 10)] == Approx(11.0 + 1000.0));  // Saxony works, Bavaria does not
    CHECK(load[slot(grid, corpus_christi - 1, 10)] == Approx(11.0 + 1100.0));
    CHECK(load[slot(grid, corpus_christi - 1, 11)] == Approx(11.0));
    CHECK(load[slot(grid, all_saints, 10)] == Approx(11.0));
}

TEST_CASE("every term keeps its own profile", "[deploy]") {
    const Grid grid;
    const std::vector<double> load = slot_load({{bavaria, 1, 0.0, 8.0}}, grid.view());
    CHECK(load[slot(grid, all_saints, 10)] == Approx(4.0));
    CHECK(load[slot(grid, corpus_christi - 1, 10)] == 0.0);
}

TEST_CASE("a state that the calendar lacks is a defect, not a silent zero", "[deploy]") {
    const Grid grid;
    CHECK_THROWS_AS(slot_load({{1, 0, 1.0, 1.0}}, grid.view()), std::logic_error);
}

TEST_CASE("hosts of a pool run at one use, and what is switched off draws nothing", "[deploy]") {
    // 2 hosts of 1000 ops and 4 of 500, half of them on: 2000 ops.  500 of them used: a quarter.
    // Power at a quarter: hosts A 100 + 2.5 x 10 = 125 W, hosts B 40 + 2.5 x 4 = 50 W;
    // half of (2 x 125 + 4 x 50) = 225 W.
    std::array<double, 11> a{};
    std::array<double, 11> b{};
    for (std::size_t p = 0; p < 11; ++p) {
        a[p] = 100.0 + 10.0 * static_cast<double>(p);
        b[p] = 40.0 + 4.0 * static_cast<double>(p);
    }
    const std::vector<compute::HostType> types{test::host_type(1000.0, a), test::host_type(500.0, b)};
    const Grid grid;
    const Pool pool{PoolKind::cluster, {{0, 2}, {1, 4}}, {{bavaria, 0, 500.0, 0.0}}, 0.5, {}};
    const PoolSlots slots = pool_slots(pool, types, grid.view());
    CHECK(slots.performance_ops == Approx(2000.0));
    CHECK(slots.utilisation[0] == Approx(0.25));
    CHECK(slots.power_w[0] == Approx(225.0));
    SiteDeployment site;
    site.constant_it_w = 70.0;
    site.pools = {pool, pool};
    CHECK(site_it_power_w(site, types, grid.view())[5] == Approx(70.0 + 2 * 225.0));
}

TEST_CASE("a pool without running hosts uses and draws nothing", "[deploy]") {
    const Grid grid;
    const std::vector<compute::HostType> types{test::host_type(1000.0, std::array<double, 11>{})};
    const PoolSlots off = pool_slots({PoolKind::standby, {{0, 3}}, {}, 0.0, {}}, types, grid.view());
    CHECK(off.performance_ops == 0.0);
    CHECK(std::all_of(
        off.power_w.begin(), off.power_w.end(), [](double w) { return w == 0.0; }));
    CHECK(std::all_of(off.utilisation.begin(), off.utilisation.end(), [](double u) { return u == 0.0; }));
}

TEST_CASE("a site follows the states of its load and of its users, else its own", "[deploy]") {
    SiteDeployment site;
    CHECK(states_of(site, {7}) == std::vector<FederalState>{{7}});
    site.pools = {{PoolKind::cluster, {}, {{saxony, 0, 1.0, 0.0}, {bavaria, 0, 1.0, 0.0}}}};
    site.traffic_gbit_s = {{16, 0, 0.0, 1.0}, {saxony, 0, 0.0, 1.0}};
    CHECK(states_of(site, {7}) == std::vector<FederalState>{{bavaria}, {saxony}, {16}});
}

}  // namespace
}  // namespace verbund::deploy
