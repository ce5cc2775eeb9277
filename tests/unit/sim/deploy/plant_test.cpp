#include "sim/deploy/plant.hpp"

#include "models/facility/cooling.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

study::Center one_room(study::Room room) {
    study::Center center;
    center.rooms = {{"r1", std::move(room)}};
    return center;
}

struct Load {
    double it_kw = 0.0;
    double racks = 0.0;
    double storage_tb = 0.0;
    double uplink_gbit_s = 0.0;

    [[nodiscard]] DesignLoad design() const {
        DesignLoad load;
        load[Resource::it_power] = it_kw;
        load[Resource::racks] = racks;
        load[Resource::storage] = storage_tb;
        load[Resource::uplink] = uplink_gbit_s;
        return load;
    }
};

Plant plant_of(const study::Center& center, const Load& load) {
    return center_plant(study::Study{}, shipped(), center, load.design());
}

double installed_kw(const Plant& plant) { return plant.rooms[0].chain.ups_installed.in(kilowatt); }

TEST_CASE("a room's UPS is built of modules that are sold, for IT and distribution losses, by redundancy",
          "[deploy]") {
    // 90 kW x 1.015 = 91.35 kW: four modules of 25 kW, the smallest of which four do; N+1: five; 2N: eight
    study::Room room;
    room.redundancy = facility::Redundancy::n;
    room.ups_modules = 4;
    CHECK(installed_kw(plant_of(one_room(room), {.it_kw = 90.0})) == Approx(100.0));
    room.redundancy = facility::Redundancy::n_plus_1;
    CHECK(installed_kw(plant_of(one_room(room), {.it_kw = 90.0})) == Approx(125.0));
    room.redundancy = facility::Redundancy::two_n;
    CHECK(installed_kw(plant_of(one_room(room), {.it_kw = 90.0})) == Approx(200.0));
    // 300 kW x 1.015 = 304.5 kW: seven of the largest, 50 kW, and a spare one.
    room.redundancy = facility::Redundancy::n_plus_1;
    CHECK(installed_kw(plant_of(one_room(room), {.it_kw = 300.0})) == Approx(400.0));
}

TEST_CASE("a small room's one UPS is the next larger that is sold", "[deploy]") {
    // 3 kW x 1.015 = 3.045: 5 kW; 12 kW x 1.015 = 12.18: 20 kW
    const study::Study study;
    const auto ups_kw = [&](double it_kw) {
        return installed_kw(home_plant(study, shipped(), Load{.it_kw = it_kw, .racks = 1.0}.design()));
    };
    CHECK(ups_kw(3.0) == Approx(5.0));
    CHECK(ups_kw(12.0) == Approx(20.0));
}

TEST_CASE("cooling is built of units, of split units or of chillers", "[deploy]") {
    // room-dx: about 32 kW of heat, the smallest size of which four do is 10 kW; chilled: one chiller of 50
    // kW.
    study::Room room;
    room.cooling = "room-dx";
    const Plant split = plant_of(one_room(room), {.it_kw = 30.0});
    CHECK(split.rooms[0].cooling_units.each_kw == 10.0);
    CHECK(split.rooms[0].cooling_units.count == 4);
    CHECK(split.limits[Resource::cooling] == 40.0);
    room.cooling = "chilled-free";
    const Plant chilled = plant_of(one_room(room), {.it_kw = 30.0});
    CHECK(chilled.rooms[0].cooling_units.each_kw == 50.0);
    CHECK(chilled.limits[Resource::cooling] == 50.0);
}

TEST_CASE("a generator of its own carries the whole connection at a power factor of 0.8", "[deploy]") {
    // 100 kW / 0.8 = 125 kVA: one of 160 kVA; 1,200 kW / 0.8 = 1,500 kVA: three of 630 kVA.
    study::Center center = one_room({});
    center.availability_class = 2;
    center.grid_connection = 100.0 * kilowatt;
    CHECK(plant_of(center, {.it_kw = 50.0}).generators.each_kw == 160.0);
    CHECK(plant_of(center, {.it_kw = 50.0}).generators.count == 1);
    center.grid_connection = 1'200.0 * kilowatt;
    CHECK(plant_of(center, {.it_kw = 50.0}).generators.each_kw == 630.0);
    CHECK(plant_of(center, {.it_kw = 50.0}).generators.count == 3);
    center.emergency.generator = continuity::EmergencyPower::feed_in;
    CHECK(plant_of(center, {.it_kw = 50.0}).generators.count == 0);
}

TEST_CASE("a factor from the meters is on cooling and auxiliaries alone", "[deploy]") {
    study::Center center = one_room({});
    const facility::DistributionRules before = plant_of(center, {.it_kw = 50.0}).rooms[0].chain.rules;
    center.fit.cooling_factor = 1.5;
    const facility::DistributionRules after = plant_of(center, {.it_kw = 50.0}).rooms[0].chain.rules;
    CHECK(after.cooling_factor == 1.5);
    CHECK(after.auxiliary_share == Approx(1.5 * before.auxiliary_share));
    CHECK(after.distribution_share == before.distribution_share);
}

TEST_CASE("what a UPS may carry leaves its redundancy untouched", "[deploy]") {
    for (const auto redundancy :
         {facility::Redundancy::n, facility::Redundancy::n_plus_1, facility::Redundancy::two_n}) {
        study::Room room;
        room.redundancy = redundancy;
        CHECK(plant_of(one_room(room), {.it_kw = 90.0}).limits[Resource::ups] == Approx(100.0));
    }
    study::Room given;
    given.ups_power = 100.0 * kilowatt;
    given.redundancy = facility::Redundancy::n_plus_1;
    given.ups_modules = 4;
    CHECK(plant_of(one_room(given), {.it_kw = 100.0}).limits[Resource::ups] ==
          Approx(80.0));  // four of five modules
    given.redundancy = facility::Redundancy::two_n;
    CHECK(plant_of(one_room(given), {.it_kw = 100.0}).limits[Resource::ups] == Approx(50.0));
}

TEST_CASE("what the study gives is taken, only the rest is sized", "[deploy]") {
    study::Room room;
    room.racks = 6;
    room.rack_power = 4.0 * kilowatt;
    room.it_power = 20.0 * kilowatt;
    room.ups_power = 30.0 * kilowatt;
    room.cooling_power = 25.0 * kilowatt;
    study::Center center = one_room(room);
    center.grid_connection = 60.0 * kilowatt;
    center.storage = 50.0 * terabyte;
    center.uplink = 1.0 * gigabit_per_second;
    const Limits limits =
        plant_of(center, {.it_kw = 500, .racks = 90, .storage_tb = 900, .uplink_gbit_s = 90}).limits;
    CHECK(limits[Resource::it_power] == 20.0);
    CHECK(limits[Resource::racks] == 6.0);
    CHECK(limits[Resource::height_units] == 6.0 * study::Facility{}.usable_height_units);
    CHECK(limits[Resource::rack_power] == Approx(24.0));
    CHECK(limits[Resource::cooling] == 25.0);
    CHECK(limits[Resource::grid] == Approx(60.0));
    CHECK(limits[Resource::storage] == Approx(50.0));
    CHECK(limits[Resource::uplink] == Approx(1.0));
    CHECK(all_given(center));
    center.uplink.reset();
    CHECK_FALSE(all_given(center));
}

TEST_CASE("uplinks come in the sizes that carriers sell", "[deploy]") {
    const auto uplink = [](double need) {
        return plant_of(one_room({}), {.it_kw = 1, .uplink_gbit_s = need}).limits[Resource::uplink];
    };
    CHECK(uplink(0.07) == 0.1);
    CHECK(uplink(1.0) == 1.0);
    CHECK(uplink(1.01) == 2.0);
    CHECK(uplink(41.0) == 100.0);
    CHECK(uplink(1700.0) == 2400.0);
}

TEST_CASE("the automatic rooms of a center share what the given ones leave", "[deploy]") {
    study::Center center;
    study::Room given;
    given.it_power = 40.0 * kilowatt;
    center.rooms = {{"a", given}, {"b", {}}, {"c", {}}};
    const Plant plant = plant_of(center, {.it_kw = 100.0});
    CHECK(plant.limits[Resource::it_power] == 100.0);
    REQUIRE(plant.rooms.size() == 3);
    CHECK(plant.rooms[0].load_share == Approx(0.4));
    CHECK(plant.rooms[1].load_share == Approx(0.3));
    CHECK(plant.rooms[0].load_share + plant.rooms[1].load_share + plant.rooms[2].load_share == Approx(1.0));
}

TEST_CASE("stated racks stay however few are needed, and a room without a number takes the rest",
          "[deploy]") {
    study::Room six;
    six.racks = 6;
    study::Center center;
    center.rooms = {{"a", six}, {"b", {}}};
    CHECK(plant_of(center, {.it_kw = 10.0, .racks = 3.2}).limits[Resource::racks] == 6.0);
    CHECK(plant_of(center, {.it_kw = 10.0, .racks = 8.2}).limits[Resource::racks] == 9.0);
    CHECK(plant_of(one_room(six), {.it_kw = 10.0, .racks = 8.2}).limits[Resource::racks] == 6.0);
}

TEST_CASE("a room gets no more power than its racks may draw", "[deploy]") {
    // Two racks of 4 kW take 8 of the 30 kW that either room would have.
    study::Room small;
    small.racks = 2;
    small.rack_power = 4.0 * kilowatt;
    study::Center center;
    center.rooms = {{"a", small}, {"b", {}}};
    const Plant plant = plant_of(center, {.it_kw = 60.0, .racks = 20.0});
    CHECK(plant.limits[Resource::it_power] == 38.0);
    CHECK(plant.rooms[0].load_share == Approx(8.0 / 38.0));
}

TEST_CASE("racks without a number are those of the strongest room that has some", "[deploy]") {
    study::Room weak;
    weak.rack_power = 4.0 * kilowatt;
    study::Room strong;
    strong.rack_power = 10.0 * kilowatt;
    study::Room stated;
    stated.rack_power = 6.0 * kilowatt;
    stated.racks = 3;
    study::Center center;
    center.rooms = {{"a", strong}, {"b", weak}, {"c", stated}};
    const std::vector<compute::RackKind> kinds = rack_kinds(center, 8.0 * kilowatt);
    REQUIRE(kinds.size() == 2);
    CHECK(kinds[0].power == 6.0 * kilowatt);
    CHECK(kinds[0].count == 3);
    CHECK(kinds[1].power == 10.0 * kilowatt);
    // Three of 6 and two of 10 kW
    CHECK(plant_of(center, {.it_kw = 10.0, .racks = 5.0}).limits[Resource::rack_power] == Approx(38.0));
}

TEST_CASE("racks whose power nobody states are planned for what is usual, and limit nothing", "[deploy]") {
    study::Room two;
    two.racks = 2;
    study::Center center;
    center.rooms = {{"a", two}, {"b", {}}};
    const std::vector<compute::RackKind> kinds = rack_kinds(center, 8.0 * kilowatt);
    REQUIRE(kinds.size() == 2);
    CHECK(kinds[0].count == 2);
    CHECK(kinds[0].power == 8.0 * kilowatt);
    CHECK_FALSE(kinds[0].is_limit);
    CHECK_FALSE(kinds[1].is_limit);
    // 60 kW in two rooms of 30 each, whatever the two racks of the first are planned for.
    const Plant plant = plant_of(center, {.it_kw = 60.0, .racks = 8.0});
    CHECK(plant.limits[Resource::it_power] == 60.0);
    CHECK(plant.limits[Resource::rack_power] == no_limit);
}

TEST_CASE("a site gets its own transformer from the stated connection on", "[deploy]") {
    study::Study study;
    study.facility.transformer_from = 300.0 * kilowatt;
    const Plant small = center_plant(study, shipped(), one_room({}), Load{.it_kw = 150.0}.design());
    const Plant large = center_plant(study, shipped(), one_room({}), Load{.it_kw = 400.0}.design());
    CHECK(small.limits[Resource::grid] < 300.0);
    CHECK(small.rooms[0].chain.transformer_rating == Power{});
    CHECK(large.rooms[0].chain.transformer_rating > 300.0 * kilowatt);
}

TEST_CASE("the rooms share the site's transformers by their load", "[deploy]") {
    // A given connection of 1000 kW; rooms of 300 and 100 kW take 750 and 250 kW of it.
    study::Center center;
    center.grid_connection = 1000.0 * kilowatt;
    study::Room large;
    large.it_power = 300.0 * kilowatt;
    study::Room small;
    small.it_power = 100.0 * kilowatt;
    center.rooms = {{"a", large}, {"b", small}};
    const Plant plant = plant_of(center, {.it_kw = 400.0});
    REQUIRE(plant.rooms.size() == 2);
    CHECK(plant.limits[Resource::grid] == 1000.0);
    CHECK(plant.rooms[0].chain.transformer_rating.in(kilowatt) == Approx(750.0));
    CHECK(plant.rooms[1].chain.transformer_rating.in(kilowatt) == Approx(250.0));
}

TEST_CASE("at full IT load in design weather a sized plant stays within every limit, and only just",
          "[deploy]") {
    const double it_kw = GENERATE(7.0, 60.0, 900.0);
    const auto redundancy =
        GENERATE(facility::Redundancy::n, facility::Redundancy::n_plus_1, facility::Redundancy::two_n);
    const std::string cooling = GENERATE("room-dx", "chilled-free", "adiabatic");
    const study::Study study;
    study::Room room;
    room.redundancy = redundancy;
    room.cooling = cooling;
    const Plant plant = center_plant(study, shipped(), one_room(room), Load{.it_kw = it_kw}.design());
    const double effort = facility::design_electricity_per_heat(
        *plant.rooms[0].cooling, study.facility.design_temperature.celsius(), study.facility.imperfection);
    const auto chain = facility::with_cooling(
        plant.rooms[0].chain, facility::before_cooling(plant.rooms[0].chain, it_kw * 1e3), effort);
    CHECK((chain.it_w + chain.distribution_w) / 1e3 <= plant.limits[Resource::ups]);
    CHECK(chain.heat_w / 1e3 <= plant.limits[Resource::cooling]);
    CHECK(chain.grid_w() / 1e3 <= plant.limits[Resource::grid]);
    CHECK(chain.grid_w() / 1e3 > plant.limits[Resource::grid] * 0.98 - 1.0);
    const ItCeiling ceiling = it_ceiling(plant, study.facility);
    CHECK(ceiling.it_kw == Approx(it_kw));
    CHECK(ceiling.binding == Resource::it_power);
}

TEST_CASE("either of two home rooms can carry everything, in daily use each carries half", "[deploy]") {
    study::Study study;
    study.home.redundancy = facility::Redundancy::n;
    study.home.rooms = 1;
    const Plant one = home_plant(study, shipped(), Load{.it_kw = 9.2, .racks = 2.5}.design());
    study.home.rooms = 2;
    const Plant two = home_plant(study, shipped(), Load{.it_kw = 9.2, .racks = 2.5}.design());
    CHECK(one.limits[Resource::it_power] == 10.0);
    CHECK(one.limits[Resource::racks] == 3.0);
    REQUIRE(two.rooms.size() == 2);
    CHECK(two.rooms[0].load_share == 0.5);
    CHECK(two.rooms[0].chain.ups_installed == one.rooms[0].chain.ups_installed);
    CHECK(two.limits[Resource::ups] == one.limits[Resource::ups]);
    CHECK(two.limits[Resource::cooling] == one.limits[Resource::cooling]);
    // Two half-loaded UPS of the same size lose their no-load share twice.
    const double half = facility::before_cooling(two.rooms[0].chain, 5'000.0).ups_w;
    CHECK(2.0 * half > facility::before_cooling(one.rooms[0].chain, 10'000.0).ups_w);
    CHECK(it_ceiling(two, study.facility).it_kw == Approx(10.0));
}

TEST_CASE("the ceiling of IT power names what is smallest: UPS, cooling or grid", "[deploy]") {
    const study::Facility facility;
    study::Room room;
    room.it_power = 100.0 * kilowatt;
    room.redundancy = facility::Redundancy::n;
    const auto ceiling = [&](const study::Center& center) {
        return it_ceiling(plant_of(center, {}), facility);
    };

    study::Room small_ups = room;
    small_ups.ups_power = 50.0 * kilowatt;
    CHECK(ceiling(one_room(small_ups)).binding == Resource::ups);
    CHECK(ceiling(one_room(small_ups)).it_kw == Approx(50.0 / 1.015));

    study::Room small_cooling = room;
    small_cooling.cooling_power = 50.0 * kilowatt;
    CHECK(ceiling(one_room(small_cooling)).binding == Resource::cooling);
    CHECK(ceiling(one_room(small_cooling)).it_kw < 50.0);  // heat is more than IT
    CHECK(ceiling(one_room(small_cooling)).it_kw > 44.0);

    study::Center small_grid = one_room(room);
    small_grid.grid_connection = 60.0 * kilowatt;
    CHECK(ceiling(small_grid).binding == Resource::grid);
    CHECK(ceiling(small_grid).it_kw < 60.0);
    CHECK(ceiling(small_grid).it_kw > 30.0);
}

TEST_CASE("a given UPS and grid connection bound an automatic IT power without distorting each other",
          "[deploy]") {
    // What the run asks of a center before it is sized: IT power out of reach.  The UPS carries 98.5 kW of
    // IT, for which 200 kW from the grid are plenty; with 80 kW from the grid that connection binds instead.
    study::Room room;
    room.redundancy = facility::Redundancy::n;
    room.ups_power = 100.0 * kilowatt;
    study::Center center = one_room(room);
    center.grid_connection = 200.0 * kilowatt;
    const Load out_of_reach{.it_kw = 1e7, .racks = 1e7, .storage_tb = 1e7, .uplink_gbit_s = 1e7};
    const ItCeiling by_ups = it_ceiling(plant_of(center, out_of_reach), study::Facility{});
    CHECK(by_ups.binding == Resource::ups);
    CHECK(by_ups.it_kw == Approx(100.0 / 1.015).epsilon(1e-3));
    center.grid_connection = 80.0 * kilowatt;
    const ItCeiling by_grid = it_ceiling(plant_of(center, out_of_reach), study::Facility{});
    CHECK(by_grid.binding == Resource::grid);
    CHECK(by_grid.it_kw > 40.0);
    CHECK(by_grid.it_kw < 80.0);
}

}  // namespace
}  // namespace verbund::deploy
