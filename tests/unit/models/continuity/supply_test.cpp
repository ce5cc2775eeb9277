#include "models/continuity/supply.hpp"

#include "tests/support/catch.hpp"

namespace verbund::continuity {
namespace {

constexpr double starts = 0.9;  ///< a chance above the probability to fail
constexpr double lives = 1e9;   ///< far longer than any fuel
const Generator good{0.1, 1'000.0 * hours};

/// A data center of class 2, nothing stated: 10 min of battery, 30 s until its generator runs, 48 h of fuel.
SiteSupply own_generator() { return site_supply({}, {}, {2, true}); }

TEST_CASE("without a generator a site stands still from the end of its battery on", "[continuity]") {
    const SiteSupply supply = own_generator();
    const SupplyCourse course = ride_through(supply, std::nullopt, 2.0 * hours, starts, lives);
    CHECK(course.generator == GeneratorRun::none);
    REQUIRE(course.standstill);
    CHECK(course.standstill->from == 10.0 * minutes);
    CHECK(course.standstill->until == 2.0 * hours);
    CHECK_FALSE(ride_through(supply, std::nullopt, 10.0 * minutes, starts, lives).standstill);
}

TEST_CASE("a generator carries until its fuel ends, and the battery once more", "[continuity]") {
    const SiteSupply supply = own_generator();
    const SupplyCourse day = ride_through(supply, good, 24.0 * hours, starts, lives);
    CHECK(day.generator == GeneratorRun::runs);
    CHECK_FALSE(day.standstill);
    const SupplyCourse week = ride_through(supply, good, 168.0 * hours, starts, lives);
    CHECK(week.generator == GeneratorRun::out_of_fuel);
    REQUIRE(week.standstill);
    // 30 s + 48 h + 10 min
    CHECK(week.standstill->from.in(seconds) == Approx(30.0 + 48.0 * 3600.0 + 600.0));
    CHECK(week.standstill->until == 168.0 * hours);
}

TEST_CASE("a generator that does not start, or stops, leaves the battery", "[continuity]") {
    const SiteSupply supply = own_generator();
    const SupplyCourse never = ride_through(supply, good, 24.0 * hours, 0.05, lives);
    CHECK(never.generator == GeneratorRun::does_not_start);
    CHECK(never.standstill->from == 10.0 * minutes);
    // It runs 0.01 x 1,000 h = 10 h.
    const SupplyCourse stops = ride_through(supply, good, 24.0 * hours, starts, 0.01);
    CHECK(stops.generator == GeneratorRun::stops);
    CHECK(stops.generator_ends.in(seconds) == Approx(30.0 + 36'000.0));
    CHECK(stops.standstill->from.in(seconds) == Approx(30.0 + 36'000.0 + 600.0));
    // A utility that is back before it stops, or while it starts, needs no more of it.
    CHECK(ride_through(supply, good, 9.0 * hours, starts, 0.01).generator == GeneratorRun::runs);
    CHECK(ride_through(supply, good, 20.0 * seconds, 0.05, 0.01).generator == GeneratorRun::not_needed);
}

TEST_CASE("a battery shorter than the generator's start is a standstill of its own", "[continuity]") {
    SiteSupply supply = own_generator();
    supply.ups_autonomy = 10.0 * seconds;
    const SupplyCourse day = ride_through(supply, good, 24.0 * hours, starts, lives);
    REQUIRE(day.standstill);
    CHECK(day.standstill->from == 10.0 * seconds);
    CHECK(day.standstill->until == 30.0 * seconds);
    // Out of fuel later: one standstill from the first on.
    const SupplyCourse week = ride_through(supply, good, 168.0 * hours, starts, lives);
    CHECK(week.standstill->from == 10.0 * seconds);
    CHECK(week.standstill->until == 168.0 * hours);
}

TEST_CASE("a data center has a generator of its own from class 2 on, a server room from class 3",
          "[continuity]") {
    const auto kind = [](int availability_class, bool data_center) {
        return site_supply({}, {}, {availability_class, data_center}).generator;
    };
    CHECK(kind(1, true) == EmergencyPower::none);
    CHECK(kind(2, true) == EmergencyPower::own);
    CHECK(kind(2, false) == EmergencyPower::none);
    CHECK(kind(3, false) == EmergencyPower::own);
}

TEST_CASE("a stated class from which generators stand holds for rooms and data centers alike",
          "[continuity]") {
    SupplySteps steps;
    steps.genset_from_class = 5;
    CHECK(site_supply(steps, {}, {4, true}).generator == EmergencyPower::none);
    steps.genset_from_class = 1;
    CHECK(site_supply(steps, {}, {1, false}).generator == EmergencyPower::own);
}

TEST_CASE("what is stated of a site stands above its class and above what holds for all", "[continuity]") {
    SupplySteps steps;
    steps.genset_fuel = 24.0 * hours;
    steps.ups_autonomy = 15.0 * minutes;
    const SiteSupply class_4 = site_supply(steps, {EmergencyPower::none, {}, 45.0 * minutes}, {4, true});
    CHECK(class_4.generator == EmergencyPower::none);
    CHECK(class_4.ups_autonomy == 45.0 * minutes);
    const SiteSupply class_1 = site_supply(steps, {EmergencyPower::own, 72.0 * hours, {}}, {1, false});
    CHECK(class_1.generator == EmergencyPower::own);
    CHECK(class_1.fuel == 72.0 * hours);
    CHECK(class_1.ups_autonomy == 15.0 * minutes);
    CHECK(site_supply(steps, {}, {3, true}).fuel == 24.0 * hours);
}

TEST_CASE("batteries last longer where no generator takes over at once", "[continuity]") {
    // Landkreis Oder-Spree 2009: 20 min and no generator; beside one 10-15 min.
    CHECK(site_supply({}, {}, {1, false}).ups_autonomy == 20.0 * minutes);
    CHECK(site_supply({}, {}, {3, false}).ups_autonomy == 10.0 * minutes);
    CHECK(site_supply({}, {EmergencyPower::feed_in, {}, {}}, {1, false}).ups_autonomy == 20.0 * minutes);
}

TEST_CASE("at a feed-in point the site stands still until the mobile generator has come", "[continuity]") {
    // 20 min of battery, 4 h until it carries, then 48 h of fuel and the battery once more.
    const SiteSupply supply = site_supply({}, {EmergencyPower::feed_in, {}, {}}, {1, false});
    const SupplyCourse day = ride_through(supply, good, 24.0 * hours, starts, lives);
    CHECK(day.generator == GeneratorRun::runs);
    REQUIRE(day.standstill);
    CHECK(day.standstill->from == 20.0 * minutes);
    CHECK(day.standstill->until == 4.0 * hours);
    CHECK(ride_through(supply, good, 3.0 * hours, starts, lives).generator == GeneratorRun::not_needed);
}

}  // namespace
}  // namespace verbund::continuity
