#include "sim/events/world/background.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

TEST_CASE("a fifth of the traffic goes up and the rest comes down, copies flow from primary to backup",
          "[events]") {
    // alpha's mail: 1 Gbit/s over alpha--x and x--p; p sends 0.1 Gbit/s of copies to b.
    DrillWorld world;
    world.study.events.latency.upstream_share = 20.0 * percent;
    for (deploy::Part& part : world.year().administrations[0].parts)
        part.traffic_gbit_s = part.workload == DrillWorld::mail ? 1.0F : 0.0F;
    const deploy::WorldYear input = world.input();
    const DayShape day = day_shape(input, study::TypicalDay::winter_workday);
    const Background background(input);
    CHECK(background.access_gbit_s(0, true, day, 10) == Approx(0.2));
    CHECK(background.access_gbit_s(0, false, day, 10) == Approx(0.8));
    CHECK(background.link_gbit_s({0, true}, day, 10) == Approx(0.2));
    CHECK(background.link_gbit_s({0, false}, day, 10) == Approx(0.8));
    CHECK(background.uplink_gbit_s(DrillWorld::p, true, day, 10) == Approx(0.2));
    CHECK(background.uplink_gbit_s(DrillWorld::p, false, day, 10) == Approx(0.8 + 0.1));
    CHECK(background.uplink_gbit_s(DrillWorld::b, true, day, 10) == Approx(0.1));
    CHECK(background.uplink_gbit_s(DrillWorld::b, false, day, 10) == 0.0);
    CHECK(background.link_gbit_s({4, true}, day, 10) == Approx(0.1));
    CHECK(background.link_gbit_s({4, false}, day, 10) == 0.0);
}

TEST_CASE("a pool's load is shared by the hosts that are on", "[events]") {
    // 100 + 60 x 1 operations/s on two of four hosts of 400: 0.2.
    DrillWorld world;
    world.variant.host_types.front().performance_ops = 400.0;
    const deploy::Pool pool{.kind = deploy::PoolKind::cluster,
                            .hosts = {{0, 4}},
                            .load_ops = {{.state = 1, .profile = 0, .base = 100.0, .swing = 60.0}},
                            .running_share = 0.5};
    const deploy::WorldYear input = world.input();
    const DayShape day = day_shape(input, study::TypicalDay::winter_workday);
    CHECK(Background(input).pool_load(pool, day, 10) == Approx(0.2));
}

}  // namespace
}  // namespace verbund::events
