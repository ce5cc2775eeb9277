#include "sim/events/migration/migration.hpp"

#include <cmath>
#include <set>

#include "sim/batch/row_bytes.hpp"
#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/isolated.hpp"
#include "tests/support/phases.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

/// With the transaction that is watched while copies run; a kilobyte each way.
struct MovingWorld : DrillWorld {
    MovingWorld() {
        catalog::Transaction record;
        record.id = "record";
        record.request_kb = record.response_kb = 1.0;
        set.catalog.transactions = {record};
    }
};

constexpr std::size_t home_alpha = 2;

MigrationOutcome wave(const DrillWorld& world, const std::vector<MovedData>& moved) {
    const auto json = test::isolated<nlohmann::json>([&] {
        const MigrationOutcome o = simulate_wave(world.input(), moved, {2030, 1, 1});
        return nlohmann::json{batch::rows_to_json(o.waves), batch::rows_to_json(o.cutovers)};
    });
    return {batch::rows_from_json<outcome::MigrationWave>(json.at(0)),
            batch::rows_from_json<outcome::Cutover>(json.at(1))};
}

/// From an administration's home to center p.
MovedData from_home(std::size_t administration, double data_gb, double daily_change_gb = 0.0) {
    return {.move = "all",
            .day = {2030, 1, 1},
            .administration = administration,
            .from = home_alpha + administration,
            .to = DrillWorld::p,
            .data_gb = data_gb,
            .daily_change_gb = daily_change_gb};
}

TEST_CASE("nights and finishing date follow from data and rate", "[events][migration]") {
    const MovingWorld world;
    // Half of 10 Gbit/s: 0.625 GB/s, 22,500 GB a night of 10 h.  54,000 GB: two nights and 4 h of the third,
    // which ends at midnight of 3 to 4 January; 2 h of tests.
    const MigrationOutcome o = wave(world, {from_home(0, 54'000.0)});
    REQUIRE(o.waves.size() == 1);
    const outcome::MigrationWave& row = o.waves.front();
    CHECK(row.move == "all");
    CHECK(row.administrations == 1.0);
    CHECK(row.data_tb == test::Approx(54.0));
    CHECK(row.resent_tb == 0.0);
    CHECK(row.nights == 3.0);
    CHECK(row.finished == "2030-01-04");
    CHECK(row.downtime_mean_h == test::Approx(2.0).margin(1e-5));
    CHECK(row.downtime_max_h == test::Approx(2.0).margin(1e-5));
    REQUIRE(o.cutovers.size() == 1);
    CHECK(o.cutovers.front().starts_night == 0.0);
    CHECK(o.cutovers.front().finished_night == 2.0);
    CHECK(o.cutovers.front().data_gb == test::Approx(54'000.0));
}

TEST_CASE("what changes meanwhile is sent again, the last of it while services stand still",
          "[events][migration]") {
    const MovingWorld world;
    // 22,500 GB fill the first night; 12 GB/h have changed over 10 h: 120 GB, 192 s; they wait, since nothing
    // is left of the window, and are 288 GB at the next opening: 460.8 s.
    const MigrationOutcome o = wave(world, {from_home(0, 22'499.999, 288.0)});
    CHECK(o.waves.front().resent_tb == test::Approx(0.288));
    CHECK(o.waves.front().nights == 2.0);
    CHECK(o.waves.front().downtime_max_h == test::Approx(2.0 + 460.8 / 3600.0).epsilon(1e-4));
}

TEST_CASE("one at a time means one after the other", "[events][migration]") {
    MovingWorld world;
    world.study.events.migration.parallel = 1;
    const MigrationOutcome o = wave(world, {from_home(0, 30'000.0), from_home(1, 20'000.0)});
    // 30,000 GB end in night 1 (the second); 20,000 GB more in night 2.
    REQUIRE(o.cutovers.size() == 2);
    CHECK(o.cutovers[0].finished_night == 1.0);
    CHECK(o.cutovers[1].starts_night == 1.0);
    CHECK(o.cutovers[1].finished_night == 2.0);
}

TEST_CASE("a wave that a year cannot carry has no finishing date", "[events][migration]") {
    MovingWorld world;
    world.study.events.migration.link_share = 1e-6 * one;
    const MigrationOutcome o = wave(world, {from_home(0, 54'000.0)});
    CHECK(o.waves.front().finished.empty());
    CHECK(o.waves.front().nights == 365.0);
    CHECK(std::isnan(o.waves.front().downtime_mean_h));
    CHECK(std::isnan(o.cutovers.front().finished_night));
}

TEST_CASE("copies that fill the link halve the rate of those who work meanwhile", "[events][migration]") {
    MovingWorld world;
    world.study.events.migration.link_share = 1.0 * one;
    catalog::Transaction upload;
    upload.id = "record";
    upload.request_kb = 125e3;  // 0.1 s at 10 Gbit/s, 0.2 s beside one copy
    world.set.catalog.transactions = {upload};
    // Beta works at p already, with next to no traffic.
    world.year().administrations[1].parts.back().traffic_gbit_s = 1e-9F;
    const MigrationOutcome o = wave(world, {from_home(0, 200'000.0)});
    const outcome::MigrationWave& row = o.waves.front();
    CHECK(row.others_p95_alone_ms == test::Approx(300.0).epsilon(0.3));  // exponential: p95 = 3 x 0.1 s
    CHECK(row.others_p95_ms == test::Approx(2.0 * row.others_p95_alone_ms).epsilon(0.05));
}

TEST_CASE("a first copy on disks takes filling, transport and reading, and the network what changed since",
          "[events][migration]") {
    MovingWorld world;
    study::Migration& settings = world.study.events.migration;
    settings.first_copy = study::FirstCopy::disks;
    // 108 TB on two devices side by side, 80 TB at 0.3 GB/s: 266,667 s to fill and as long to read, two days
    // on the road: 706,133 s.  The window of 9 January (691,200 s + 20 h) is the first after that.  8 days
    // and 20 h of 1,000 GB a day are 8,833 GB at 0.625 GB/s: 3.9 h, what changed meanwhile stops the
    // services.
    const MigrationOutcome o = wave(world, {from_home(0, 108'000.0, 1'000.0)});
    REQUIRE(o.waves.size() == 1);
    const outcome::MigrationWave& row = o.waves.front();
    CHECK(row.data_tb == test::Approx(108.0));
    CHECK(row.seeded_tb == test::Approx(108.0));
    CHECK(row.nights == 9.0);
    CHECK(row.finished == "2030-01-10");
    // 8,833 GB, and 1,000 GB a day during the 3.9 h of sending them.
    CHECK(row.resent_tb == test::Approx(8.833 + 0.164).epsilon(0.01));
    settings.first_copy = study::FirstCopy::network;
    const MigrationOutcome network = wave(world, {from_home(0, 108'000.0, 1'000.0)});
    CHECK(network.waves.front().seeded_tb == 0.0);
    CHECK(network.waves.front().finished != row.finished);
}

TEST_CASE("a year without moves gives no rows", "[events][migration]") {
    const MovingWorld world;
    MovedData other_year = from_home(0, 100.0);
    other_year.day = {2031, 1, 1};
    CHECK(wave(world, {}).waves.empty());
    CHECK(wave(world, {other_year}).cutovers.empty());
}

/// Mail of alpha, the only data of the variant, in 2029 and in 2030: GB by site.
std::vector<MovedData> moved_mail(const std::vector<std::pair<std::size_t, float>>& before,
                                  const std::vector<std::pair<std::size_t, float>>& after) {
    MovingWorld world;
    study::Move& move = world.study.moves["all"];
    move.who = {"all"};
    move.to = "p";
    move.years = study::MoveYears{2030, 2030};
    for (deploy::AdministrationDeployment& a : world.year().administrations) a.parts.clear();
    world.variant.phases.insert(world.variant.phases.begin(), world.year());
    const auto store = [&](deploy::Deployment& year, const auto& sites) {
        for (const auto& [site, gb] : sites) {
            deploy::Part part;
            part.site = static_cast<std::uint32_t>(site);
            part.workload = DrillWorld::mail;
            part.storage_gb = gb;
            year.administrations[0].parts.push_back(part);
        }
    };
    static_cast<Phase&>(world.variant.phases[0]) = whole_year(2029);
    store(world.variant.phases[0], before);
    store(world.variant.phases[1], after);
    return moved_data(world.set, world.study, world.variant);
}

TEST_CASE("data from two places move as two copies", "[events][migration]") {
    // 20 % growth from year to year is no move.
    const auto moved = moved_mail({{home_alpha, 30.0F}, {DrillWorld::b, 70.0F}}, {{DrillWorld::p, 120.0F}});
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].from == DrillWorld::b);
    CHECK(moved[0].to == DrillWorld::p);
    CHECK(moved[0].data_gb == test::Approx(70.0));
    CHECK(moved[0].daily_change_gb == test::Approx(1.4));
    CHECK(moved[1].from == home_alpha);
    CHECK(moved[1].data_gb == test::Approx(30.0));
}

TEST_CASE("only what arrives at the target of a move is copied by it", "[events][migration]") {
    // From b 60 % go to p and 10 % go home, where no move leads.
    const auto moved = moved_mail({{home_alpha, 30.0F}, {DrillWorld::b, 70.0F}},
                                  {{home_alpha, 40.0F}, {DrillWorld::p, 60.0F}});
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].from == DrillWorld::b);
    CHECK(moved[0].data_gb == test::Approx(60.0));
}

TEST_CASE("data that stay where they are do not move", "[events][migration]") {
    CHECK(moved_mail({{home_alpha, 30.0F}}, {{home_alpha, 36.0F}}).empty());
}

TEST_CASE("data that lie at the target already are not copied there", "[events][migration]") {
    // p has 40 of 100 GB and then 80: 40 come from home, where 20 stay.
    const auto moved = moved_mail({{DrillWorld::p, 40.0F}, {home_alpha, 60.0F}},
                                  {{DrillWorld::p, 80.0F}, {home_alpha, 20.0F}});
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].from == home_alpha);
    CHECK(moved[0].data_gb == test::Approx(40.0));
}

TEST_CASE("what a move takes along is what no longer lies at home", "[events][migration]") {
    const study::StudySet& set = test::starter_set();
    const study::Study& study = set.variants[1].study;  // all move to "north" in 2024-2026
    const deploy::VariantDeployment variant = deploy::deploy(set, study);
    const std::vector<MovedData> moved = moved_data(set, study, variant);
    std::set<std::size_t> movers;
    for (const MovedData& data : moved) {
        CHECK(data.move == "everyone");
        CHECK(data.day >= Date{2024, 1, 1});
        CHECK(data.day <= Date{2026, 1, 1});
        CHECK(variant.sites[data.to].id == "north");
        CHECK(data.from != data.to);
        // 2 % a day of all classes of the catalog in 2022; since then the data grew by 20 %/a, their use by 1
        // %/a of the seats and by 1.5 (screen and voice) to 12.5 %/a.
        const int years = data.day.year - 2022;
        CHECK(data.daily_change_gb < 0.02 * data.data_gb * std::pow(1.125 * 1.01 / 1.2, years));
        CHECK(data.daily_change_gb > 0.02 * data.data_gb * std::pow(1.015 * 1.01 / 1.2, years));
        movers.insert(data.administration);
    }
    CHECK(movers.size() == variant.administrations.size());

    // Everything that was stored, less what stays: the share that is elsewhere than at the target afterwards.
    for (const std::size_t a : movers) {
        double taken = 0.0;
        int year = 0;
        std::size_t target = 0;
        for (const MovedData& data : moved) {
            if (data.administration != a) continue;
            taken += data.data_gb;
            year = data.day.year;
            target = data.to;
        }
        const auto y = test::last_phase(variant, year);
        std::map<std::size_t, double> before;
        std::map<std::size_t, double> after;
        std::map<std::size_t, double> arrived;
        for (const deploy::Part& part : variant.phases[y - 1].administrations[a].parts)
            before[part.workload] += static_cast<double>(part.storage_gb);
        for (const deploy::Part& part : variant.phases[y].administrations[a].parts) {
            after[part.workload] += static_cast<double>(part.storage_gb);
            if (part.site == target) arrived[part.workload] += static_cast<double>(part.storage_gb);
        }
        double expected = 0.0;
        for (const auto& [w, gb] : before)
            if (after[w] > 0.0) expected += gb * arrived[w] / after[w];
        CHECK(taken == test::Approx(expected).epsilon(1e-3));
    }
}

TEST_CASE("a move in the first year takes what it would if the horizon began before it",
          "[events][migration]") {
    const study::StudySet& starter = test::starter_set();
    const auto moved = [&](int first_year, int move_year) {
        study::StudySet set = starter;
        set.horizon = {first_year, 2027};
        study::Study study = set.variants[1].study;  // all move to "north", which stands from 2024 on
        study.moves.at("everyone").years = study::MoveYears{move_year, move_year};
        return moved_data(set, study, deploy::deploy(set, study));
    };
    // The horizon begins with the move, or two years before it.
    const std::vector<MovedData> first = moved(2025, 2025);
    const std::vector<MovedData> later = moved(2023, 2025);
    REQUIRE(first.size() == later.size());
    REQUIRE_FALSE(first.empty());
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].day == Date{2025, 1, 1});
        CHECK(first[i].administration == later[i].administration);
        CHECK(first[i].from == later[i].from);
        CHECK(first[i].to == later[i].to);
        CHECK(first[i].data_gb == later[i].data_gb);  // what was stored in 2024 in both
    }
}

}  // namespace
}  // namespace verbund::events
