#include "sim/events/drill/boot.hpp"

#include <map>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

/// Times at which services 0, 1, ... run, given 2 GB/s of storage.
std::vector<double> boot(const BootSettings& settings, const std::vector<BootOrder>& orders, int hosts,
                         double ram_gb, double more_at_s = 0.0, int more_hosts = 0) {
    return test::numbers_in_child([&] {
        Engine engine(EngineSettings{});
        const ProcessorId storage = engine.add_processor("storage", 1, 2e9);
        const ProcessorId cores = engine.add_processor("cores", settings.cores, 1.0);
        std::vector<double> times(orders.size(), -1.0);
        BootQueue queue(
            engine, storage, cores, settings, [&](std::size_t service) { times[service] = engine.now(); });
        for (const BootOrder& order : orders) queue.add(order);
        engine.at(
            0.0, [&] { queue.add_hosts(hosts, ram_gb); });
        if (more_hosts > 0)
            engine.at(
                more_at_s, [&] { queue.add_hosts(more_hosts, 1e6); });
        engine.run();
        return times;
    });
}

constexpr double plenty_gb = 1e6;

TEST_CASE("a boot storm takes the bytes it reads by the rate of the storage", "[events][drill]") {
    // 10 VMs of 3 GB at 2 GB/s: 15 s, all at once.
    const auto times = boot({.core_seconds = 0.0, .boots_per_host = 4}, {{0, 0, 10, 8.0}}, 3, plenty_gb);
    CHECK(times[0] == test::Approx(15.0).margin(0.001));
}

TEST_CASE("hosts start only so many VMs at a time, in their order", "[events][drill]") {
    // 2 places: the first service's 2 VMs read 6 GB in 3 s, then the second's two by two: 3 s each pair.
    const auto times =
        boot({.core_seconds = 0.0, .boots_per_host = 1}, {{0, 0, 2, 8.0}, {1, 1, 4, 8.0}}, 2, plenty_gb);
    CHECK(times[0] == test::Approx(3.0).margin(0.001));
    CHECK(times[1] == test::Approx(9.0).margin(0.001));
}

TEST_CASE("a VM computes after it has read, on cores that all share", "[events][drill]") {
    // Two VMs read 6 GB in 3 s; then each computes 60 core-seconds: on 2 cores 60 s, on one core 120 s.
    const std::vector<BootOrder> two{{0, 0, 2, 8.0}};
    CHECK(boot({.boots_per_host = 2, .cores = 2}, two, 1, plenty_gb)[0] == test::Approx(63.0).margin(0.01));
    CHECK(boot({.boots_per_host = 2, .cores = 1}, two, 1, plenty_gb)[0] == test::Approx(123.0).margin(0.01));
}

TEST_CASE("VMs wait for memory until more hosts run", "[events][drill]") {
    // 16 GB hold 2 of the 4 VMs (3 s for both); at 100 s more hosts come, and 2 VMs need 3 s more.
    const auto times =
        boot({.core_seconds = 0.0, .boots_per_host = 8}, {{0, 0, 2, 8.0}, {1, 0, 2, 8.0}}, 1, 16.0, 100.0, 1);
    CHECK(times[0] == test::Approx(3.0).margin(0.001));
    CHECK(times[1] == test::Approx(103.0).margin(0.001));
}

TEST_CASE("without memory a VM never starts", "[events][drill]") {
    CHECK(boot({}, {{0, 0, 1, 8.0}}, 1, 4.0)[0] == -1.0);
}

TEST_CASE("a batch of many VMs takes as long as they would one by one", "[events][drill]") {
    // 9,000 VMs in batches of 3: 27,000 GB at 2 GB/s = 13,500 s, whatever the batches.
    const auto times = boot({.core_seconds = 0.0, .boots_per_host = 10, .total_vms = 9000},
                            {{0, 0, 5000, 8.0}, {1, 0, 4000, 8.0}}, 10, plenty_gb);
    CHECK(times[0] == test::Approx(7500.0).margin(200.0));
    CHECK(times[1] == test::Approx(13500.0).margin(1.0));
}

TEST_CASE("a batch takes as many places as it has VMs", "[events][drill]") {
    // Batches of 3 (sized for 12,000 VMs) on 6 places: two read 18 GB in 9 s and compute 60 s, then two more.
    const auto times =
        boot({.boots_per_host = 6, .total_vms = 12000, .cores = 64}, {{0, 0, 12, 8.0}}, 1, plenty_gb);
    CHECK(times[0] == test::Approx(2 * 69.0).margin(0.01));
}

/// Longest recovery of critical services when center p fails; hosts of one core at reference speed, a VM
/// computes 600 core-seconds.  The backup site has that many hosts of its own, used up to `use`.
double recovery_s(int own_hosts, double use) {
    test::DrillWorld world;
    world.recovery().boot_core_seconds = 600.0;
    world.variant.host_types[0].cores = 1;
    world.variant.host_types[0].performance_ops = 100.0;
    if (own_hosts > 0) {
        world.year().sites[test::DrillWorld::b].pools.push_back(
            {deploy::PoolKind::cluster, {{0, own_hosts}}, {{1, 0, use * own_hosts * 100.0, 0.0}}});
    }
    return world.drill("center:p").summary.rto_max_s;
}

TEST_CASE("a boot storm has only the cores that the site's own VMs leave", "[events][drill]") {
    // 3 standby cores alone; 3 more that are used up add nothing, idle ones half the time of the storm: 12
    // VMs x 600 s on 3 or on 6 cores, 2400 or 1200 s.
    const double alone = recovery_s(0, 0.0);
    CHECK(recovery_s(3, 1.0) == test::Approx(alone).margin(1.0));
    CHECK(alone - recovery_s(3, 0.0) == test::Approx(1200.0).margin(60.0));
}

}  // namespace
}  // namespace verbund::events
