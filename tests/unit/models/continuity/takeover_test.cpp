#include "models/continuity/takeover.hpp"

#include "tests/support/catch.hpp"

namespace verbund::continuity {
namespace {

TEST_CASE("a takeover waits for the copies or for hosts that are off, whichever takes longer",
          "[continuity]") {
    // Staff is there 50 of 168 h: decision 30 x 50/168 + 90 x 118/168 = 72.14 min.
    const TakeoverSteps steps;
    const Duration decision = mean_decision_time(steps);
    CHECK(decision.in(minutes) == Approx(72.142857));
    // Hot: 1 + 72.14 + promotion 5 min + rerouting 0.05 s.
    CHECK(takeover_time(steps, StandbyMode::hot, decision).in(minutes) == Approx(78.1437).epsilon(1e-5));
    // Warm and cold: 10 min until hosts run, in which the copies are promoted, and 3 min of application
    // start.
    CHECK(takeover_time(steps, StandbyMode::warm, decision).in(minutes) == Approx(86.1437).epsilon(1e-5));
    CHECK(takeover_time(steps, StandbyMode::cold, decision).in(minutes) == Approx(86.1437).epsilon(1e-5));
    TakeoverSteps slow_copies;
    slow_copies.storage_promotion = 20.0 * minutes;
    CHECK(takeover_time(slow_copies, StandbyMode::cold, decision).in(minutes) ==
          Approx(96.1437).epsilon(1e-5));
}

TEST_CASE("software decides at any hour, people by whether they are there", "[continuity]") {
    TakeoverSteps steps;
    CHECK(staff_is_there(steps, true, 7.0 * hours));
    CHECK_FALSE(staff_is_there(steps, true, 17.0 * hours));
    CHECK_FALSE(staff_is_there(steps, false, 12.0 * hours));
    CHECK(decision_time(steps, true) == 30.0 * minutes);
    CHECK(decision_time(steps, false) == 90.0 * minutes);
    steps.automatic = true;
    CHECK(decision_time(steps, false) == 1.0 * minutes);
    CHECK(mean_decision_time(steps).in(minutes) == Approx(1.0));
}

TEST_CASE("what a tested takeover does not achieve, it fails", "[continuity]") {
    CHECK(takeover_failure(true, 95.0 * percent, 80.0 * percent).in(one) == Approx(0.05));
    CHECK(takeover_failure(false, 95.0 * percent, 80.0 * percent).in(one) == Approx(0.20));
}

}  // namespace
}  // namespace verbund::continuity
