#include "sim/events/drill/plan.hpp"

#include <map>

#include "sim/events/drill/paths.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::DrillWorld;

constexpr double hour = 3600.0;
constexpr double morning_s = 9.5 * hour;

RecoveryPlan plan(const DrillWorld& world, const std::string& fail, double at_s = morning_s,
                  std::optional<double> lasts_s = std::nullopt,
                  study::TypicalDay day = study::TypicalDay::winter_workday) {
    Timeline timeline;
    const DrillRequest request = world.request(fail, at_s, lasts_s);
    const std::vector<Outage> outages = outages_of(world.input(), request, timeline);
    REQUIRE(outages.size() == 1);
    return plan_recovery(world.input(), request, day_shape(world.input(), day), outages).front();
}

std::map<Way, int> servers_by_way(const RecoveryPlan& plan) {
    std::map<Way, int> servers;
    for (const PlannedService& s : plan.services) servers[s.way] += s.service.servers;
    return servers;
}

int without_place(const RecoveryPlan& plan) {
    int servers = 0;
    for (const PlannedService& s : plan.services)
        servers += s.lacks != Lacks::nothing ? s.service.servers : 0;
    return servers;
}

TEST_CASE("a decision takes half an hour while staff is there and longer at any other time",
          "[events][drill]") {
    const DrillWorld world;
    // One minute of detection; staff from 7 to 17 h on workdays: 30 min, else 90 min.
    const auto delay = [&](double at_s, study::TypicalDay day) {
        const RecoveryPlan p = plan(world, "center:p", at_s, std::nullopt, day);
        return p.decided_s - p.detected_s;
    };
    using study::TypicalDay;
    CHECK(delay(9.5 * hour, TypicalDay::winter_workday) == 30 * 60.0);
    CHECK(delay(6.5 * hour, TypicalDay::winter_workday) == 90 * 60.0);
    // Known at 7:00: staff is there.  Known at 17:00: it has left.
    CHECK(delay(7.0 * hour - 60.0, TypicalDay::winter_workday) == 30 * 60.0);
    CHECK(delay(17.0 * hour - 60.0, TypicalDay::winter_workday) == 90 * 60.0);
    CHECK(delay(9.5 * hour, TypicalDay::saturday) == 90 * 60.0);
}

TEST_CASE("software decides at any time as fast as it is set to", "[events][drill]") {
    DrillWorld world;
    world.recovery().automatic = true;
    const RecoveryPlan p = plan(world, "center:p", 3.0 * hour);
    CHECK(p.decided_s - p.stops_s == 60.0 + 60.0);
}

TEST_CASE("the backup site takes over what its rule protects", "[events][drill]") {
    DrillWorld world;
    // Critical classes: 3 directory and 9 mail servers.  The 4 gis servers wait for a center that returns.
    const RecoveryPlan some = plan(world, "center:p", morning_s, 2.0 * hour);
    CHECK(servers_by_way(some) == std::map<Way, int>{{Way::failover, 12}, {Way::primary_return, 4}});
    CHECK(without_place(some) == 0);
    world.study.backups.at("p").protects = study::ProtectedLoad::all;
    CHECK(servers_by_way(plan(world, "center:p", morning_s, 2.0 * hour)) ==
          std::map<Way, int>{{Way::failover, 16}});
}

TEST_CASE("what is not protected is restored from backup when that is faster than waiting",
          "[events][drill]") {
    const DrillWorld world;
    // 4 gis servers of 100 GB: 400 GB at 2.4 Gbit/s = 1,333 s, after 31 min and 4 h of preparation.
    const double restored_s = 31 * 60.0 + 4.0 * hour + 1333.4;
    CHECK(plan(world, "center:p", morning_s, restored_s + 1.0).any(Way::restore));
    CHECK_FALSE(plan(world, "center:p", morning_s, restored_s - 1.0).any(Way::restore));
    CHECK(plan(world, "center:p").any(Way::restore));
}

TEST_CASE("backups flow back by as many streams as a site has, one service after the other",
          "[events][drill]") {
    DrillWorld world;
    world.study.backups.at("p").replication = continuity::ReplicationMode::none;
    // GB in the order of start: directory 200 and 100, mail 600 and 300, gis 400.  Two streams: 200, 300, 400
    // and 100, 600; gis comes last, after 900 GB at 0.3 GB/s = 3,000 s.
    const double prepared_s = 31 * 60.0 + 4.0 * hour;
    const auto waiting = [&](double lasts_s) {
        return servers_by_way(plan(world, "center:p", morning_s, lasts_s))[Way::primary_return];
    };
    CHECK(waiting(prepared_s + 3001.0) == 0);
    CHECK(waiting(prepared_s + 2999.0) == 4);
}

TEST_CASE("the streams of a restore share the line to the outside copy", "[events][drill]") {
    // Two streams of at most 2.4 Gbit/s each, 0.125 GB/s for 1 Gbit/s.
    using Place = deploy::OutsideCopy::Place;
    DrillWorld world;
    REQUIRE(world.study.events.night.proxies == 2);
    const auto gbit_s = [&](deploy::OutsideCopy from) {
        return stream_bytes_per_s(world.input(), from, DrillWorld::p) / 0.125e9;
    };
    world.recovery().outside_rate = 1.0 * gigabit_per_second;
    CHECK(gbit_s({.place = Place::elsewhere}) == test::Approx(0.5));
    world.recovery().outside_rate = 10.0 * gigabit_per_second;
    CHECK(gbit_s({.place = Place::elsewhere}) == test::Approx(2.4));
    world.network.topology.links[4].capacity = 3.0 * gigabit_per_second;  // p--b
    CHECK(gbit_s({.place = Place::center, .site = DrillWorld::b}) == test::Approx(1.5));
    CHECK(gbit_s({.place = Place::center, .site = DrillWorld::p}) == test::Approx(2.4));  // its own storage
}

TEST_CASE("without replication protected classes come from backup, too", "[events][drill]") {
    DrillWorld world;
    world.study.backups.at("p").replication = continuity::ReplicationMode::none;
    CHECK(servers_by_way(plan(world, "center:p")) == std::map<Way, int>{{Way::restore, 16}});
}

TEST_CASE("servers beyond the memory of the backup site find no place, the least critical first",
          "[events][drill]") {
    DrillWorld world;
    // One standby host of 256 GB: 3 directory servers take 24, then 3 of the 9 mail servers of 64 fit (192).
    world.year().sites[DrillWorld::b].pools[0].hosts[0].count = 1;
    const RecoveryPlan p = plan(world, "center:p", morning_s, 2.0 * hour);
    CHECK(servers_by_way(p) == std::map<Way, int>{{Way::failover, 6}, {Way::primary_return, 10}});
    CHECK(without_place(p) == 6);
    for (const PlannedService& s : p.services)
        if (s.service.workload == DrillWorld::directory) CHECK(s.way == Way::failover);
}

TEST_CASE("the spare memory of the backup site's own hosts counts, what its VMs use does not",
          "[events][drill]") {
    DrillWorld world;
    CHECK(free_ram_gb(world.input(), DrillWorld::b) == 3 * 256.0);
    world.year().sites[DrillWorld::b].pools.push_back(
        {.kind = deploy::PoolKind::cluster, .hosts = {{0, 2}}, .load_ops = {}});
    deploy::Part own = world.year().administrations[0].parts.back();  // 4 gis servers of 16 GB
    own.site = DrillWorld::b;
    world.year().administrations[0].parts.push_back(own);
    CHECK(free_ram_gb(world.input(), DrillWorld::b) == 3 * 256.0 + 2 * 256.0 - 64.0);
}

TEST_CASE("without a backup site a center waits for its return, or is restored elsewhere if it is lost",
          "[events][drill]") {
    DrillWorld world;
    world.study.backups.clear();
    CHECK(servers_by_way(plan(world, "center:p", morning_s, 24.0 * hour)) ==
          std::map<Way, int>{{Way::primary_return, 16}});
    // b has 768 GB free: 3 x 8 + 9 x 64 + 4 x 16 = 664 GB fit.
    CHECK(servers_by_way(plan(world, "center:p")) == std::map<Way, int>{{Way::restore, 16}});
    world.study.centers.at("b").role = study::CenterRole::own;  // somebody else's room
    const RecoveryPlan lost = plan(world, "center:p");
    CHECK(servers_by_way(lost) == std::map<Way, int>{{Way::never, 16}});
    CHECK(without_place(lost) == 16);
}

TEST_CASE("nothing is moved when the site is back before anybody has decided", "[events][drill]") {
    const DrillWorld world;
    CHECK(servers_by_way(plan(world, "center:p", morning_s, 30 * 60.0)) ==
          std::map<Way, int>{{Way::primary_return, 16}});
}

TEST_CASE("a lost room restarts on the other room's hosts as far as their memory goes", "[events][drill]") {
    DrillWorld world;
    // Servers are dealt to 4 hosts one by one: 16 servers, of which those on hosts 0 and 1 fail (8).  On
    // hosts 2 and 3 run the other 8; 512 GB hold both halves only if 664 GB <= 512 GB + what is moved away.
    const RecoveryPlan p = plan(world, "room:p/r1");
    int hit = 0;
    double hit_gb = 0.0;
    double in_site_gb = 0.0;
    for (const PlannedService& s : p.services) {
        hit += s.service.servers;
        hit_gb += s.service.total_ram_gb();
        if (s.way == Way::in_site) in_site_gb += s.service.total_ram_gb();
    }
    CHECK(hit == 8);
    const double room_gb = 512.0 - (664.0 - hit_gb);
    CHECK(in_site_gb <= room_gb);
    CHECK(in_site_gb > room_gb - 64.0);  // no mail server more would fit
    CHECK(p.any(Way::failover));         // mail servers that do not fit go to b
    CHECK(without_place(p) == servers_by_way(p)[Way::primary_return]);
}

TEST_CASE("a lost host restarts on the hosts that remain", "[events][drill]") {
    const DrillWorld world;
    // 768 GB of three hosts hold all 664 GB.
    const RecoveryPlan p = plan(world, "host:p");
    CHECK(servers_by_way(p) == std::map<Way, int>{{Way::in_site, 4}});
}

TEST_CASE("a failed link reroutes where another path leads around it and cuts off where none does",
          "[events][drill]") {
    const DrillWorld world;
    const auto ways = [&](const std::vector<std::size_t>& links) {
        std::map<Way, int> servers;
        for (const PlannedService& s : find_path_failures(world.input(), links).services)
            servers[s.way] += s.service.servers;
        return servers;
    };
    // x--p (link 2): around over b.  x--p and p--b (2, 4): both paths to p are gone.  alpha--x (0): alpha
    // alone.
    CHECK(ways({2}) == std::map<Way, int>{{Way::rerouted, 16}});
    CHECK(ways({2, 4}) == std::map<Way, int>{{Way::cut_off, 16}});
    CHECK(ways({0}) == std::map<Way, int>{{Way::cut_off, 12}});
    CHECK(ways({3}).empty());  // x--b: nobody's path
    // Copies go over p--b, and around over x.
    const PathFailure copies = find_path_failures(world.input(), {4});
    REQUIRE(copies.copies.size() == 1);
    CHECK_FALSE(copies.copies[0].cut);
}

std::map<Way, int> servers_together(const DrillWorld& world, const std::vector<std::string>& fail,
                                    std::optional<double> lasts_s) {
    Timeline timeline;
    const DrillRequest request = world.together(fail, lasts_s);
    std::map<Way, int> servers;
    for (const RecoveryPlan& plan :
         plan_recovery(world.input(), request, day_shape(world.input(), request.day),
                       outages_of(world.input(), request, timeline)))
        for (const auto& [way, count] : servers_by_way(plan)) servers[way] += count;
    return servers;
}

TEST_CASE("a backup site that fails together with its primary takes nothing over", "[events][drill]") {
    const DrillWorld world;
    // 3 directory, 9 mail and 4 gis servers in p; b alone would take the 12 protected ones.
    CHECK(servers_together(world, {"center:p"}, 24.0 * hour).at(Way::failover) > 0);
    CHECK(servers_together(world, {"center:p", "center:b"}, 24.0 * hour) ==
          std::map<Way, int>{{Way::primary_return, 16}});
    CHECK(servers_together(world, {"center:p", "center:b"}, std::nullopt) ==
          std::map<Way, int>{{Way::never, 16}});
}

TEST_CASE("both rooms together fail over like the whole center", "[events][drill]") {
    const DrillWorld world;
    CHECK(servers_together(world, {"room:p/r1", "room:p/r2"}, 24.0 * hour) ==
          servers_together(world, {"center:p"}, 24.0 * hour));
}

TEST_CASE("two centers with one backup site share its memory", "[events][drill]") {
    DrillWorld world;
    // Alpha's home becomes a center that b protects as well; beta's 3 mail servers stand there beside a phone
    // of 4 GB.  Of b 2 hosts are left: 512 GB.  p: 3 x 8 + 6 x 64 = 408 GB; home: 4 GB and one mail of 64 GB;
    // the 36 GB left take 2 of the 4 gis servers of 16 GB, which have no copies, from backup.
    world.study.centers["h"] = world.study.centers.at("p");
    world.study.backups["h"].center = "b";
    world.variant.sites[2].id = "h";
    world.variant.sites[2].center = &world.study.centers.at("h");
    world.year().sites[DrillWorld::b].pools.front().hosts.front().count = 2;
    for (deploy::Part& part : world.year().administrations[1].parts)
        if (part.workload == DrillWorld::mail) part.site = 2;
    CHECK(servers_together(world, {"center:p", "center:h"}, 24.0 * hour) ==
          std::map<Way, int>{{Way::failover, 11}, {Way::restore, 2}, {Way::primary_return, 4}});
}

TEST_CASE("where procedures are protected their servers take over, whatever their class", "[events][drill]") {
    // Of the 4 servers of gis 3 are of critical procedures, of the 9 of mail none, of the directory's 3 one.
    DrillWorld world;
    world.study.backups.at("p").protects = study::ProtectedLoad::critical_procedures;
    world.year().procedures = {
        {.site = DrillWorld::p, .workload = DrillWorld::gis, .before = 4, .after = 4, .critical = 3},
        {.site = DrillWorld::p, .workload = DrillWorld::mail, .before = 9, .after = 9, .critical = 0},
        {.site = DrillWorld::p, .workload = DrillWorld::directory, .before = 3, .after = 3, .critical = 1}};
    std::map<std::pair<Way, std::size_t>, int> servers;
    for (const PlannedService& s : plan(world, "center:p").services)
        servers[{s.way, s.service.workload}] += s.service.servers;
    CHECK(servers[{Way::failover, DrillWorld::gis}] == 3);
    CHECK(servers[{Way::failover, DrillWorld::mail}] == 0);
    CHECK(servers[{Way::failover, DrillWorld::directory}] == 1);
}

}  // namespace
}  // namespace verbund::events
