#include "sim/events/drill/drill.hpp"

#include <algorithm>
#include <cmath>

#include "sim/events/drill/results.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"
#include "tests/support/told_step.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

constexpr double hour = 3600.0;
constexpr double morning_s = 9.5 * hour;
constexpr double rerouting = 0.05;

const outcome::DrillResult& row(const DrillOutcome& o, int administration, const std::string& workload) {
    const auto found = std::find_if(o.results.begin(), o.results.end(), [&](const outcome::DrillResult& r) {
        return r.administration == administration && r.workload == workload;
    });
    REQUIRE(found != o.results.end());
    return *found;
}

bool has_row(const DrillOutcome& o, const std::string& workload) {
    return std::any_of(
        o.results.begin(), o.results.end(),
        [&](const outcome::DrillResult& r) { return r.workload == workload; });
}

std::vector<outcome::DrillEvent> critical_path(const DrillOutcome& o) {
    std::vector<outcome::DrillEvent> path;
    for (const outcome::DrillEvent& e : o.timeline)
        if (e.critical_path) path.push_back(e);
    return path;
}

std::vector<std::string> steps(const std::vector<outcome::DrillEvent>& events) {
    std::vector<std::string> names;
    for (const outcome::DrillEvent& e : events) names.push_back(e.step);
    return names;
}

TEST_CASE("a takeover takes detection, decision, promotion, boots, applications and rerouting",
          "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("center:p");
    // 60 s + 30 min + 5 min; 12 VMs of 3 GB read at 2 GB/s at a time: 18 s; directory needs 3 min more, then
    // mail, which waits for logon, another 3 min.
    const double booted = 60.0 + 1800.0 + 300.0 + 18.0;
    CHECK(row(o, 0, "directory").rto_s == test::Approx(booted + 180.0 + rerouting).margin(0.01));
    CHECK(row(o, 0, "mail").rto_s == test::Approx(booted + 360.0 + rerouting).margin(0.01));
    CHECK(o.summary.rto_max_s == test::Approx(booted + 360.0 + rerouting).margin(0.01));
    CHECK(o.summary.workplaces_hit == test::Approx(400.0));
    CHECK(o.summary.servers_hit == 16.0);
    CHECK(std::isnan(o.summary.lasts_h));
}

TEST_CASE("fewer places make later classes wait for earlier ones", "[events][drill]") {
    DrillWorld world;
    world.recovery().boots_per_host = 1;
    // 3 hosts, 3 at a time: the directory servers run after 4.5 s, all twelve after 18 s.
    const DrillOutcome o = world.drill("center:p");
    CHECK(row(o, 0, "directory").rto_s == test::Approx(2160.0 + 4.5 + 180.0 + rerouting).margin(0.01));
    // Mail of beta runs last; logon has long been back but for 184.5 s after promotion.
    CHECK(row(o, 1, "mail").rto_s == test::Approx(2160.0 + 184.5 + 180.0 + rerouting).margin(0.01));
}

TEST_CASE("the recovery time is the sum of the critical path's waits", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("center:p");
    const auto path = critical_path(o);
    CHECK(steps(path) == std::vector<std::string>{"failure", "detection", "decision", "promotion", "boot",
                                                  "logon", "application", "restored"});
    const std::vector<double> waits{60.0, 1800.0, 300.0, 18.0, 180.0, 180.0, rerouting};
    double sum = 0.0;
    for (std::size_t i = 0; i < waits.size(); ++i) {
        CHECK(path[i + 1].at_s - path[i].at_s == test::Approx(waits[i]).margin(0.01));
        sum += waits[i];
    }
    CHECK(o.summary.rto_max_s == test::Approx(sum).margin(0.01));
}

TEST_CASE("cold hosts must be switched on before anything boots", "[events][drill]") {
    DrillWorld world;
    world.study.backups.at("p").standby = continuity::StandbyMode::cold;
    world.year().sites[DrillWorld::b].pools[0].running_share = 0.0;
    const DrillOutcome o = world.drill("center:p");
    // Switching on takes 10 min, longer than the 5 min of the promotion.
    CHECK(o.summary.rto_max_s == test::Approx(60.0 + 1800.0 + 600.0 + 18.0 + 360.0 + rerouting).margin(0.01));
    CHECK(steps(critical_path(o))[3] == "power-on");
}

TEST_CASE("hot standby boots nothing", "[events][drill]") {
    DrillWorld world;
    world.study.backups.at("p").standby = continuity::StandbyMode::hot;
    world.study.backups.at("p").replication = continuity::ReplicationMode::synchronous;
    const DrillOutcome o = world.drill("center:p");
    CHECK(o.summary.rto_max_s == test::Approx(60.0 + 1800.0 + 300.0 + rerouting));
    CHECK(steps(critical_path(o)) ==
          std::vector<std::string>{"failure", "detection", "decision", "promotion", "restored"});
}

TEST_CASE("synchronous copies lose nothing, asynchronous ones their lag at the failure", "[events][drill]") {
    DrillWorld world;
    // Copies leave on the quarter hour; at 9:32 those of 9:30 have arrived (a few MB over 10 Gbit/s).
    const double at_s = 9.0 * hour + 32 * 60.0;
    const DrillOutcome async = world.drill("center:p", at_s);
    CHECK(row(async, 0, "mail").rpo_s == test::Approx(120.0).margin(1e-6));
    CHECK(async.summary.rpo_max_s == test::Approx(120.0).margin(1e-6));
    world.study.backups.at("p").replication = continuity::ReplicationMode::synchronous;
    CHECK(world.drill("center:p", at_s).summary.rpo_max_s == 0.0);
}

TEST_CASE("what is restored from backup is as old as the last backup", "[events][drill]") {
    const DrillWorld world;
    // The window ends at 6:00; at 9:30 that is 3.5 h ago.
    const DrillOutcome o = world.drill("center:p");
    CHECK(row(o, 0, "gis").rpo_s == test::Approx(3.5 * hour));
    // 31 min, 4 h of preparation, 400 GB at 2.4 Gbit/s = 1,333.3 s, 4 VMs of 3 GB in 6 s, 3 min.
    CHECK(row(o, 0, "gis").rto_s ==
          test::Approx(1860.0 + 4 * hour + 400e9 / 0.3e9 + 6.0 + 180.0 + rerouting).margin(0.01));
    CHECK(backup_age_s(world.study.events.night, 3.0 * hour) == 21.0 * hour);
    CHECK(backup_age_s(world.study.events.night, 6.0 * hour) == 0.0);
}

TEST_CASE("a site that returns starts by itself what waited for it", "[events][drill]") {
    DrillWorld world;
    world.study.backups.clear();
    const DrillOutcome o = world.drill("center:p", morning_s, 2.0 * hour);
    // 2 h, 10 min to switch on, 16 VMs x 3 GB / 2 GB/s = 24 s at once on 16 places, logon and mail.
    CHECK(o.summary.rto_max_s == test::Approx(2 * hour + 600.0 + 24.0 + 360.0).margin(0.01));
    CHECK(o.summary.rpo_max_s == 0.0);
    CHECK(steps(critical_path(o)) == std::vector<std::string>{"failure", "cause-ends", "power-on", "boot",
                                                              "logon", "application", "restored"});
}

TEST_CASE("a supply that fails later starts the clock when the site stands still", "[events][drill]") {
    DrillWorld world;
    world.recovery().genset_failure = 100.0 * percent;
    const DrillOutcome o = world.drill("utility:p", morning_s, 24.0 * hour);
    CHECK(o.summary.rto_max_s == test::Approx(60.0 + 1800.0 + 300.0 + 18.0 + 360.0 + rerouting).margin(0.01));
    const auto path = critical_path(o);
    CHECK(path.front().step == "stop");
    CHECK(path.front().at_s == 600.0);
    CHECK(path.back().at_s - path.front().at_s == test::Approx(o.summary.rto_max_s));
    world.recovery().genset_failure = 0.0 * percent;
    const DrillOutcome carried = world.drill("utility:p", morning_s, 24.0 * hour);
    CHECK(carried.results.empty());
    CHECK(carried.summary.rto_max_s == 0.0);
}

TEST_CASE("a site without cooling is taken over like one without power", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("cooling:p", morning_s, 24.0 * hour);
    CHECK(o.summary.rto_max_s == test::Approx(60.0 + 1800.0 + 300.0 + 18.0 + 360.0 + rerouting).margin(0.01));
}

TEST_CASE("with both paths cut an administration is down however much capacity is left", "[events][drill]") {
    DrillWorld world;
    for (const std::size_t l : {2UL, 4UL}) world.network.topology.links[l].ducts.emplace_back("both");
    const DrillOutcome o = world.drill("duct:both", morning_s, 3.0 * hour);
    CHECK(o.summary.rto_max_s == test::Approx(3.0 * hour + rerouting));
    CHECK(o.summary.capacity_short == 0.0);
    CHECK(o.summary.workplaces_hit == test::Approx(400.0));
    CHECK(o.summary.rpo_max_s == 0.0);
    CHECK_FALSE(has_row(o, "telephony"));  // at home, goes on
    CHECK(steps(critical_path(o)) == std::vector<std::string>{"failure", "cause-ends", "restored"});
}

TEST_CASE("with another path people lose a moment", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("link:x--p", morning_s, 3.0 * hour);
    CHECK(o.summary.rto_max_s == test::Approx(rerouting));
    CHECK(o.summary.workplaces_hit == 0.0);
    CHECK(o.summary.targets_missed == 0.0);
}

TEST_CASE("a home room that fails takes what is kept local with it, and nothing else", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("utility:alpha", morning_s, 2.0 * hour);
    REQUIRE(o.results.size() == 1);
    CHECK(o.results[0].workload == "telephony");
    // Still from 20 min on, back at 2 h; 10 min to switch on, 3 GB in 1.5 s, 3 min.
    CHECK(o.results[0].rto_s == test::Approx(2 * hour - 1200.0 + 600.0 + 1.5 + 180.0).margin(0.01));
}

TEST_CASE("transactions are lost at the class's rate while it stands still", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("center:p");
    const outcome::DrillResult& mail = row(o, 0, "mail");
    CHECK(mail.transactions_lost == test::Approx(60.0 * mail.rto_s / hour));  // 60 an hour at profile 1
    CHECK(row(o, 0, "directory").transactions_lost == 0.0);
}

TEST_CASE("a part of a class counts by its share of the servers", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("host:p");
    double servers = 0.0;
    for (const outcome::DrillResult& r : o.results) servers += r.servers;
    CHECK(servers == 4.0);  // 16 servers on 4 hosts
    CHECK(o.summary.workplaces_hit > 0.0);
    CHECK(o.summary.workplaces_hit < 400.0);
    // Detection, one VM each on storage and 3 min; no decision.
    CHECK(o.summary.rto_max_s == test::Approx(60.0 + 4 * 1.5 + 180.0).margin(0.01));
}

TEST_CASE("what never comes back is not a number and misses its target", "[events][drill]") {
    DrillWorld world;
    world.study.backups.clear();
    world.study.centers.at("b").role = study::CenterRole::own;
    const DrillOutcome o = world.drill("center:p");
    CHECK(std::isnan(o.summary.rto_max_s));
    CHECK(std::isnan(row(o, 0, "mail").rto_s));
    CHECK(std::isnan(row(o, 0, "mail").transactions_lost));
    CHECK(o.summary.capacity_short == 1.0);
    CHECK(o.summary.targets_missed == 5.0);  // all rows
    CHECK(critical_path(o).empty());
    const auto told = steps(o.timeline);
    CHECK(std::find(told.begin(), told.end(), "never") != told.end());
}

TEST_CASE("a site that returns gets back what changed meanwhile", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("center:p", morning_s, 24.0 * hour - 600.0);
    // Back after 24 h with switching on: a day's changes, 2 % of 1,200 GB of directory and mail.
    const auto failback = std::find_if(o.timeline.begin(), o.timeline.end(),
                                       [](const outcome::DrillEvent& e) { return e.step == "failback"; });
    REQUIRE(failback != o.timeline.end());
    CHECK_THAT(test::in_german(*failback, world.input()), test::contains("24,0 GB an p zurückgesandt"));
    CHECK_THAT(test::in_german(*failback, world.input()),
               test::contains("geplante Pause zum Umschalten: 8 min"));
}

TEST_CASE("the same drill gives the same outcome", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome a = world.drill("host:p");
    const DrillOutcome b = world.drill("host:p");
    REQUIRE(a.timeline.size() == b.timeline.size());
    for (std::size_t i = 0; i < a.timeline.size(); ++i) {
        CHECK(a.timeline[i].at_s == b.timeline[i].at_s);
        CHECK(test::in_english(a.timeline[i], world.input()) ==
              test::in_english(b.timeline[i], world.input()));
    }
    CHECK(a.summary.transactions_lost == b.summary.transactions_lost);
}

TEST_CASE("hours at the full rate follow the profile, day after day", "[events][drill]") {
    DayShape day;
    day.shares.assign(24, 0.0);
    day.shares[9] = 1.0;
    day.shares[10] = 0.5;
    CHECK(profile_hours(day, 0, 9.5 * hour, 11.0 * hour) ==
          test::Approx(1.0));  // half of 9 h, 10 h at a half
    CHECK(profile_hours(day, 0, 12.0 * hour, 33.5 * hour) == test::Approx(0.5));  // next day's 9:00 to 9:30
    CHECK(profile_hours(day, 0, 0.0, 10 * 24.0 * hour) == test::Approx(15.0));
}

TEST_CASE("with both paths cut administrations are down, with one they are rerouted", "[events][drill]") {
    const DrillWorld world;
    CHECK(world.drill("link:x--p", 9.5 * 3600.0, 3600.0).summary.rto_max_s == test::Approx(0.05));
    const DrillOutcome o =
        test::drill_in_child(world.input(), world.together({"link:x--p", "link:x--b"}, 3600.0));
    // Until the links are back, and 50 ms of rerouting.
    CHECK(o.summary.rto_max_s == test::Approx(3600.05));
    CHECK(o.summary.fails == "link:x--p, link:x--b");
    CHECK(std::count_if(o.timeline.begin(), o.timeline.end(),
                        [](const outcome::DrillEvent& e) { return e.step == "failure"; }) == 2);
}

TEST_CASE("centers that fail together wait for their own return", "[events][drill]") {
    const DrillWorld world;
    // b takes nothing over; p is back after 6 h, its hosts after 10 min more; 16 VMs read 3 GB each at 2 GB/s
    // (24 s), critical ones first; logon starts (3 min), then the procedures (3 min).
    const DrillOutcome o =
        test::drill_in_child(world.input(), world.together({"center:p", "center:b"}, 6.0 * 3600.0));
    CHECK(world.drill("center:p", 9.5 * 3600.0, 6.0 * 3600.0).summary.rto_max_s < 2.0 * 3600.0);
    CHECK(o.summary.rto_max_s == test::Approx(6.0 * 3600.0 + 600.0 + 360.0).margin(30.0));
    CHECK(o.summary.rpo_max_s == 0.0);
    CHECK(o.summary.servers_hit == 16.0);
}

TEST_CASE("a center and a home that fail together go their own ways", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o =
        test::drill_in_child(world.input(), world.together({"center:p", "utility:alpha"}, 6.0 * 3600.0));
    const DrillOutcome alone = world.drill("center:p", 9.5 * 3600.0, 6.0 * 3600.0);
    const auto rto_s = [](const DrillOutcome& of, const std::string& workload) {
        double longest = 0.0;
        for (const outcome::DrillResult& row : of.results)
            if (row.workload == workload) longest = std::max(longest, row.rto_s);
        return longest;
    };
    CHECK(rto_s(o, "mail") == test::Approx(rto_s(alone, "mail")));
    CHECK(rto_s(alone, "telephony") == 0.0);
    // The phone stops after 20 min of battery; 6 h after the failure the power is back, 10 min later the
    // host; its VM reads 3 GB at 2 GB/s and the procedure starts in 3 min.
    CHECK(rto_s(o, "telephony") == test::Approx(6.0 * 3600.0 - 1200.0 + 600.0 + 1.5 + 180.0));
    CHECK(o.summary.rto_max_s == test::Approx(rto_s(o, "telephony")));
    // The path is that of the home, where people waited longest.
    const auto stop = std::find_if(o.timeline.begin(), o.timeline.end(),
                                   [](const outcome::DrillEvent& e) { return e.critical_path; });
    REQUIRE(stop != o.timeline.end());
    CHECK(stop->step == "stop");
    CHECK(stop->subject == "home:alpha");
    CHECK(o.summary.servers_hit == 17.0);
}

TEST_CASE("a link is told by the names of its ends, who is cut off by name", "[events][drill]") {
    const DrillWorld world;
    const DrillOutcome o = world.drill("link:alpha--x", 9.5 * 3600.0, 3600.0);
    const auto text = [&](const std::string& step) {
        return test::in_english(*std::find_if(o.timeline.begin(), o.timeline.end(),
                                              [&](const outcome::DrillEvent& e) { return e.step == step; }),
                                world.input());
    };
    CHECK(text("failure") == "link alpha--x (Alpha - x) fails");
    CHECK_THAT(text("cut"), test::contains("cut off: Alpha (alpha);"));
}

}  // namespace
}  // namespace verbund::events
