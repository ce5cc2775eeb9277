#include "sim/events/latency/rows.hpp"

#include <array>
#include <deque>

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

/// Transactions of one kind, 50 ms long without load, that all take a multiple of that, so that every number
/// can be counted.  Alpha has 300 seats, beta 100; the threshold is 100 ms.
struct Counted {
    DrillWorld world;
    std::deque<SampleGroup> samples;
    std::deque<std::array<float, 2>> stretches;
    std::vector<CountedGroup> groups;

    Counted() {
        catalog::Transaction kind;
        kind.id = "record";
        kind.threshold_ms = 100.0;
        world.set.catalog.transactions = {kind};
    }
    void add(std::uint32_t administration, double per_day, float stretch, float saturated = 0.0F) {
        SampleGroup group;
        group.administration = administration;
        group.per_day = per_day;
        group.unloaded.constant_s = 0.05F;
        group.excess_s = 0.05F * (stretch - 1.0F);
        group.saturated = saturated;
        group.count = 2;
        samples.push_back(group);
        stretches.push_back({stretch, stretch});
        groups.push_back({&samples.back(), stretches.back(), 1.0});
    }
};

/// Of alpha's 100 transactions 7 take 200 ms and 3, over a full link, 400 ms; of beta's 100 two take 200 ms.
struct TwoTowns : Counted {
    TwoTowns() {
        add(0, 90.0, 1.0F);
        add(0, 7.0, 4.0F);
        add(0, 3.0, 8.0F, 1.0F);
        add(1, 98.0, 1.0F);
        add(1, 2.0, 4.0F);
    }
};

TEST_CASE("a day's response times are those of all transactions by their number", "[events]") {
    // 188 of 50 ms, 9 of 200, 3 of 400: shares up to them 94, 98.5 and 100 %.
    const TwoTowns towns;
    const std::vector<outcome::LatencyDay> rows =
        latency_day_rows(towns.world.input(), towns.groups, "winter-workday");
    REQUIRE(rows.size() == 2);  // the one kind, and all
    for (const outcome::LatencyDay& row : rows) {
        CHECK(row.day == "winter-workday");
        CHECK(row.samples == 10.0);
        CHECK(row.unloaded_ms == Approx(50.0));
        CHECK(row.mean_ms == Approx((188.0 * 50.0 + 9.0 * 200.0 + 3.0 * 400.0) / 200.0));
        CHECK(row.p50_ms == Approx(50.0).epsilon(2e-3));
        CHECK(row.p95_ms == Approx(200.0).epsilon(2e-3));
        CHECK(row.p99_ms == Approx(400.0).epsilon(2e-3));
        CHECK(row.over_threshold == Approx(12.0 / 200.0));
        CHECK(row.saturated == Approx(3.0 / 200.0));
    }
    CHECK(rows[0].transaction == 0);
    CHECK(rows[1].transaction == -1);
}

TEST_CASE("workplaces are over a threshold where more than 5 % of their transactions are", "[events]") {
    // Alpha 10 of 100, beta 2 of 100: 300 of 400 workplaces.
    const TwoTowns towns;
    CHECK(latency_day_rows(towns.world.input(), towns.groups, "year").back().workplaces_over == Approx(0.75));
}

TEST_CASE("an administration's response times are its own", "[events]") {
    const TwoTowns towns;
    const std::vector<outcome::LatencyAdministration> rows =
        latency_administration_rows(towns.world.input(), towns.groups);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].administration == 0);
    CHECK(rows[0].samples == 6.0);
    CHECK(rows[0].p50_ms == Approx(50.0));
    CHECK(rows[0].p95_ms == Approx(200.0));  // 90 % up to 50 ms, 97 % up to 200
    CHECK(rows[0].p99_ms == Approx(400.0));
    CHECK(rows[0].over_threshold == Approx(0.1));
    CHECK(rows[0].saturated == Approx(0.03));
    CHECK(rows[1].administration == 1);
    CHECK(rows[1].p95_ms == Approx(50.0));
    CHECK(rows[1].p99_ms == Approx(200.0));
    CHECK(rows[1].over_threshold == Approx(0.02));
}

TEST_CASE("what a town stands for counts in the day, and not in its own row", "[events]") {
    Counted towns;
    towns.add(0, 90.0, 1.0F);
    towns.add(1, 10.0, 4.0F);
    towns.samples.back().administration_weight = 9.0;  // ten transactions a day in nine towns like beta
    const outcome::LatencyDay day = latency_day_rows(towns.world.input(), towns.groups, "year").back();
    CHECK(day.mean_ms == Approx((90.0 * 50.0 + 90.0 * 200.0) / 180.0));
    CHECK(day.workplaces_over == Approx(900.0 / 1200.0));
    CHECK(latency_administration_rows(towns.world.input(), towns.groups)[1].p50_ms == Approx(200.0));
}

}  // namespace
}  // namespace verbund::events
