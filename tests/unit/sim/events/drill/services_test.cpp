#include "sim/events/drill/services.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/drill_world.hpp"

namespace verbund::events {
namespace {

using test::Approx;
using test::DrillWorld;

std::vector<Service> all_services(const DrillWorld& world) {
    const deploy::WorldYear input = world.input();
    const FailedHosts all = failing_hosts(input, parse_target("center:p", input));
    return services_on(input, DrillWorld::p, all, false);
}

TEST_CASE("services start by criticality, then class, then administration", "[events][drill]") {
    // Center p: directory of alpha and beta, mail of both, gis of alpha.
    const DrillWorld world;
    const std::vector<Service> order = all_services(world);
    REQUIRE(order.size() == 5);
    const auto is = [&](std::size_t i, std::size_t workload, std::size_t administration) {
        return order[i].workload == workload && order[i].administration == administration;
    };
    CHECK(is(0, DrillWorld::directory, 0));
    CHECK(is(1, DrillWorld::directory, 1));
    CHECK(is(2, DrillWorld::mail, 0));
    CHECK(is(3, DrillWorld::mail, 1));
    CHECK(is(4, DrillWorld::gis, 0));
}

TEST_CASE("of equally critical services those that log people on start first", "[events][drill]") {
    DrillWorld world;
    world.variant.workloads[DrillWorld::mail].criticality = catalog::Criticality::normal;
    world.variant.workloads[DrillWorld::directory].criticality = catalog::Criticality::normal;
    std::swap(world.variant.workloads[DrillWorld::mail], world.variant.workloads[DrillWorld::directory]);
    const std::vector<Service> order = all_services(world);  // class 1 is now the one that logs people on
    REQUIRE(order.size() == 5);
    CHECK(order[0].workload == 1);
    CHECK(order[1].workload == 1);
    CHECK(order[2].workload == 0);
}

TEST_CASE("part of a service takes its part of everything", "[events][drill]") {
    Service service;
    service.servers = 8;
    service.class_share = 0.5;
    service.ram_gb = 16.0;
    service.storage_gb = 800.0;
    service.interactions_per_h = 40.0;
    const Service quarter = service.part(2);
    CHECK(quarter.servers == 2);
    CHECK(quarter.class_share == Approx(0.125));
    CHECK(quarter.ram_gb == 16.0);  // of one server
    CHECK(quarter.storage_gb == Approx(200.0));
    CHECK(quarter.interactions_per_h == Approx(10.0));
}

TEST_CASE("memory of hosts is counted by what they do", "[events][drill]") {
    // Center p: 4 hosts of 256 GB; b: 3 standby hosts.  alpha and beta use 24 + 576 + 64 GB at p.
    DrillWorld world;
    const deploy::WorldYear input = world.input();
    CHECK(host_count(input, DrillWorld::p, deploy::PoolKind::cluster) == 4);
    CHECK(host_ram_gb(input, DrillWorld::p, deploy::PoolKind::cluster) == Approx(1024.0));
    CHECK(host_ram_gb(input, DrillWorld::p, deploy::PoolKind::standby) == 0.0);
    CHECK(used_ram_gb(input, DrillWorld::p) == Approx(3 * 8.0 + 9 * 64.0 + 4 * 16.0));
    CHECK(running_standby_hosts(input, DrillWorld::b) == 3);
    CHECK(running_standby_ram_gb(input, DrillWorld::b) == Approx(768.0));
    CHECK(cores_of(input, DrillWorld::p, {deploy::PoolKind::cluster}).cores == Approx(128.0));
    CHECK(cores_of(input, DrillWorld::p, {deploy::PoolKind::cluster}).speed == Approx(1.0));
}

TEST_CASE("physical servers use no memory of the hosts", "[events][drill]") {
    // Of the 664 GB at p alpha's four gis servers, 16 GB each, have their own.
    DrillWorld world;
    deploy::Part& gis = world.year().administrations[0].parts.back();
    REQUIRE(gis.workload == DrillWorld::gis);
    gis.physical = true;
    CHECK(used_ram_gb(world.input(), DrillWorld::p) == Approx(600.0));
}

TEST_CASE("servers that were refused use no memory, whatever share of the servers they are",
          "[events][drill]") {
    // Of beta's three mail servers of 64 GB two found no place: 664 - 128 GB, not 14/16 of 664 GB.
    DrillWorld world;
    deploy::Refused two{};
    two.administration = 1;
    two.workload = DrillWorld::mail;
    two.servers = 2;
    world.year().sites[DrillWorld::p].refused.push_back(two);
    world.year().sites[DrillWorld::p].servers_asked = 16;
    world.year().sites[DrillWorld::p].servers_placed = 14;
    CHECK(used_ram_gb(world.input(), DrillWorld::p) == Approx(536.0));
    // What runs and what fails with all hosts are the same memory.
    double hit = 0.0;
    for (const Service& service : all_services(world)) hit += service.total_ram_gb();
    CHECK(hit == Approx(536.0));
}

}  // namespace
}  // namespace verbund::events
