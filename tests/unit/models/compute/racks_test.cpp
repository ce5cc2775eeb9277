#include <stdexcept>

#include "models/compute/packing.hpp"
#include "tests/support/catch.hpp"

namespace verbund::compute {
namespace {

constexpr int usable = 38;

RackNeed need_of(const std::vector<RackLoad>& devices, Power rack_power) {
    return racks_needed(devices, usable, {{.power = rack_power}});
}

int racks_of_5_kw(const std::vector<RackLoad>& devices) { return need_of(devices, 5.0 * kilowatt).racks; }

TEST_CASE("low-power devices fill a rack by height") {
    // 38 HU / 2 = 19 per rack: 39 devices need 3 racks
    CHECK(racks_of_5_kw({{2, 100.0 * watt, 38}}) == 2);
    CHECK(racks_of_5_kw({{2, 100.0 * watt, 39}}) == 3);
}

TEST_CASE("hot devices fill a rack by power") {
    // 5000 W / 1000 W = 5 per rack
    CHECK(racks_of_5_kw({{2, 1000.0 * watt, 10}}) == 2);
    CHECK(racks_of_5_kw({{2, 1000.0 * watt, 11}}) == 3);
}

TEST_CASE("cool devices share a rack with hot ones") {
    // Five hosts take 5000 W x 0.9 and 10 HU; 28 HU and 500 W are left for 28 devices of 1 HU and 10 W.
    CHECK(racks_of_5_kw({{1, 10.0 * watt, 28}, {2, 900.0 * watt, 5}}) == 1);
    CHECK(racks_of_5_kw({{1, 10.0 * watt, 29}, {2, 900.0 * watt, 5}}) == 2);
}

TEST_CASE("racks without a stated power: their number is filled by height, further ones as planned") {
    // 38 HU / 2 = 19 devices in each of two racks; the other 12 of 1 kW eight to a rack of 8 kW planned.
    const RackKind stated{.power = 8.0 * kilowatt, .count = 2, .is_limit = false};
    const RackNeed need = racks_needed({{2, 1000.0 * watt, 50}}, usable, {stated});
    CHECK(need.racks == 4);
    CHECK(need.overloaded == 0);
    // One of 12 kW has a rack to itself: nobody said that it may not.
    const RackKind open{.power = 8.0 * kilowatt, .is_limit = false};
    const RackNeed large = racks_needed({{8, 12.0 * kilowatt, 1}, {2, 1000.0 * watt, 8}}, usable, {open});
    CHECK(large.overloaded == 0);
    CHECK(large.racks == 2);
    // The others are still eight to a rack: 9 of 1 kW take two.
    CHECK(racks_needed({{8, 12.0 * kilowatt, 1}, {2, 1000.0 * watt, 9}}, usable, {open}).racks == 3);
    const RackKind limit{.power = 8.0 * kilowatt};
    CHECK(racks_needed({{8, 12.0 * kilowatt, 1}}, usable, {limit}).overloaded == 1);
}

TEST_CASE("no devices need no rack") { CHECK(racks_of_5_kw({{2, 400.0 * watt, 0}}) == 0); }

TEST_CASE("racks that power fills are told apart from racks that height fills") {
    // 34 hosts of 1,500 W at 3 kW a rack: two to a rack, 17 racks of together 51 kW; by height 68 HU in 38: 2
    const RackNeed hot = need_of({{2, 1500.0 * watt, 34}}, 3.0 * kilowatt);
    CHECK(hot.racks == 17);
    CHECK(hot.by_space == 2);
    CHECK(hot.power.in(kilowatt) == test::Approx(51.0));
    // 39 devices of 2 HU and 100 W: three racks by height, and no more for their 3.9 kW
    const RackNeed cool = need_of({{2, 100.0 * watt, 39}}, 3.0 * kilowatt);
    CHECK(cool.racks == 3);
    CHECK(cool.by_space == 3);
}

TEST_CASE("a device of more power than any rack may draw is counted as overloading its rack") {
    const RackNeed need = need_of({{2, 500.0 * watt, 3}, {1, 100.0 * watt, 6}}, 300.0 * watt);
    CHECK(need.overloaded == 3);
    CHECK(need.racks == 3 + 2);  // the six others three to a rack
    CHECK(need_of({{2, 300.0 * watt, 3}}, 300.0 * watt).overloaded == 0);
}

TEST_CASE("racks of a strong and a weak room take what each can, not what they could on average") {
    // Two racks of 10 kW hold five hosts of 2 kW each; 20 racks of 1 kW hold none, though the mean rack of
    // 22 racks and 40 kW would draw 1.8 kW.  Twelve hosts: two in a third strong rack.
    const std::vector<RackKind> kinds{{10.0 * kilowatt, 2}, {1.0 * kilowatt, 20}};
    const RackNeed ten = racks_needed({{2, 2000.0 * watt, 10}}, usable, kinds);
    CHECK(ten.racks == 2);
    CHECK(ten.power.in(kilowatt) == test::Approx(20.0));
    const RackNeed twelve = racks_needed({{2, 2000.0 * watt, 12}}, usable, kinds);
    CHECK(twelve.racks == 3);
    CHECK(twelve.power.in(kilowatt) == test::Approx(30.0));
    // Small ones go on into the weak racks: 20 in each strong rack by power (19 by height), two in a weak one
    const RackNeed small = racks_needed({{2, 500.0 * watt, 40}}, usable, kinds);
    CHECK(small.racks == 2 + 1);
    CHECK(small.power.in(kilowatt) == test::Approx(21.0));
}

TEST_CASE("a room without racks sends everything to further racks") {
    CHECK(racks_needed({{2, 1000.0 * watt, 10}}, usable, {{5.0 * kilowatt, 0}}).racks == 2);
}

TEST_CASE("a device higher than a whole rack is refused") {
    CHECK_THROWS_AS(racks_of_5_kw({{39, 10.0 * watt, 1}}), std::invalid_argument);
}

}  // namespace
}  // namespace verbund::compute
