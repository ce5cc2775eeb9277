#include "sim/availability/site_design.hpp"

#include <memory>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::availability {
namespace {

using test::DrillWorld;

SiteDesign design_of(DrillWorld& world) { return site_design(world.input(), DrillWorld::p); }

std::shared_ptr<deploy::Plant> cooled_by(const DrillWorld& world, const catalog::CoolingType& cooling) {
    auto plant = std::make_shared<deploy::Plant>(*world.variant.phases.front().sites[DrillWorld::p].plant);
    for (deploy::RoomPlant& room : plant->rooms) room.cooling = &cooling;
    return plant;
}

TEST_CASE("a cluster needs its hosts but the reserve, and machines of physical servers do not count",
          "[availability]") {
    DrillWorld world;
    catalog::CoolingType cooling;
    world.year().sites[DrillWorld::p].plant = cooled_by(world, cooling);
    world.study.hosts.reserve = 1;
    world.year().sites[DrillWorld::p].pools.push_back(
        {.kind = deploy::PoolKind::physical, .hosts = {{0, 5}}, .load_ops = {}});
    CHECK(design_of(world).hosts == 4);
    CHECK(design_of(world).hosts_needed == 3);
    world.study.hosts.reserve = 2;
    CHECK(design_of(world).hosts_needed == 2);
    // 40 hosts are three clusters of at most 16: 13 each.
    world.year().sites[DrillWorld::p].pools.front().hosts.front().count = 40;
    CHECK(design_of(world).hosts == 13);
    CHECK(design_of(world).hosts_needed == 11);
}

TEST_CASE("the largest room has the cooling units that remove its own heat", "[availability]") {
    DrillWorld world;
    world.year().sites[DrillWorld::p].needs.of[Resource::it_power] = 150.0;
    catalog::CoolingType cooling;
    cooling.plant = catalog::DirectExpansion{};
    auto plant = cooled_by(world, cooling);
    plant->rooms[0].load_share = 0.4;
    plant->rooms[1].load_share = 0.6;
    world.year().sites[DrillWorld::p].plant = plant;
    plant->rooms[1].cooling_units = {20.0, 7};
    CHECK_FALSE(design_of(world).chilled);
    CHECK(design_of(world).cooling_units == 5);  // 90 kW in units of 20, whatever stands there
    cooling.plant = catalog::ChilledWater{};
    plant->rooms[1].cooling_units = {100.0, 2};
    CHECK(design_of(world).chilled);
    CHECK(design_of(world).cooling_units == 1);  // 90 kW in one of 100
    world.year().sites[DrillWorld::p].needs.of[Resource::it_power] = 200.0;
    CHECK(design_of(world).cooling_units == 2);  // 120 kW
}

TEST_CASE("the UPS is that of the largest room, with the modules that are built", "[availability]") {
    DrillWorld world;
    catalog::CoolingType cooling;
    auto plant = cooled_by(world, cooling);
    plant->rooms[0].load_share = 0.4;
    plant->rooms[1].load_share = 0.6;
    world.year().sites[DrillWorld::p].plant = plant;
    study::Center& center = world.study.centers.at("p");
    center.rooms.at("r1").redundancy = facility::Redundancy::n;
    center.rooms.at("r2").redundancy = facility::Redundancy::n_plus_1;
    plant->rooms[0].ups_modules = {10.0, 5};
    plant->rooms[1].ups_modules = {25.0, 3};
    CHECK(design_of(world).ups == facility::Redundancy::n_plus_1);
    CHECK(design_of(world).ups_modules == 3);
}

}  // namespace
}  // namespace verbund::availability
