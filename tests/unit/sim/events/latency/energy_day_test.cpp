#include "sim/events/latency/energy_day.hpp"

#include "sim/batch/energy_check.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/isolated.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

/// A curve with a bend at every point.
constexpr compute::PowerTable bent{100.0, 130.0, 150.0, 180.0, 190.0, 230.0,
                                   240.0, 270.0, 310.0, 330.0, 400.0};

TEST_CASE("power states are the segments of the power table", "[events][energy]") {
    const std::vector<PowerState> states = power_states(bent);
    REQUIRE(states.size() == 10);
    for (int percent = 0; percent <= 100; ++percent) {
        const double u = percent / 100.0;
        const PowerState& state = states[static_cast<std::size_t>(power_state_of(u))];
        const double power = state.floor_w + u * (state.full_w - state.floor_w);
        CHECK(power == test::Approx(compute::interpolate(bent, u)));
        CHECK(state.idle_w == 100.0);
    }
    CHECK(power_state_of(0.0) == 0);
    CHECK(power_state_of(0.1) == 1);
    CHECK(power_state_of(1.0) == 9);
}

/// World whose only load is that of center p's four hosts of 100 operations/s each.
struct LoadedWorld : DrillWorld {
    LoadedWorld(double base, double swing, double running_share) {
        variant.host_types.front().power_w = bent;
        variant.host_types.front().performance_ops = 100.0;
        for (deploy::SiteDeployment& site : year().sites) site.pools.clear();
        year().sites[p].pools.push_back(
            {.kind = deploy::PoolKind::cluster,
             .hosts = {{0, 4}},
             .load_ops = {{.state = 1, .profile = 0, .base = base, .swing = swing}},
             .running_share = running_share});
    }

    [[nodiscard]] double kwh() const {
        return test::isolated_numbers([&] {
                   const DayShape day = day_shape(input(), study::TypicalDay::winter_workday);
                   return std::vector<double>{simulate_energy_day(input(), day).hosts_kwh};
               })
            .front();
    }
};

TEST_CASE("a day's energy is power times hours", "[events][energy]") {
    // Load 100 + 0 of 400: 25 %, halfway between 150 and 180 W: 165 W x 4 hosts x 24 h.
    CHECK(LoadedWorld(100.0, 0.0, 1.0).kwh() == test::Approx(165.0 * 4.0 * 24.0 / 1e3).epsilon(1e-9));
    // Half of the hosts run: 50 %, 230 W x 2.
    CHECK(LoadedWorld(100.0, 0.0, 0.5).kwh() == test::Approx(230.0 * 2.0 * 24.0 / 1e3).epsilon(1e-9));
    // Idle, not zero; overloaded: full power.
    CHECK(LoadedWorld(0.0, 0.0, 1.0).kwh() == test::Approx(100.0 * 4.0 * 24.0 / 1e3).epsilon(1e-9));
    CHECK(LoadedWorld(500.0, 0.0, 1.0).kwh() == test::Approx(400.0 * 4.0 * 24.0 / 1e3).epsilon(1e-9));
}

TEST_CASE("hosts that are switched off draw nothing", "[events][energy]") {
    CHECK(LoadedWorld(0.0, 0.0, 0.0).kwh() == 0.0);
}

TEST_CASE("both engines' energy is compared on the same day", "[events][energy]") {
    const LoadedWorld world(100.0, 0.0, 1.0);
    const outcome::EnergyCheck check =
        batch::check_energy(world.input(), {study::TypicalDay::winter_workday, 16.0});
    CHECK(check.year == 2030);
    CHECK(check.day == "winter-workday");
    CHECK(check.annual_kwh == test::Approx(165.0 * 4.0 * 24.0 / 1e3));
    CHECK(check.deviation == test::Approx(16.0 / 15.84 - 1.0));
    CHECK_THROWS_AS(batch::check_energy(world.input(), {study::TypicalDay::month_end, 16.0}),
                    std::invalid_argument);
}

}  // namespace
}  // namespace verbund::events
