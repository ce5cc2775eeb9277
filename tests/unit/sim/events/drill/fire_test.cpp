#include <algorithm>
#include <cmath>

#include "models/base/diagnostics.hpp"
#include "sim/events/drill/plan.hpp"
#include "sim/events/drill/request.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/told_step.hpp"

/// What is destroyed, what is left of its data, and what a takeover may lack.
namespace verbund::events {
namespace {

using test::DrillWorld;

constexpr double hour = 3600.0;
constexpr double day = 24.0 * hour;
constexpr double month = 30.0 * day;

const outcome::DrillResult& row(const DrillOutcome& o, int administration, const std::string& workload) {
    const auto found = std::find_if(o.results.begin(), o.results.end(), [&](const outcome::DrillResult& r) {
        return r.administration == administration && r.workload == workload;
    });
    REQUIRE(found != o.results.end());
    return *found;
}

bool told(const DrillWorld& world, const DrillOutcome& o, const std::string& english) {
    return std::any_of(
        o.timeline.begin(), o.timeline.end(),
        [&](const outcome::DrillEvent& e) {
            return test::in_english(e, world.input()).find(english) != std::string::npos;
        });
}

/// Nobody but p itself can run what ran there.
void leave_alone(DrillWorld& world) {
    world.study.backups.clear();
    world.study.centers.at("b").role = study::CenterRole::own;
}

TEST_CASE("an outage of a month leaves data whole, a fire with new hardware after a month does not",
          "[events][drill]") {
    DrillWorld world;
    leave_alone(world);
    world.recovery().outside_rate = 1.0 * gigabit_per_second;
    const DrillOutcome outage = world.drill("center:p", 9.5 * hour, month);
    CHECK_FALSE(outage.summary.destroyed);
    CHECK(outage.summary.rpo_all_max_s == 0.0);
    // A month, 10 min to switch on, 16 VMs of 3 GB at 2 GB/s at once: 24 s, logon and mail.
    CHECK(outage.summary.rto_max_s == test::Approx(month + 600.0 + 24.0 + 360.0).margin(0.01));

    const DrillOutcome fire = world.fire({"center:p"}, month);
    CHECK(fire.summary.destroyed);
    CHECK(fire.summary.lasts_h == test::Approx(720.0));
    // The outside copy is that of 6:00, 3.5 h old, for every class.
    CHECK(fire.summary.rpo_max_s == test::Approx(3.5 * hour));
    CHECK(fire.summary.rpo_all_max_s == test::Approx(3.5 * hour));
    CHECK(fire.summary.servers_never == 0.0);
    CHECK(fire.summary.data_lost_tb == 0.0);
    // Data at 1 Gbit/s = 0.125 GB/s, two classes at a time: directory 200 and 100 GB, mail 600 and 300 GB,
    // gis 400 GB.  200 GB are back after 1,600 s, 400 GB after 3,200 s (directory), 1,000 GB after 8,000 s
    // (beta's mail), 1,400 GB after 11,200 s (alpha's mail), all after 12,800 s.  Then boots and starts.
    CHECK(row(fire, 0, "mail").rto_s == test::Approx(month + 600.0 + 11'200.0 + 9.0 + 180.0).margin(0.5));
    CHECK(row(fire, 0, "gis").rto_s == test::Approx(month + 600.0 + 12'800.0 + 6.0 + 180.0).margin(0.5));
    std::vector<std::string> path;
    for (const outcome::DrillEvent& e : fire.timeline)
        if (e.critical_path) path.push_back(e.step);
    CHECK(path == std::vector<std::string>{"failure", "cause-ends", "power-on", "restore", "data", "boot",
                                           "application", "restored"});
}

TEST_CASE(
    "a fire carried by the backup site loses the lag of its copies, and the age of the backup of what "
    "has none",
    "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.fire({"center:p"}, month);
    // At 9:30 the copies of 9:15 have arrived.
    CHECK(o.summary.rpo_max_s == test::Approx(900.0).margin(0.1));
    CHECK(o.summary.rpo_all_max_s == test::Approx(3.5 * hour));
    CHECK(o.summary.rto_max_s < 2.0 * hour);
    CHECK(o.summary.servers_never == 0.0);
    CHECK(o.summary.takeover == "succeeds");
    // Onto new hardware all 1,200 GB of the classes with copies are sent back, not only what changed.
    const auto failback = std::find_if(o.timeline.begin(), o.timeline.end(),
                                       [](const outcome::DrillEvent& e) { return e.step == "failback"; });
    REQUIRE(failback != o.timeline.end());
    CHECK_THAT(test::in_english(*failback, world.input()),
               test::contains("1.9 TB sent back to p"));  // 1.2 TB and 30 days of 24 GB
}

TEST_CASE("a fire that takes the backup site, too, takes the outside copy that lies there",
          "[events][drill]") {
    DrillWorld world;
    const DrillOutcome o = world.fire({"center:p", "center:b"}, month);
    CHECK(std::isnan(o.summary.rto_max_s));
    CHECK(std::isnan(o.summary.rpo_max_s));
    CHECK(std::isnan(o.summary.rpo_all_max_s));
    CHECK(o.summary.servers_never == 16.0);
    CHECK(o.summary.data_lost_tb == test::Approx(1.6));  // 16 servers of 100 GB
    CHECK(told(world, o, "of 1.6 TB no copy is left"));

    world.study.centers.at("p").outside_copy = "elsewhere";
    const DrillOutcome kept = world.fire({"center:p", "center:b"}, month);
    CHECK(kept.summary.rpo_max_s == test::Approx(3.5 * hour));
    CHECK(kept.summary.rto_max_s > month);
    CHECK(kept.summary.rto_max_s < month + day);
    CHECK(kept.summary.servers_never == 0.0);

    // Never replaced: the data are kept, but nothing runs again.
    const DrillOutcome never = world.fire({"center:p", "center:b"});
    CHECK(std::isnan(never.summary.rto_max_s));
    CHECK(never.summary.rpo_max_s == test::Approx(3.5 * hour));
    CHECK(never.summary.servers_never == 16.0);
    CHECK(never.summary.data_lost_tb == 0.0);
}

TEST_CASE("an outside copy at a third center comes back over the path from there", "[events][drill]") {
    DrillWorld world;
    leave_alone(world);
    world.study.centers.at("p").outside_copy = "b";
    // p--b carries 10 Gbit/s, two streams of 2.4 Gbit/s = 0.6 GB/s: directory 200 and 100, mail 600 and 300,
    // gis 400 GB.  Stream A: 200, 300, 400; stream B: 100, 600; gis ends after 900 GB at 0.3 GB/s = 3,000 s.
    const DrillOutcome o = world.fire({"center:p"}, month);
    CHECK(row(o, 0, "gis").rto_s == test::Approx(month + 600.0 + 3'000.0 + 6.0 + 180.0).margin(2.0));
    for (network::Link& link : world.network.topology.links) link.capacity = 0.6 * gigabit_per_second;
    // Now the line binds: 1,600 GB at 0.075 GB/s.
    const DrillOutcome slow = world.fire({"center:p"}, month);
    CHECK(row(slow, 0, "gis").rto_s == test::Approx(month + 600.0 + 1600.0 / 0.075 + 186.0).epsilon(1e-3));
}

TEST_CASE("of a burnt room the mirror keeps the data, of a whole site nothing does", "[events][drill]") {
    DrillWorld world;
    leave_alone(world);
    const DrillOutcome room = world.fire({"room:p/r1"}, month);
    CHECK(room.summary.rpo_all_max_s == 0.0);
    const DrillOutcome both = world.fire({"room:p/r1", "room:p/r2"}, month);
    CHECK(both.summary.rpo_all_max_s == test::Approx(3.5 * hour));
}

TEST_CASE("a takeover that fails leaves restoring from backup, and is told with its probability",
          "[events][drill]") {
    DrillWorld world;
    world.study.availability.success_untested = 0.0 * percent;
    const DrillOutcome o = world.drill("center:p");
    CHECK(o.summary.takeover == "fails");
    CHECK(o.summary.takeover_failure == 1.0);
    CHECK(o.summary.rpo_max_s == test::Approx(3.5 * hour));  // from backup, not from the copies
    CHECK(o.summary.rto_max_s > 4.0 * hour);                 // of preparation
    CHECK(told(world, o, "the takeover in b fails (as in 100 % of cases)"));

    DrillRequest request = world.request("center:p");
    request.takeover = study::TakeoverLuck::succeeds;
    const DrillOutcome stated = test::drill_in_child(world.input(), request);
    CHECK(stated.summary.takeover == "succeeds");
    CHECK(stated.summary.rto_max_s < 2.0 * hour);
    // Nothing to take over: nothing is tried.
    CHECK(world.drill("utility:alpha", 9.5 * hour, 2.0 * hour).summary.takeover.empty());
}

TEST_CASE("what a drill draws for a place does not depend on its name", "[events][drill]") {
    DrillWorld world;
    world.variant.sites[DrillWorld::p].at = {51.2, 6.7};
    world.name_streams();
    const double before = drill_stream(world.input(), "genset", DrillWorld::p).uniform();
    world.variant.sites[DrillWorld::p].id = "another";
    world.name_streams();
    CHECK(drill_stream(world.input(), "genset", DrillWorld::p).uniform() == before);
    world.variant.sites[DrillWorld::p].at = {51.3, 6.7};
    world.name_streams();
    CHECK(drill_stream(world.input(), "genset", DrillWorld::p).uniform() != before);
}

TEST_CASE("a takeover fails as often as the study says, with the same luck in every drill of a study",
          "[events][drill]") {
    DrillWorld world;
    world.study.availability.success_untested = 80.0 * percent;
    const DrillRequest request = world.request("center:p");
    int fails = 0;
    constexpr int seeds = 1000;
    for (int seed = 1; seed <= seeds; ++seed) {
        world.set.seed = static_cast<std::uint64_t>(seed);
        Timeline timeline;
        const std::vector<Outage> outages = outages_of(world.input(), request, timeline);
        const DayShape shape = day_shape(world.input(), study::TypicalDay::winter_workday);
        const RecoveryPlan plan = plan_recovery(world.input(), request, shape, outages).front();
        CHECK(plan.takeover_failure == test::Approx(0.2));
        fails += plan.takeover == Takeover::fails ? 1 : 0;
    }
    CHECK(fails == test::Approx(200.0).margin(45.0));  // 3.5 standard deviations of 12.6
}

double short_of_place(const DrillOutcome& o) { return o.summary.capacity_short * o.summary.servers_hit; }

TEST_CASE("a restore needs storage as well as memory", "[events][drill]") {
    DrillWorld world;
    auto plant = std::make_shared<deploy::Plant>(*world.year().sites[DrillWorld::b].plant);
    plant->limits[Resource::storage] = 1.45;
    world.year().sites[DrillWorld::b].plant = plant;
    world.year().sites[DrillWorld::b].storage_tb = 1.2;  // the copies
    // 0.25 TB are free: two of the four gis servers of 100 GB.
    const DrillOutcome o = world.drill("center:p");
    CHECK(short_of_place(o) == test::Approx(2.0));
    CHECK(told(world, o, "2 servers find no place: 0.2 TB of storage are missing"));
}

TEST_CASE("what the annual engine found no standby for does not fail over", "[events][drill]") {
    DrillWorld world;
    // Of 9 mail servers 4 have a place at b, of 3 directory servers all.
    using catalog::Criticality;
    world.year().sites[DrillWorld::b].protected_servers = {
        {.primary = DrillWorld::p, .criticality = Criticality::very_critical, .asked = 3, .placed = 3},
        {.primary = DrillWorld::p,
         .criticality = Criticality::critical,
         .asked = 9,
         .placed = 4,
         .binding = Resource::racks}};
    const DrillOutcome o = world.drill("center:p", 9.5 * hour, 4.0 * hour);
    CHECK(short_of_place(o) == test::Approx(5.0));
    CHECK(told(world, o, "5 servers have no copy or no standby host at the backup site"));
    // Where racks bind, nothing is restored beyond that either, though memory is left.
    const DrillOutcome lost = world.drill("center:p");
    CHECK(lost.summary.servers_never == 5.0 + 4.0);
}

TEST_CASE("a place whose stated power is used up takes nothing more", "[events][drill]") {
    DrillWorld world;
    leave_alone(world);
    world.study.centers.at("b").role = study::CenterRole::shared;
    CHECK(world.drill("center:p").summary.servers_never == 0.0);
    for (auto& [id, room] : world.study.centers.at("b").rooms) room.it_power = 5.0 * kilowatt;
    auto plant = std::make_shared<deploy::Plant>(*world.year().sites[DrillWorld::b].plant);
    plant->limits[Resource::it_power] = 10.0;
    plant->limits[Resource::ups] = plant->limits[Resource::cooling] = plant->limits[Resource::grid] = 100.0;
    plant->limits[Resource::storage] = 100.0;
    catalog::CoolingType cooling;
    cooling.plant = catalog::EffectiveCop{3.0};
    for (deploy::RoomPlant& room : plant->rooms) room.cooling = &cooling;
    world.year().sites[DrillWorld::b].plant = plant;
    CHECK(world.drill("center:p").summary.servers_never == 0.0);
    world.year().sites[DrillWorld::b].needs.of[Resource::it_power] = 10.0;
    CHECK(world.drill("center:p").summary.servers_never == 16.0);
}

TEST_CASE("servers that were refused at a site do not fail with it", "[events][drill]") {
    DrillWorld world;
    world.year().sites[DrillWorld::p].refused = {{.administration = 0,
                                                  .shape = 0,
                                                  .workload = static_cast<std::uint16_t>(DrillWorld::mail),
                                                  .servers = 2,
                                                  .binding = Resource::racks}};
    const DrillOutcome o = world.drill("center:p", 9.5 * hour, 4.0 * hour);
    CHECK(o.summary.servers_hit == 14.0);
    CHECK(row(o, 0, "mail").servers == 4.0);
}

TEST_CASE("without its network core an office reaches none of its servers, wherever they run",
          "[events][drill]") {
    DrillWorld world;
    catalog::WorkloadClass core = world.variant.workloads[DrillWorld::telephony];
    core.id = "network-core";
    world.variant.workloads.push_back(core);
    deploy::Part part = world.year().administrations[0].parts.front();  // the phone at home
    part.workload = 4;
    part.interactions_per_h = 0.0F;
    world.year().administrations[0].parts.push_back(part);
    const DrillOutcome o = world.drill("utility:alpha", 9.5 * hour, 2.0 * hour);
    // Still from 20 min on, back at 2 h; 10 min to switch on, two VMs of 3 GB at 2 GB/s: 3 s, 3 min.
    const double out_s = 2.0 * hour - 600.0 + 3.0 + 180.0;
    CHECK(row(o, 0, "network-core").rto_s == test::Approx(out_s).margin(0.01));
    CHECK(row(o, 0, "mail").rto_s == test::Approx(out_s).margin(0.01));
    CHECK(row(o, 0, "mail").transactions_lost == test::Approx(60.0 * out_s / hour));
    CHECK(row(o, 0, "mail").rpo_s == 0.0);
    CHECK(o.summary.workplaces_hit == test::Approx(300.0));  // alpha's, not beta's
    CHECK(told(world, o, "1 administration without a network core on site: 12 servers elsewhere run"));
}

std::vector<std::string> mistakes(const study::Drill& drill, const std::string& key) {
    const DrillWorld world;
    try {
        static_cast<void>(make_request("fire", drill, world.input(), key));
    } catch (const InvalidInput& invalid) {
        std::vector<std::string> texts;
        for (const Diagnostic& mistake : invalid.mistakes()) texts.push_back(to_string(mistake));
        return texts;
    }
    return {};
}

TEST_CASE("a destruction that is none is refused where it is stated", "[events][drill]") {
    study::Drill drill;
    drill.fail = {"center:p"};
    drill.replaced_after = 30.0 * days;
    CHECK(
        mistakes(drill, "drills.fire") ==
        std::vector<std::string>{"drills.fire.replaced_after: replaced after 30 d, but nothing is destroyed "
                                 "(an outage leaves things whole). Say that it is destroyed, or how long it "
                                 "is out."});
    CHECK_THAT(mistakes(drill, "").at(0), test::contains("--replaced-after: "));
    drill.destroyed = true;
    CHECK(mistakes(drill, "drills.fire").empty());
    drill.lasts = 720.0 * hours;
    CHECK_THAT(mistakes(drill, "drills.fire").at(0),
               test::contains("drills.fire.for: destroyed, and out for 30 d (an outage leaves things whole"));
    drill.lasts.reset();
    drill.fail = {"utility:p"};
    CHECK_THAT(mistakes(drill, "drills.fire").at(0),
               test::contains("drills.fire.destroyed: \"utility:p\" holds no data that could be destroyed"));
}

/// An attack as a study's drill: all that its operator runs.
DrillOutcome attack(const DrillWorld& world, std::optional<Duration> lasts = {}) {
    study::Drill drill;
    drill.fail = {"attack:p"};
    drill.lasts = lasts;
    return test::drill_in_child(world.input(), make_request("attack", drill, world.input()));
}

TEST_CASE("an attack takes all that its operator runs, until it is rebuilt from the outside copy",
          "[events][drill]") {
    DrillWorld world;
    for (const char* id : {"repair.ransomware", "repair.ransomware.offline-copy"})
        world.set.catalog.figures.push_back({id, id[17] == 0 ? "110 d" : "12 d", "", "", "", {}});
    world.study.availability.offline_copy = false;
    world.study.centers.at("p").outside_copy = "elsewhere";
    world.study.centers.at("p").run_by = world.study.centers.at("b").run_by = "association";
    const DrillOutcome both = attack(world, 12.0 * days);
    CHECK(both.summary.fails == "attack:p, attack:b");
    CHECK_FALSE(both.summary.destroyed);  // no hardware is
    CHECK(both.summary.takeover.empty());
    CHECK(both.summary.lasts_h == test::Approx(288.0));
    CHECK(both.summary.rpo_max_s == test::Approx(3.5 * hour));
    CHECK(both.summary.rto_max_s > 12.0 * day);
    CHECK(both.summary.rto_max_s < 13.0 * day);
    CHECK(both.summary.servers_never == 0.0);
    CHECK(told(world, both, "everything is switched off and built anew"));
    CHECK(told(world, both, "the systems are built anew"));
    // How long a rebuild takes is the figure of the availability engine.
    CHECK(attack(world).summary.lasts_h == test::Approx(110.0 * 24.0));
    world.study.availability.offline_copy = true;
    CHECK(attack(world).summary.lasts_h == test::Approx(288.0));
    // Another operator's center is not attacked, but the copies there are as bad as what they are of.
    world.study.centers.at("b").run_by.reset();
    const DrillOutcome one = attack(world);
    CHECK(one.summary.fails == "attack:p");
    CHECK(one.summary.takeover.empty());
    CHECK(one.summary.rto_max_s > 12.0 * day);
}

/// 1.6 TB at R Gbit/s take 1.6 * 8000 / R s.
TEST_CASE("data flow back while what was attacked is built anew", "[events][drill]") {
    DrillWorld world;
    world.study.availability.offline_copy = true;
    world.study.centers.at("p").outside_copy = "elsewhere";
    world.study.centers.at("p").run_by = world.study.centers.at("b").run_by = "association";
    const double rebuild_s = 2.0 * day;
    const double at_once_s = attack(world, rebuild_s * seconds).summary.rto_max_s;
    CHECK(at_once_s > rebuild_s);
    CHECK(at_once_s < rebuild_s + 2.0 * hour);  // the data were there before
    // So slow a line that all data take five days, the 1.2 TB of critical classes at least three quarters of
    // that: they, not the building, are what is waited for.
    world.recovery().outside_rate = 1.6 * 8000.0 / (5.0 * day) * gigabit_per_second;
    const DrillOutcome slow = attack(world, rebuild_s * seconds);
    CHECK(slow.summary.rto_max_s > 3.75 * day);
    CHECK(slow.summary.rto_max_s < 5.0 * day);  // not two days more
    CHECK(attack(world, 6.0 * days).summary.rto_max_s < 6.0 * day + 2.0 * hour);
}

TEST_CASE("copies that lie at an attacked center are left if they cannot be reached from it",
          "[events][drill]") {
    DrillWorld world;
    world.study.availability.offline_copy = false;
    world.study.centers.at("p").run_by = world.study.centers.at("b").run_by = "association";
    const DrillOutcome reached = attack(world, 12.0 * days);
    CHECK(reached.summary.data_lost_tb == test::Approx(1.6));
    world.study.availability.offline_copy = true;
    const DrillOutcome kept = attack(world, 12.0 * days);
    CHECK(kept.summary.data_lost_tb == 0.0);
    CHECK(kept.summary.rto_max_s < 13.0 * day);
}

}  // namespace
}  // namespace verbund::events
