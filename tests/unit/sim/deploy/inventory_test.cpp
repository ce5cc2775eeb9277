#include "sim/deploy/inventory.hpp"

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::deploy {
namespace {

catalog::WorkloadClass workload(const std::string& id) {
    catalog::WorkloadClass w;
    w.id = id;
    w.cpu_at_peak = 0.2;
    w.cpu_floor = 0.02;
    w.active_share = 0.5;
    w.traffic_kbit_s = 100.0;
    w.interactions_per_seat_hour = 3.0;
    return w;
}

const std::vector<catalog::WorkloadClass> classes{workload("mail"), workload("dms")};

/// Ten mail VMs in two sizes, four physical servers.
const std::vector<study::InventoryGroup> rows{{"mail", false, 8, 4.0, 16.0, 200.0},
                                              {"mail", false, 2, 8.0, 64.0, 500.0},
                                              {"dms", true, 4, 16.0, 128.0, 1000.0}};

const estate::Growth growth{
    .vms = 0.05, .compute = 0.06, .memory = 0.07, .storage = 0.2, .traffic = 0.25, .seats = 0.01};

TEST_CASE("in the base year an inventory stands as it was counted", "[deploy]") {
    const estate::Estate e = inventory_estate(rows, 900.0, classes, growth, 2022, 2022);
    CHECK(e.seats == 900.0);
    CHECK(e.servers == 14);
    CHECK(e.physical_servers == 4);
    REQUIRE(e.groups.size() == 3);
    CHECK(e.groups[0].count == 8);
    CHECK(e.groups[1].vcpu == 8.0);
    CHECK(e.groups[1].ram_gb == 64.0);
    CHECK(e.groups[0].storage_gb == 1600.0);
    CHECK(e.groups[2].physical);
    CHECK(e.groups[2].storage_gb == 4000.0);
    CHECK(e.groups[0].cpu_at_peak == 0.2);
}

TEST_CASE("people's traffic and interactions are spread over the rows of a class by their servers",
          "[deploy]") {
    const estate::Estate e = inventory_estate(rows, 900.0, classes, growth, 2022, 2022);
    // mail: 900 x 0.5 x 100 kbit/s in all, 8 : 2
    CHECK(e.groups[0].traffic_kbit_s == test::Approx(36'000.0));
    CHECK(e.groups[1].traffic_kbit_s == test::Approx(9'000.0));
    CHECK(e.groups[0].interactions_per_hour + e.groups[1].interactions_per_hour == test::Approx(900.0 * 3.0));
}

TEST_CASE("growth lifts all vCPUs, RAM and data of an inventory at their own rates", "[deploy]") {
    const estate::Estate e = inventory_estate(rows, 900.0, classes, growth, 2022, 2025);
    // 8 x 1.05^3 = 9.26, 2 x 1.1576 = 2.3; physical servers stay
    CHECK(e.groups[0].count == 9);
    CHECK(e.groups[1].count == 2);
    CHECK(e.groups[2].count == 4);
    // A VM carries what growth of all vCPUs leaves per VM: 4 x (1.06 / 1.05)^3; a physical server all of it
    CHECK(e.groups[0].vcpu == test::Approx(4.0 * 1.191016 / 1.157625));
    CHECK(e.groups[2].vcpu == test::Approx(16.0 * 1.191016));
    CHECK(e.groups[2].ram_gb == test::Approx(128.0 * 1.225043));
    CHECK(e.groups[0].storage_gb == test::Approx(1600.0 * 1.728));
    CHECK(e.seats == test::Approx(900.0 * 1.030301));
    CHECK(e.groups[0].traffic_kbit_s == test::Approx(36'000.0 * 1.030301 * 1.953125));
}

TEST_CASE("an inventory in the study takes the place of the survey figures of its administration only",
          "[deploy]") {
    study::StudySet set = test::starter_set();
    set.horizon = {2022, 2023};
    study::Study& study = set.variants[0].study;
    set.inventories["neuss.csv"] = {{"groupware", false, 11, 4.0, 16.0, 100.0},
                                    {"database-server", true, 2, 8, 64, 500}};
    const VariantDeployment before = deploy(set, study);
    study.territory.administrations.at("neuss").inventory = "neuss.csv";
    const VariantDeployment after = deploy(set, study);
    for (std::size_t i = 0; i < after.administrations.size(); ++i) {
        const int servers = after.years[0].administrations[i].servers;
        if (after.administrations[i].id == "neuss") {
            CHECK(servers == 13);
        } else {
            CHECK(servers == before.years[0].administrations[i].servers);
        }
    }
}

}  // namespace
}  // namespace verbund::deploy
