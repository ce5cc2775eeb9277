#include "sim/events/drill/capacity.hpp"

#include <cmath>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

/// Center b, whose rooms state 5 kW each; its UPS, cooling and grid connection carry more.  A host draws 100
/// W idle and 400 W in full use.
struct StatedPower : DrillWorld {
    explicit StatedPower(double in_use_kw) {
        for (auto& [id, room] : study.centers.at("b").rooms) room.it_power = 5.0 * kilowatt;
        cooling.plant = catalog::EffectiveCop{3.0};
        auto plant = std::make_shared<deploy::Plant>(*year().sites[b].plant);
        plant->limits[Resource::storage] = 100.0;
        plant->limits[Resource::it_power] = 10.0;
        plant->limits[Resource::ups] = plant->limits[Resource::cooling] = plant->limits[Resource::grid] =
            100.0;
        for (deploy::RoomPlant& room : plant->rooms) room.cooling = &cooling;
        year().sites[b].plant = plant;
        year().sites[b].needs.of[Resource::it_power] = in_use_kw;
        variant.host_types.front().power_w.fill(400.0);
        variant.host_types.front().power_w.front() = 100.0;
    }
    catalog::CoolingType cooling{};
};

/// Servers of 64 GB and 100 GB of data each.
Service servers(int count) {
    Service service;
    service.servers = count;
    service.ram_gb = 64.0;
    service.storage_gb = 100.0 * count;
    return service;
}

TEST_CASE("free storage is what is installed and not in use", "[events][drill]") {
    DrillWorld world;
    auto plant = std::make_shared<deploy::Plant>(*world.year().sites[DrillWorld::b].plant);
    plant->limits[Resource::storage] = 10.0;
    world.year().sites[DrillWorld::b].plant = plant;
    world.year().sites[DrillWorld::b].storage_tb = 4.0;
    CHECK(free_storage_tb(world.input(), DrillWorld::b) == Approx(6.0));
    world.year().sites[DrillWorld::b].storage_tb = 12.0;
    CHECK(free_storage_tb(world.input(), DrillWorld::b) == 0.0);
}

TEST_CASE("free power is what the stated rooms carry beyond the peak of the year", "[events][drill]") {
    CHECK(free_power_kw(StatedPower(4.0).input(), DrillWorld::b) == Approx(6.0));
    CHECK(free_power_kw(StatedPower(11.0).input(), DrillWorld::b) == 0.0);
    CHECK(std::isinf(free_power_kw(DrillWorld{}.input(), DrillWorld::b)));  // the run sizes it
}

TEST_CASE("what starts elsewhere takes the power that its hosts do not draw yet", "[events][drill]") {
    // Half of the hosts of 256 GB are on: a host in use draws 400 - 50 W more, 87.5 W for each 64 GB.  Of 270
    // W that are free three servers take 262.5 W; with 400 W a host it would be two.
    StatedPower world(10.0 - 0.270);
    world.year().sites[DrillWorld::b].pools.front().running_share = 0.5;
    Capacity capacity(world.input(), DrillWorld::b);
    const Capacity::Fit first = capacity.take_all(servers(2));
    CHECK(first.servers == 2);
    CHECK(first.others == Lacks::nothing);
    const Capacity::Fit second = capacity.take_all(servers(2));  // 95 W are left
    CHECK(second.servers == 1);
    CHECK(second.others == Lacks::power);
}

TEST_CASE("machines of physical servers neither hold nor feed what starts elsewhere", "[events][drill]") {
    StatedPower world(10.0 - 0.270);
    world.year().sites[DrillWorld::b].pools.front().running_share = 0.5;
    world.year().sites[DrillWorld::b].pools.push_back(
        {.kind = deploy::PoolKind::physical, .hosts = {{0, 20}}, .load_ops = {}});
    CHECK(free_ram_gb(world.input(), DrillWorld::b) == Approx(768.0));
    // 20 machines that run would pull the power for a server to (3 x 350 + 20 x 300) W / 23 / 4 = 76.6 W.
    Capacity capacity(world.input(), DrillWorld::b);
    CHECK(capacity.take_all(servers(4)).servers == 3);
}

TEST_CASE("memory and storage are handed out once", "[events][drill]") {
    DrillWorld world;
    auto plant = std::make_shared<deploy::Plant>(*world.year().sites[DrillWorld::b].plant);
    plant->limits[Resource::storage] = 0.75;
    world.year().sites[DrillWorld::b].plant = plant;
    Capacity stored(world.input(), DrillWorld::b);  // 768 GB of memory take 12 servers, 750 GB of storage 7
    CHECK(stored.take_all(servers(5)).servers == 5);
    const Capacity::Fit rest = stored.take_all(servers(5));
    CHECK(rest.servers == 2);
    CHECK(rest.others == Lacks::storage);
    Capacity memory(320.0);
    CHECK(memory.take_hosts(servers(3)).servers == 3);
    const Capacity::Fit last = memory.take_hosts(servers(3));
    CHECK(last.servers == 2);
    CHECK(last.others == Lacks::memory);
}

TEST_CASE("a place that was admitted for one service is not there for the next", "[events][drill]") {
    Capacity capacity(1e4);
    int admitted = 3;
    CHECK(capacity.take_copies(servers(2), admitted).servers == 2);
    CHECK(admitted == 1);
    const Capacity::Fit rest = capacity.take_copies(servers(2), admitted);
    CHECK(rest.servers == 1);
    CHECK(rest.others == Lacks::standby);
    CHECK(admitted == 0);
}

}  // namespace
}  // namespace verbund::events
