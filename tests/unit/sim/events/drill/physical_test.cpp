#include <algorithm>
#include <map>

#include "sim/events/drill/plan.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

/// Physical servers in drills: they fail with their hosts' room or rack, but share nothing of the hosts.
namespace verbund::events {
namespace {

using test::DrillWorld;

constexpr double hour = 3600.0;
constexpr double month = 30.0 * 24.0 * hour;

/// The four gis servers of alpha at p are machines of their own.
struct PhysicalGis : DrillWorld {
    PhysicalGis() { year().administrations[0].parts.back().physical = true; }
};

RecoveryPlan plan(const DrillWorld& world, const DrillRequest& request) {
    Timeline timeline;
    const std::vector<Outage> outages = outages_of(world.input(), request, timeline);
    REQUIRE(outages.size() == 1);
    return plan_recovery(world.input(), request, day_shape(world.input(), request.day), outages).front();
}

TEST_CASE("failed physical servers free no memory of the hosts that remain", "[events][drill]") {
    // VMs use 600 GB.  Hosts 0 and 1 of 4 fail, and of the 12 VMs dealt one by one both directory servers and
    // mail 2 and 3 of alpha, directory and mail 1 of beta: 3 x 8 + 3 x 64 = 216 GB.  Beside the other 384 GB
    // the 512 GB of hosts 2 and 3 take the directory servers (24) and one mail server; the 32 GB of the two
    // gis servers hit would make room for a second one.
    const PhysicalGis world;
    const RecoveryPlan p = plan(world, world.together({"room:p/r1"}, 24.0 * hour));
    std::map<Way, int> servers;
    for (const PlannedService& s : p.services) {
        servers[s.way] += s.service.servers;
        CHECK(s.service.physical == (s.way == Way::primary_return));
    }
    CHECK(servers == std::map<Way, int>{{Way::in_site, 4}, {Way::failover, 2}, {Way::primary_return, 2}});
}

TEST_CASE("a fire in a room destroys the disks of its physical servers, and leaves the storage of the VMs",
          "[events][drill]") {
    const PhysicalGis world;
    DrillRequest request = world.together({"room:p/r1"});
    request.destroyed = true;
    request.replaced_s = month;
    const RecoveryPlan p = plan(world, request);
    REQUIRE_FALSE(p.outage.whole_site);
    for (const PlannedService& s : p.services) CHECK((s.left == DataLeft::whole) == !s.service.physical);
}

TEST_CASE("a physical server starts with the power, not in the queue of the hosts", "[events][drill]") {
    // Nobody else can run what ran at p.  After a month and 10 min to switch on the four hosts boot one VM
    // each, which reads 3 GB (four share 2 GB/s: 6 s) and computes for 10 min: the directory, among the first
    // four, runs after 606 s and logs on 3 min later, gis takes 3 min more.  As the last of 16 VMs its
    // servers would run after 4 x 606 s.
    PhysicalGis world;
    world.study.backups.clear();
    world.study.centers.at("b").role = study::CenterRole::own;
    world.recovery().boots_per_host = 1;
    world.recovery().boot_core_seconds = 600.0;
    const DrillOutcome o = world.drill("center:p", 9.5 * hour, month);
    const auto gis = std::find_if(o.results.begin(), o.results.end(),
                                  [](const outcome::DrillResult& r) { return r.workload == "gis"; });
    REQUIRE(gis != o.results.end());
    CHECK(gis->rto_s == test::Approx(month + 600.0 + 606.0 + 360.0).margin(0.01));
}

}  // namespace
}  // namespace verbund::events
