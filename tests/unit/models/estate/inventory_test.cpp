#include "models/estate/inventory.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/random.hpp"
#include "tests/support/catch.hpp"

namespace verbund::estate {
namespace {

constexpr int mail = 0;
constexpr int dms = 1;

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
const std::vector<InventoryRow> rows{{mail, false, 8, 4.0, 16.0, 200.0},
                                     {mail, false, 2, 8.0, 64.0, 500.0},
                                     {dms, true, 4, 16.0, 128.0, 1000.0}};

const Growth growth{
    .vms = 0.05, .compute = 0.06, .memory = 0.07, .storage = 0.2, .traffic = 0.25, .seats = 0.01};

struct Totals {
    int servers = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double storage_gb = 0.0;
    double traffic_kbit_s = 0.0;
};

Totals totals_of(const Estate& estate) {
    Totals t;
    for (const VmGroup& g : estate.groups) {
        t.servers += g.count;
        t.vcpu += g.count * g.vcpu;
        t.ram_gb += g.count * g.ram_gb;
        t.storage_gb += g.storage_gb;
        t.traffic_kbit_s += g.traffic_kbit_s;
    }
    return t;
}

bool same(const Estate& a, const Estate& b) {
    return a.servers == b.servers && a.physical_servers == b.physical_servers && a.seats == b.seats &&
           std::equal(
               a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
               [](const VmGroup& x, const VmGroup& y) {
                   return x.workload == y.workload && x.physical == y.physical && x.count == y.count &&
                          x.vcpu == y.vcpu && x.ram_gb == y.ram_gb && x.storage_gb == y.storage_gb &&
                          x.traffic_kbit_s == y.traffic_kbit_s &&
                          x.interactions_per_hour == y.interactions_per_hour;
               });
}

TEST_CASE("in the year it was taken an inventory stands as it was counted, the largest size first",
          "[estate]") {
    const Estate e = from_inventory(rows, 900.0, classes, growth, 2022, 2022);
    CHECK(e.seats == 900.0);
    CHECK(e.servers == 14);
    CHECK(e.physical_servers == 4);
    REQUIRE(e.groups.size() == 3);
    CHECK(e.groups[0].count == 2);
    CHECK(e.groups[0].vcpu == 8.0);
    CHECK(e.groups[0].ram_gb == 64.0);
    CHECK(e.groups[1].count == 8);
    CHECK(e.groups[1].storage_gb == 1600.0);
    CHECK(e.groups[2].physical);
    CHECK(e.groups[2].storage_gb == 4000.0);
    CHECK(e.groups[0].cpu_at_peak == 0.2);
}

TEST_CASE("people's traffic and interactions are spread over the rows of a class by their servers",
          "[estate]") {
    const Estate e = from_inventory(rows, 900.0, classes, growth, 2022, 2022);
    // mail: 900 x 0.5 x 100 kbit/s in all, 2 : 8
    CHECK(e.groups[0].traffic_kbit_s == test::Approx(9'000.0));
    CHECK(e.groups[1].traffic_kbit_s == test::Approx(36'000.0));
    CHECK(e.groups[0].interactions_per_hour + e.groups[1].interactions_per_hour == test::Approx(900.0 * 3.0));
}

TEST_CASE("growth lifts all vCPUs, RAM and data of an inventory at their own rates", "[estate]") {
    const Estate e = from_inventory(rows, 900.0, classes, growth, 2022, 2025);
    // 10 x 1.05^3 = 11.58, so 12 VMs; quotas 2.32 and 9.26: the larger remainder rounds up
    CHECK(e.groups[0].count == 3);
    CHECK(e.groups[1].count == 9);
    CHECK(e.groups[2].count == 4);  // physical servers stay
    // All mail vCPUs: (2 x 8 + 8 x 4) x 1.06^3 = 48 x 1.191016, whatever the whole numbers are
    CHECK(3 * e.groups[0].vcpu + 9 * e.groups[1].vcpu == test::Approx(48.0 * 1.191016));
    CHECK(e.groups[0].vcpu == test::Approx(2.0 * e.groups[1].vcpu));  // sizes keep their proportion
    CHECK(3 * e.groups[0].ram_gb + 9 * e.groups[1].ram_gb == test::Approx(256.0 * 1.225043));
    CHECK(e.groups[2].vcpu == test::Approx(16.0 * 1.191016));
    CHECK(e.groups[2].ram_gb == test::Approx(128.0 * 1.225043));
    CHECK(e.groups[1].storage_gb == test::Approx(1600.0 * 1.728));
    CHECK(e.seats == test::Approx(900.0 * 1.030301));
    CHECK(e.groups[1].traffic_kbit_s == test::Approx(36'000.0 * 1.030301 * 1.953125));
}

TEST_CASE("120 VMs in 120 rows grow as 120 VMs in one row do", "[estate]") {
    const Growth ten{.vms = 0.1, .compute = 0.1, .memory = 0.1, .storage = 0.2};
    const std::vector<InventoryRow> one_row{{mail, false, 120, 4.0, 16.0, 100.0}};
    const std::vector<InventoryRow> many(120, {mail, false, 1, 4.0, 16.0, 100.0});
    int before = 120;
    for (int year = 2022; year <= 2035; ++year) {
        const Estate grouped = from_inventory(one_row, 1000.0, classes, ten, 2022, year);
        CHECK(same(grouped, from_inventory(many, 1000.0, classes, ten, 2022, year)));
        // about 10 % more every year, no jump from 120 to 240
        CHECK(grouped.servers >= before);
        CHECK(grouped.servers <= before * 1.1 + 1.0);
        before = grouped.servers;
    }
    // 2027: 120 x 1.1^5 = 193.3, 480 x 1.61051 = 773.0 vCPU, 12 x 1.2^5 = 29.9 TB
    const Totals later = totals_of(from_inventory(many, 1000.0, classes, ten, 2022, 2027));
    CHECK(later.servers == 193);
    CHECK(later.vcpu == test::Approx(773.0448));
    CHECK(later.ram_gb == test::Approx(1920.0 * 1.61051));
    CHECK(later.storage_gb == test::Approx(29'859.84));
}

TEST_CASE("one VM takes the growth of all until there is a second one", "[estate]") {
    const std::vector<InventoryRow> single{{mail, false, 1, 4.0, 16.0, 100.0}};
    // 1.05^8 = 1.477 is still one VM with all of 4 x 1.06^8; 1.05^9 = 1.55 are two that share 4 x 1.06^9.
    const Estate last = from_inventory(single, 10.0, classes, growth, 2022, 2030);
    CHECK(last.servers == 1);
    CHECK(last.groups[0].vcpu == test::Approx(4.0 * std::pow(1.06, 8)));
    const Estate next = from_inventory(single, 10.0, classes, growth, 2022, 2031);
    CHECK(next.servers == 2);
    CHECK(next.groups[0].vcpu == test::Approx(4.0 * std::pow(1.06, 9) / 2.0));
}

TEST_CASE("cutting, joining and shuffling rows changes no bit of the estate", "[estate]") {
    RandomStream random(5, "test/inventory");
    for (int round = 0; round < 100; ++round) {
        std::vector<InventoryRow> whole;
        const auto sizes = 1 + random.below(7);
        for (std::uint64_t i = 0; i < sizes; ++i) {
            whole.push_back({static_cast<int>(random.below(2)), random.uniform() < 0.3,
                             1 + static_cast<int>(random.below(40)), 0.1 + 16.0 * random.uniform(),
                             0.3 + 64.0 * random.uniform(), 1000.0 * random.uniform()});
        }
        std::vector<InventoryRow> cut;
        for (InventoryRow row : whole) {
            while (row.count > 1 && random.uniform() < 0.7) {
                InventoryRow part = row;
                part.count = 1 + static_cast<int>(random.below(static_cast<std::uint64_t>(row.count - 1)));
                row.count -= part.count;
                cut.push_back(part);
            }
            cut.push_back(row);
        }
        for (std::size_t i = cut.size() - 1; i > 0; --i) std::swap(cut[i], cut[random.below(i + 1)]);
        const int year = 2015 + static_cast<int>(random.below(21));
        CHECK(same(from_inventory(whole, 300.0, classes, growth, 2022, year),
                   from_inventory(cut, 300.0, classes, growth, 2022, year)));
    }
}

TEST_CASE("whatever the rate, data and people of a class stay with it and each class keeps a server",
          "[estate]") {
    const Growth shrinking{.vms = -0.4, .compute = -0.1, .storage = 0.1};
    for (int year = 2022; year <= 2030; ++year) {
        const Estate e = from_inventory(rows, 900.0, classes, shrinking, 2022, year);
        const Totals t = totals_of(e);
        // 2.6 TB of mail and 4 TB of the physical servers; 900 seats x 0.5 x 100 kbit/s for both classes
        CHECK(t.storage_gb == test::Approx(6600.0 * std::pow(1.1, year - 2022)));
        CHECK(t.traffic_kbit_s == test::Approx(2.0 * 45'000.0));
        CHECK(e.servers - e.physical_servers >= 1);
        CHECK(t.servers == e.servers);
    }
}

}  // namespace
}  // namespace verbund::estate
