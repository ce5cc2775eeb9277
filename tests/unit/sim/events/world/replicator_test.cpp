#include "sim/events/world/replicator.hpp"

#include "models/base/unit_factors.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/isolated.hpp"

namespace verbund::events {
namespace {

/// Changes evenly at a rate in bytes/s.
ClassChanges constant_changes(double bytes_per_s) {
    ClassChanges changes{.workload = 0, .bytes_per_day = bytes_per_s * seconds_per_day, .hour_share = {}};
    changes.hour_share.fill(1.0 / 24.0);
    return changes;
}

/// Lags of a class at several times, over a link of 1 MB/s.
std::vector<double> lags(double changed_per_s, double interval_s, double latency_s,
                         const std::vector<double>& times) {
    return test::isolated_numbers([&] {
        Engine engine({.tcp_window_bytes = 0.0});
        const LinkId link = engine.add_link("link", 1e6, latency_s);
        const EndpointId from = engine.add_endpoint("primary", {link}, {});
        const EndpointId to = engine.add_endpoint("backup", {}, {});
        ClassCopier copier{engine, from, to, constant_changes(changed_per_s), interval_s};
        std::vector<double> out;
        copier.start();
        for (const double time : times)
            engine.at(
                time, [&] { out.push_back(engine.now() - copier.consistent_until()); });
        engine.run_until(times.back() + 1.0);
        return out;
    });
}

TEST_CASE("changes between two times follow the hours of the day", "[events][replication]") {
    ClassChanges changes{.workload = 0, .bytes_per_day = 1000.0, .hour_share = {}};
    changes.hour_share[8] = 0.75;
    changes.hour_share[9] = 0.25;
    CHECK(changed_bytes(changes, 0.0, 8.0 * 3600.0) == 0.0);
    CHECK(changed_bytes(changes, 8.0 * 3600.0, 9.0 * 3600.0) == test::Approx(750.0));
    CHECK(changed_bytes(changes, 8.5 * 3600.0, 9.5 * 3600.0) == test::Approx(375.0 + 125.0));
    // Over midnight: the rest of the first day and the next day up to 9 h.
    CHECK(changed_bytes(changes, 9.0 * 3600.0, seconds_per_day + 9.0 * 3600.0) == test::Approx(1000.0));
}

TEST_CASE("the lag runs from the transfer time to the transfer time plus the interval",
          "[events][replication]") {
    // 0.1 MB/s change, every 100 s: 10 MB at 1 MB/s and 0.5 s latency = 10.5 s.  The transfer that starts at
    // 200 s arrives at 210.5 s with what there was at 200 s; just before, the copy is of 100 s.
    const std::vector<double> seen = lags(1e5, 100.0, 0.5, {50.0, 210.4, 210.6, 310.4});
    CHECK(seen[0] == test::Approx(50.0));
    CHECK(seen[1] == test::Approx(110.4));
    CHECK(seen[2] == test::Approx(10.6));
    CHECK(seen[3] == test::Approx(110.4));
}

TEST_CASE("on a saturated link the lag grows in proportion to time", "[events][replication]") {
    // Twice as much changes as the link carries: each transfer takes twice as long as the one before, and
    // ends t with what there was at its start: arrivals at 300, 700, 1500, 3100 s, lags (t + 100) / 2 there.
    const std::vector<double> seen = lags(2e6, 100.0, 0.0, {300.1, 700.1, 1500.1, 3100.1});
    CHECK(seen[0] == test::Approx(200.1));
    CHECK(seen[1] == test::Approx(400.1));
    CHECK(seen[2] == test::Approx(800.1));
    CHECK(seen[3] == test::Approx(1600.1));
}

TEST_CASE("only protected classes that change are replicated", "[events][replication]") {
    test::DrillWorld world;
    const DayShape day = day_shape(world.input(), study::TypicalDay::winter_workday);
    study::Backup& rule = world.study.backups.at("p");
    const deploy::BackupPair pair{test::DrillWorld::p, test::DrillWorld::b, &rule};
    SECTION("critical ones") {
        // Directory: 3 servers of 100 GB, 2 % a day; mail: 9.  Gis is normal, telephony is at home.
        const std::vector<ClassChanges> changes = changes_of(world.input(), day, pair);
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].workload == test::DrillWorld::directory);
        CHECK(changes[0].bytes_per_day == test::Approx(6e9));
        CHECK(changes[1].bytes_per_day == test::Approx(18e9));
        CHECK(changes[0].hour_share[3] == test::Approx(1.0 / 24.0));
    }
    SECTION("all") {
        rule.protects = study::ProtectedLoad::all;
        CHECK(changes_of(world.input(), day, pair).size() == 3);
    }
    SECTION("a class without changes has no copies") {
        world.variant.workloads[test::DrillWorld::mail].daily_change_share = 0.0;
        CHECK(changes_of(world.input(), day, pair).size() == 1);
    }
    SECTION("none without replication") {
        rule.replication = continuity::ReplicationMode::none;
        CHECK(changes_of(world.input(), day, pair).empty());
    }
}

/// Lags of directory at 10 000 s and, once replication has stopped there, at 20 000 s.
std::vector<double> lags_around_stop(const test::DrillWorld& world) {
    return test::isolated_numbers([&] {
        const deploy::WorldYear input = world.input();
        const DayShape day = day_shape(input, study::TypicalDay::winter_workday);
        const Background background{input, ReplicationLoad::left_out};
        Engine engine({});
        Platform platform{engine, input, background};
        const deploy::BackupPair pair{0, 1, &input.study().backups.at("p")};
        Replicator replicator{engine, platform, input, day, pair};
        std::vector<double> out;
        replicator.start();
        engine.at(
            10'000.0,
            [&] {
                out.push_back(*replicator.lag_s(test::DrillWorld::directory));
                replicator.stop();
            });
        engine.at(
            20'000.0, [&] { out.push_back(*replicator.lag_s(test::DrillWorld::directory)); });
        engine.run();
        out.push_back(replicator.lag_s(test::DrillWorld::gis).has_value() ? 1.0 : 0.0);
        return out;
    });
}

TEST_CASE("what is lost when a primary stops is the lag of that moment", "[events][replication]") {
    const test::DrillWorld world;
    const std::vector<double> seen = lags_around_stop(world);
    // Every 900 s, within a fraction of a second: the copy is of 9 900 s.
    CHECK(seen[0] == test::Approx(100.0));
    CHECK(seen[1] == test::Approx(100.0));
    CHECK(seen[2] == 0.0);  // gis is not protected
}

TEST_CASE("a lag grows when it rises from day to day and hardly less than before", "[events][replication]") {
    CHECK(lag_grows(1'000.0, 5'000.0, 9'000.0));
    CHECK_FALSE(lag_grows(900.0, 900.0, 900.0));
    CHECK_FALSE(lag_grows(100.0, 900.0, 900.5));    // the first day began without a lag
    CHECK_FALSE(lag_grows(0.0, 4'000.0, 5'000.0));  // a backlog that settles
    CHECK_FALSE(lag_grows(9'000.0, 5'000.0, 1'000.0));
}

TEST_CASE("synchronous replication loses nothing", "[events][replication]") {
    test::DrillWorld world;
    world.study.backups.at("p").replication = continuity::ReplicationMode::synchronous;
    const std::vector<double> seen = lags_around_stop(world);
    CHECK(seen[0] == 0.0);
    CHECK(seen[1] == 0.0);
}

}  // namespace
}  // namespace verbund::events
