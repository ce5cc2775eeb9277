#include "sim/events/latency/strata.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

TEST_CASE("transactions of physical servers run on these, at their own speed", "[events]") {
    // Alpha's gis has two machines of half the hosts' speed: 100 ms of the reference take 200 ms there.
    DrillWorld world;
    catalog::Transaction map;
    map.id = "map";
    map.workload = "gis";
    map.cpu_ms = 100.0;
    world.set.catalog.transactions = {map};
    compute::HostType slow = world.variant.host_types.front();
    world.variant.reference_core_ops = slow.performance_ops / slow.cores;
    slow.performance_ops /= 2.0;
    world.variant.host_types.push_back(slow);
    world.year().sites[DrillWorld::p].pools.push_back(
        {.kind = deploy::PoolKind::physical, .hosts = {{1, 2}}, .load_ops = {}});
    deploy::Part& gis = world.year().administrations[0].parts.back();
    gis.interactions_per_h = 360.0F;
    const auto stratum = [&](bool physical) {
        gis.physical = physical;
        return test::numbers_in_child([&] {
            const deploy::WorldYear input = world.input();
            const Background background(input);
            Engine engine{EngineSettings{}};
            Platform platform(engine, input, background);
            const LatencyStrata all = latency_strata(input, platform, {{0, 1.0}}, 0.0);
            REQUIRE(all.strata.size() == 1);
            const Stratum& one = all.strata.front();
            return std::vector<double>{one.group == HostGroup::physical ? 1.0 : 0.0, one.per_hour,
                                       one.unloaded.mean_s[step_execution]};
        });
    };
    const std::vector<double> on_machines = stratum(true);
    CHECK(on_machines[0] == 1.0);
    CHECK(on_machines[1] == Approx(360.0));
    CHECK(on_machines[2] == Approx(0.2));
    const std::vector<double> on_hosts = stratum(false);
    CHECK(on_hosts[0] == 0.0);
    CHECK(on_hosts[2] == Approx(0.1));
}

}  // namespace
}  // namespace verbund::events
