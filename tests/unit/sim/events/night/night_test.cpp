#include "sim/events/night/night.hpp"

#include <cmath>

#include "sim/batch/row_bytes.hpp"
#include "sim/events/world/background.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/isolated.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

NightOutcome night(const DrillWorld& world) {
    const auto json = test::isolated<nlohmann::json>([&] {
        const NightOutcome o = simulate_night(world.input());
        return nlohmann::json{batch::rows_to_json(o.backups), batch::rows_to_json(o.lags)};
    });
    return {batch::rows_from_json<outcome::NightBackup>(json.at(0)),
            batch::rows_from_json<outcome::ReplicationLag>(json.at(1))};
}

TEST_CASE("a backup's end follows from its streams and its link", "[events][night]") {
    const DrillWorld world;
    const NightOutcome o = night(world);
    REQUIRE(o.backups.size() == 1);  // center b stores nothing, the home rooms hold
    const outcome::NightBackup& row = o.backups.front();
    CHECK(row.site == "p");
    CHECK(row.to == "b");
    // 1,600 GB, 2 % changed, 1.5 times that read; a third of it leaves.
    CHECK(row.changed_gb == test::Approx(48.0));
    CHECK(row.sent_gb == test::Approx(16.0));
    // Two streams of 0.5 GB/s: 48 s.
    CHECK(row.local_end_h * 3600.0 == test::Approx(48.0));
    // Directory and mail left while the others were read; gis (4 GB at 1.25 GB/s: 3.2 s) is the last.  One
    // way 1 km, a hop and two gateways: 0.26 ms.
    CHECK(row.outside_end_h * 3600.0 == test::Approx(51.2).margin(0.001));
    CHECK(row.window_h == 10.0);
    CHECK(row.holds);
}

TEST_CASE("a window that is too short does not hold", "[events][night]") {
    DrillWorld world;
    SECTION("for the copy outside") {
        world.study.events.night.lasts = 50.0 * seconds;
        const NightOutcome o = night(world);
        REQUIRE(o.backups.size() == 1);
        CHECK_FALSE(o.backups.front().holds);
    }
    SECTION("for home rooms, which then have a row: 3 GB at 1 GB/s") {
        world.study.events.night.lasts = 2.0 * seconds;
        const NightOutcome o = night(world);
        REQUIRE(o.backups.size() == 3);
        CHECK(o.backups[1].site == "home:alpha");
        CHECK(o.backups[1].to.empty());
        CHECK(o.backups[1].local_end_h * 3600.0 == test::Approx(3.0));
        CHECK(std::isnan(o.backups[1].outside_end_h));
        CHECK_FALSE(o.backups[1].holds);
    }
}

TEST_CASE("storage slower than its streams sets the pace of a backup", "[events][night]") {
    DrillWorld world;
    world.study.events.speeds.storage_rate = 4.0 * gigabit_per_second;  // half of two streams
    CHECK(night(world).backups.front().local_end_h * 3600.0 == test::Approx(96.0));
}

TEST_CASE("a backup that a day cannot carry is never complete", "[events][night]") {
    DrillWorld world;
    // 16 GB at 0.1 Mbit/s take 356 h.
    for (network::Link& link : world.network.topology.links) link.capacity = 100.0 * kilobit_per_second;
    const NightOutcome o = night(world);
    CHECK(std::isfinite(o.backups.front().local_end_h));
    CHECK(std::isinf(o.backups.front().outside_end_h));
    CHECK_FALSE(o.backups.front().holds);
}

TEST_CASE("asynchronous lags are those of the interval", "[events][night]") {
    const DrillWorld world;
    const NightOutcome o = night(world);
    REQUIRE(o.lags.size() == 2);
    const outcome::ReplicationLag& row = o.lags.front();
    CHECK(row.workload == "directory");
    CHECK(row.mode == "async");
    CHECK(row.verdict == "synchronous");
    // 1 km and a hop: 64.9 us, two gateways of 100 us, there and back.
    CHECK(row.rtt_ms == test::Approx(0.5298));
    CHECK(row.write_delay_ms == 0.0);
    CHECK(row.change_gb == test::Approx(6.0));
    // Transfers of a fraction of a second every 15 min: at full minutes the lag is 1, 2, ..., 15 min.
    CHECK(row.lag_p50_s == test::Approx(480.0));
    CHECK(row.lag_p95_s == test::Approx(900.0));
    CHECK(row.lag_max_s == test::Approx(900.0));
    CHECK(row.rpo_target_s == 900.0);
    CHECK(row.met);
}

TEST_CASE("a lag that grows over the nights is endless, and so is what a drill loses by it",
          "[events][night]") {
    DrillWorld world;
    world.study.events.night.reduction = 100.0;  // backups leave 0.48 GB
    // Mail changes 18 GB a day, directory 6.  2.08 Mbit/s carry 22.46 GB: directory, with half a line to
    // itself, keeps up, mail gets 22.46 - 6 - 0.48 = 15.98 GB.  What is not sent grows by 1 - 15.98 / 18 = 11
    // % of a day, 9,700 s.  Each transfer takes q = 18 / 15.98 times the one before, T = (q - 1) t after a
    // time t, and just before it arrives the copy is as old as two of them: at most (q - 1) (q + 1) = 27 % of
    // a day, 23,200 s.
    for (network::Link& link : world.network.topology.links) link.capacity = 2.08 * megabit_per_second;
    const NightOutcome o = night(world);
    REQUIRE(o.lags.size() == 2);
    const outcome::ReplicationLag& mail = o.lags[1];
    CHECK(mail.workload == "mail");
    CHECK(mail.rpo_target_s == 14'400.0);
    CHECK(mail.growth_s_per_day > 9'700.0);
    CHECK(mail.growth_s_per_day < 23'200.0);
    CHECK(std::isinf(mail.lag_p95_s));
    CHECK_FALSE(mail.met);
    CHECK(o.lags[0].growth_s_per_day == 0.0);
    CHECK(std::isfinite(o.lags[0].lag_max_s));
    // In a drill such copies are worth nothing that could be counted on.
    CHECK(std::isnan(world.drill("center:p").summary.rpo_max_s));
}

TEST_CASE("the night's backups still run over the morning that is told", "[events][night]") {
    DrillWorld world;
    // 16 GB leave from 20:00 on, at 10 Mbit/s shared with the copies: until after midnight.  Copies of mail
    // (187.5 MB in 15 min) take 150 s alone and more beside the backup: the greatest lag is that of the
    // night.
    for (network::Link& link : world.network.topology.links) link.capacity = 10.0 * megabit_per_second;
    const NightOutcome o = night(world);
    REQUIRE(o.backups.size() == 1);
    CHECK(o.backups.front().outside_end_h > 4.0);
    CHECK(std::isfinite(o.backups.front().outside_end_h));
    CHECK(o.lags[1].growth_s_per_day == 0.0);
    CHECK(o.lags[1].lag_p50_s > 480.0);
}

TEST_CASE("synchronous replication is judged by its round trip", "[events][night]") {
    DrillWorld world;
    world.study.backups.at("p").replication = continuity::ReplicationMode::synchronous;
    const auto at_distance = [&](double km) {
        for (network::Link& link : world.network.topology.links) link.route = km * kilometre;
        world.network.trees =
            network::shortest_paths(world.network.topology, world.network.site_node, world.network.delays);
        return night(world).lags.front();
    };
    SECTION("near: each write waits for a round trip and the far write") {
        const outcome::ReplicationLag row = at_distance(1.0);
        CHECK(row.mode == "sync");
        CHECK(row.verdict == "synchronous");
        CHECK(row.write_delay_ms == test::Approx(0.5298 + 0.5));
        CHECK(row.lag_max_s == 0.0);
        CHECK(row.met);
    }
    SECTION("300 km: 3.5 ms, with a warning") {
        const outcome::ReplicationLag row = at_distance(300.0);
        CHECK(row.rtt_ms == test::Approx(2.0 * (1.47 + 0.06 + 0.2)));
        CHECK(row.verdict == "synchronous-warned");
        CHECK(row.lag_max_s == 0.0);
        CHECK(row.met);
    }
    SECTION("600 km: 6.4 ms, refused, and played asynchronously") {
        const outcome::ReplicationLag row = at_distance(600.0);
        CHECK(row.mode == "sync");
        CHECK(row.verdict == "asynchronous-only");
        CHECK(row.write_delay_ms == 0.0);
        CHECK(row.lag_max_s == test::Approx(900.0));
        CHECK_FALSE(row.met);
    }
}

TEST_CASE("replication that is simulated is not in the background as well", "[events][night]") {
    const DrillWorld world;
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    const Background with{world.input()};
    const Background without{world.input(), ReplicationLoad::left_out};
    CHECK(with.uplink_gbit_s(DrillWorld::p, false, day, 3) == test::Approx(0.1));
    CHECK(without.uplink_gbit_s(DrillWorld::p, false, day, 3) == 0.0);
    constexpr std::size_t between = 4;  // p--b
    CHECK(with.link_gbit_s({between, true}, day, 3) == test::Approx(0.1));
    CHECK(without.link_gbit_s({between, true}, day, 3) == 0.0);
    CHECK(without.link_capacity_gbit_s(between) == with.link_capacity_gbit_s(between));
}

TEST_CASE("a site whose data never change has neither backup nor lags", "[events][night]") {
    DrillWorld world;
    for (catalog::WorkloadClass& w : world.variant.workloads) w.daily_change_share = 0.0;
    const NightOutcome o = night(world);
    CHECK(o.backups.empty());
    CHECK(o.lags.empty());
}

}  // namespace
}  // namespace verbund::events
