#include "sim/deploy/demand.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/hand_made_site.hpp"

namespace verbund::deploy {
namespace {

using test::Approx;

/// Two administrations in Saxony (14) and Bavaria (9) with a class of VMs and one of physical servers.
class Demand {
public:
    Demand()
        : profiles_{test::profile_rows("office", test::only_at({{10, 1.0}}), test::DayShape{})}, sites_(3) {
        administrations_.resize(2);
        administrations_[0].state = FederalState{14};
        administrations_[1].state = FederalState{9};
        workloads_.resize(2);
        workloads_[0].id = "mail";
        workloads_[0].profile = "office";
        workloads_[0].criticality = catalog::Criticality::critical;
        workloads_[1] = workloads_[0];
        workloads_[1].id = "appliance";
        workloads_[1].physical = true;
        workloads_[1].criticality = catalog::Criticality::low;
    }

    static estate::Estate estate(int vms, double seats) {
        estate::Estate estate;
        estate.seats = seats;
        estate.servers = vms + 2;
        estate::VmGroup mail;
        mail.workload = 0;
        mail.count = vms;
        mail.vcpu = 4.0;
        mail.ram_gb = 16.0;
        mail.cpu_at_peak = 0.5;
        mail.cpu_floor = 0.1;
        mail.storage_gb = 1000.0;
        mail.traffic_kbit_s = 2e6;  // 2 Gbit/s
        estate::VmGroup appliance = mail;
        appliance.workload = 1;
        appliance.physical = true;
        appliance.count = 2;
        appliance.storage_gb = 300.0;
        appliance.traffic_kbit_s = 0.0;
        estate.groups = {mail, appliance};
        return estate;
    }

    void add(std::uint32_t administration, const estate::Estate& estate,
             const std::vector<Placement>& placements) {
        add_demand({&administrations_, &workloads_, &profiles_, &home_of_}, administration, estate,
                   placements, sites_);
    }

    std::vector<catalog::WorkloadClass> workloads_;
    workload::ProfileSet profiles_;
    std::vector<SiteDemand> sites_;

private:
    std::vector<study::ResolvedAdministration> administrations_;
    std::vector<std::size_t> home_of_{1, 2};
};

TEST_CASE("servers of one size from many owners are one shape", "[deploy]") {
    // Town 0 sends 6 of 8 VMs (three quarters of the data) and keeps 2 VMs and its appliances; town 1 sends
    // all 4.
    Demand demand;
    demand.add(0, Demand::estate(8, 100.0),
               {{0, 0, false, false, 6, 0.75}, {0, 1, false, false, 2, 0.25}, {1, 1, true, false, 2, 1.0}});
    demand.add(1, Demand::estate(4, 60.0), {{0, 0, false, false, 4, 1.0}, {1, 2, true, false, 2, 1.0}});
    const SiteDemand& center = demand.sites_[0];
    REQUIRE(center.shapes.size() == 1);
    CHECK(center.shapes[0].count == 10);
    CHECK(center.servers() == 10);
    CHECK(center.storage_gb() == Approx(0.75 * 1000.0 + 1000.0));
    CHECK(center.shapes[0].owners == std::vector<std::pair<std::uint32_t, int>>{{0, 6}, {1, 4}});
    CHECK(center.shapes[0].states == std::vector<std::pair<std::uint8_t, int>>{{14, 6}, {9, 4}});
    CHECK(center.administrations == 2);
    // Of town 0's 10 servers 6 run here: 60 of 100 seats; of town 1's 6 servers 4: 40 of 60.
    CHECK(center.workplaces == Approx(60.0 + 40.0));
    CHECK(demand.sites_[1].servers() == 4);
    CHECK(demand.sites_[1].administrations == 1);
    CHECK(demand.sites_[1].workplaces == Approx(40.0));
    CHECK(demand.sites_[1].shapes[1].physical);
}

TEST_CASE("traffic counts where it leaves the building, by calendar", "[deploy]") {
    Demand demand;
    demand.add(0, Demand::estate(8, 100.0), {{0, 0, false, false, 6, 0.75}, {0, 1, false, false, 2, 0.25}});
    demand.add(1, Demand::estate(4, 60.0), {{0, 0, false, false, 4, 1.0}});
    const std::vector<LoadTerm>& terms = demand.sites_[0].traffic_gbit_s;
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].state == 14);
    CHECK(terms[0].base == 0.0);
    CHECK(terms[0].swing == Approx(1.5));  // three quarters of 2 Gbit/s
    CHECK(terms[1].state == 9);
    CHECK(terms[1].swing == Approx(2.0));
    CHECK(demand.sites_[1].traffic_gbit_s.empty());  // at home
}

TEST_CASE("items to pack are VMs with their peak, critical classes first", "[deploy]") {
    // 4 vCPU x 0.5 x 100 ops = 200 ops; two rooms that can each carry all hold every VM twice.  Physical
    // servers are not packed.
    Demand demand;
    demand.add(0, Demand::estate(8, 100.0), {{0, 0, false, false, 6, 0.75}, {1, 0, true, false, 2, 1.0}});
    const auto items = pack_items(demand.sites_[0].shapes, demand.workloads_, 100.0, 2);
    REQUIRE(items.size() == 2);
    CHECK(items[0].tag == 0);
    CHECK(items[0].count == 12);
    CHECK(items[0].vcpu == 4.0);
    CHECK(items[0].ram_gb == 16.0);
    CHECK(items[0].peak_ops == Approx(200.0));
    CHECK(items[0].priority < items[1].priority);
    CHECK(items[1].count == 0);
}

TEST_CASE("load is the floor at all times and the rest by profile, of the servers kept", "[deploy]") {
    // Town 0: 6 VMs in Saxony; town 1: 4 in Bavaria.  Half of the 10 are kept, evenly over the owners:
    // 3 x 4 vCPU x 100 ops = 1200 ops in Saxony and 800 in Bavaria; floor 0.1, swing 0.5 - 0.1.
    Demand demand;
    demand.add(0, Demand::estate(8, 100.0), {{0, 0, false, false, 6, 0.75}, {1, 0, true, false, 2, 1.0}});
    demand.add(1, Demand::estate(4, 60.0), {{0, 0, false, false, 4, 1.0}});
    const auto terms = load_terms(demand.sites_[0].shapes, {5, 2}, RunsOn::cluster, 100.0);
    REQUIRE(terms.size() == 2);
    CHECK(terms[0].state == 14);
    CHECK(terms[0].base == Approx(120.0));
    CHECK(terms[0].swing == Approx(480.0));
    CHECK(terms[1].state == 9);
    CHECK(terms[1].base == Approx(80.0));
    CHECK(terms[1].swing == Approx(320.0));
    const auto physical = load_terms(demand.sites_[0].shapes, {5, 2}, RunsOn::machine, 100.0);
    REQUIRE(physical.size() == 1);
    CHECK(physical[0].base == Approx(80.0));  // 2 x 4 x 100 x 0.1
}

TEST_CASE("the work of a VM with GPUs is the use of its GPUs, whatever its vCPUs", "[deploy]") {
    // 10 VMs of half a GPU: 10 x 0.5 x 16 cores x 100 ops = 8,000 ops; floor 0.1, swing 0.5 - 0.1.
    Demand demand;
    demand.workloads_[0].gpus = 0.5;
    demand.add(0, Demand::estate(8, 100.0), {{0, 0, false, false, 10, 1.0}});
    const std::vector<Shape>& shapes = demand.sites_[0].shapes;
    CHECK(load_terms(shapes, {10}, RunsOn::cluster, 100.0).empty());
    const auto terms = load_terms(shapes, {10}, RunsOn::gpu_hosts, 100.0);
    REQUIRE(terms.size() == 1);
    CHECK(terms[0].base == Approx(800.0));
    CHECK(terms[0].swing == Approx(3200.0));
    const auto items = pack_items(shapes, demand.workloads_, 100.0, 1);
    CHECK(only(items, true)[0].count == 10);
    CHECK(only(items, true)[0].gpus == 0.5);
    CHECK(only(items, false)[0].count == 0);
}

}  // namespace
}  // namespace verbund::deploy
