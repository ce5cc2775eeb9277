#include "models/continuity/supply.hpp"

#include "tests/support/catch.hpp"

namespace verbund::continuity {
namespace {

constexpr double starts = 0.9;  ///< a chance above the probability to fail
constexpr double lives = 1e9;   ///< far longer than any fuel
const Generator good{0.1, 1'000.0 * hours};

TEST_CASE("without a generator a site stands still from the end of its battery on", "[continuity]") {
    const SupplySteps steps;
    const SupplyCourse course = ride_through(steps, std::nullopt, 2.0 * hours, starts, lives);
    CHECK(course.generator == GeneratorRun::none);
    REQUIRE(course.standstill);
    CHECK(course.standstill->from == 10.0 * minutes);
    CHECK(course.standstill->until == 2.0 * hours);
    CHECK_FALSE(ride_through(steps, std::nullopt, 10.0 * minutes, starts, lives).standstill);
}

TEST_CASE("a generator carries until its fuel ends, and the battery once more", "[continuity]") {
    const SupplySteps steps;
    const SupplyCourse day = ride_through(steps, good, 24.0 * hours, starts, lives);
    CHECK(day.generator == GeneratorRun::runs);
    CHECK_FALSE(day.standstill);
    const SupplyCourse week = ride_through(steps, good, 168.0 * hours, starts, lives);
    CHECK(week.generator == GeneratorRun::out_of_fuel);
    REQUIRE(week.standstill);
    // 30 s + 48 h + 10 min
    CHECK(week.standstill->from.in(seconds) == Approx(30.0 + 48.0 * 3600.0 + 600.0));
    CHECK(week.standstill->until == 168.0 * hours);
}

TEST_CASE("a generator that does not start, or stops, leaves the battery", "[continuity]") {
    const SupplySteps steps;
    const SupplyCourse never = ride_through(steps, good, 24.0 * hours, 0.05, lives);
    CHECK(never.generator == GeneratorRun::does_not_start);
    CHECK(never.standstill->from == 10.0 * minutes);
    // It runs 0.01 x 1,000 h = 10 h.
    const SupplyCourse stops = ride_through(steps, good, 24.0 * hours, starts, 0.01);
    CHECK(stops.generator == GeneratorRun::stops);
    CHECK(stops.generator_ends.in(seconds) == Approx(30.0 + 36'000.0));
    CHECK(stops.standstill->from.in(seconds) == Approx(30.0 + 36'000.0 + 600.0));
    // A utility that is back before it stops, or while it starts, needs no more of it.
    CHECK(ride_through(steps, good, 9.0 * hours, starts, 0.01).generator == GeneratorRun::runs);
    CHECK(ride_through(steps, good, 20.0 * seconds, 0.05, 0.01).generator == GeneratorRun::not_needed);
}

TEST_CASE("a battery shorter than the generator's start is a standstill of its own", "[continuity]") {
    SupplySteps steps;
    steps.ups_autonomy = 10.0 * seconds;
    const SupplyCourse day = ride_through(steps, good, 24.0 * hours, starts, lives);
    REQUIRE(day.standstill);
    CHECK(day.standstill->from == 10.0 * seconds);
    CHECK(day.standstill->until == 30.0 * seconds);
    // Out of fuel later: one standstill from the first on.
    const SupplyCourse week = ride_through(steps, good, 168.0 * hours, starts, lives);
    CHECK(week.standstill->from == 10.0 * seconds);
    CHECK(week.standstill->until == 168.0 * hours);
}

TEST_CASE("generators stand from an availability class on", "[continuity]") {
    const SupplySteps steps;
    CHECK_FALSE(has_generator(steps, 2));
    CHECK(has_generator(steps, 3));
}

}  // namespace
}  // namespace verbund::continuity
