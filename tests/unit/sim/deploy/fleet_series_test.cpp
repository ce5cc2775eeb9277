#include <algorithm>
#include <map>

#include "scenarios/read/catalog_reader.hpp"
#include "sim/deploy/fleet.hpp"
#include "tests/support/catch.hpp"

/// Which series a fleet buys and keeps, where the usual choice would not do.
namespace verbund::deploy {
namespace {

using Items = std::vector<compute::PackItem>;

/// Hosts of 12 GB a core: what a cluster does, not what it is made of.
study::Study fixed_memory() {
    study::Study study;
    study.hosts.ram_per_core = 12.0 * gigabyte;
    return study;
}

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

/// VMs of 4 vCPU and as much memory as stated.
Items vms(int count, double ram_gb) {
    return {{.tag = 0, .count = count, .vcpu = 4.0, .ram_gb = ram_gb, .peak_ops = 20'000.0, .priority = 0}};
}

TEST_CASE("a cluster of entry servers does not grow beyond a handful, however slowly", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    Fleet fleet(hosts, {.pack = {}, .refresh_years = 20});
    int most = 0;
    for (int year = 2024; year <= 2034; ++year) {
        fleet.renew(year, vms(5 + 5 * (year - 2024), 16.0));  // one host of some 100 GB more a year
        int entry = 0;
        for (const HostSet& set : fleet.hosts())
            entry += hosts.type(set.type).series == "entry" ? set.count : 0;
        CHECK(entry <= 4);
        most = std::max(most, entry);
    }
    CHECK(most > 0);  // it began with them
}

TEST_CASE("a host that alone holds a large VM stays, though the series looked at first has none as large",
          "[deploy]") {
    // With a sixteenth of their cores two sockets hold some 100 GB (8 cores x 12 GB in 2022); one socket of
    // 64 cores and more holds the VM of 500 GB.
    catalog::Catalog narrow = shipped();
    for (catalog::ServerModel& row : narrow.servers)
        if (row.series == "two-socket") row.cores = std::max(2, row.cores / 16);
    HostCatalog hosts(narrow, fixed_memory());
    const FleetRules rules{.pack = {}, .refresh_years = 6};
    Fleet fleet(hosts, rules);
    Items items = vms(400, 16.0);
    items.push_back(vms(1, 500.0).front());
    fleet.renew(2022, items);
    items[0].count = 3;
    for (int year = 2023; year <= 2027; ++year) {
        CHECK(fleet.renew(year, items) == 0);
        CHECK(fleet.placed() == std::vector<int>{3, 1});
    }
}

/// Hosts of a fleet by the year in which they were bought.
std::map<int, int> by_year(const Fleet& fleet, const HostCatalog& hosts) {
    std::map<int, int> years;
    for (const HostSet& set : fleet.hosts()) years[hosts.type(set.type).year] += set.count;
    return years;
}

TEST_CASE("where a load shrinks a younger host never goes before an older one", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    int mixed = 0;  // some old hosts went, some stayed, beside younger ones
    const auto check = [&](double ram_gb, int base, int more, int less) {
        Fleet fleet(hosts, {.pack = {}, .refresh_years = 20});
        fleet.renew(2022, vms(base, ram_gb));
        fleet.renew(2023, vms(base + more, ram_gb));
        std::map<int, int> before = by_year(fleet, hosts);
        fleet.renew(2024, vms(base - less, ram_gb));
        std::map<int, int> after = by_year(fleet, hosts);
        CAPTURE(ram_gb, base, more, less);
        if (after[2022] > 0) REQUIRE(after[2023] == before[2023]);
        mixed += after[2022] > 0 && after[2022] < before[2022] && before[2023] > 0 ? 1 : 0;
    };
    for (const double ram_gb : {8.0, 32.0, 64.0}) {
        for (int base = 20; base <= 300; base += 7) {
            for (const int more : {1, 4, 12})
                for (int less = 1; less < base; less += 11) check(ram_gb, base, more, less);
        }
    }
    CHECK(mixed > 0);
}

/// Power of a new cluster of 2024 at 30 % use, W.
double cluster_w(study::HostSeries series, const Items& items) {
    study::Study settings = fixed_memory();
    settings.hosts.series = series;
    HostCatalog hosts(shipped(), settings);
    Fleet fleet(hosts, {});
    fleet.renew(2024, items);
    double power_w = 0.0;
    for (const HostSet& set : fleet.hosts())
        power_w += set.count * compute::host_power_w(hosts.type(set.type), 0.3);
    return power_w;
}

TEST_CASE("what all hosts of an offer draw decides, not what one of them does", "[deploy]") {
    // A host of one socket draws half of one with two, but of VMs of 700 GB it holds one (1,200 GB) where
    // that holds three.
    const Items items = vms(30, 700.0);
    const double two_sockets_w = cluster_w(study::HostSeries::two_socket, items);
    REQUIRE(two_sockets_w < cluster_w(study::HostSeries::one_socket, items));
    CHECK(cluster_w(study::HostSeries::automatic, items) == two_sockets_w);
}

HostBound bound_of(const Items& items) {
    HostCatalog hosts(shipped(), fixed_memory());
    Fleet fleet(hosts, {});
    fleet.renew(2022, items);
    return fleet.bound_by();
}

TEST_CASE("what the number of hosts comes from is the resource that fills them, or the host to spare",
          "[deploy]") {
    // Two sockets of 2022: 512 vCPU, 1,536 GB, 9.2 million ssj_ops at the CPU target.  A VM fills of them
    //   4 vCPU, 64 GB: 0.8 % and 4.2 %;  8 vCPU, 4 GB: 1.6 % and 0.3 %;  4 vCPU of 200,000 ops: 0.8 % and 2.2
    //   %.
    CHECK(bound_of(vms(400, 64.0)) == HostBound::memory);
    CHECK(bound_of({{0, 400, 8.0, 4.0, 20'000.0, 0}}) == HostBound::cores);
    CHECK(bound_of({{0, 400, 4.0, 4.0, 200'000.0, 0}}) == HostBound::performance);
    CHECK(bound_of(vms(3, 16.0)) == HostBound::reserve);
    CHECK(bound_of(vms(0, 16.0)) == HostBound::none);
}

TEST_CASE("a cluster of hosts by need costs less than one of 12 GB a core", "[deploy]") {
    const auto yearly_eur = [](const study::Study& settings, double ram_gb) {
        HostCatalog hosts(shipped(), settings);
        FleetRules rules;
        rules.terms.by_cost = true;
        Fleet fleet(hosts, rules);
        fleet.renew(2024, vms(60, ram_gb));
        CHECK(fleet.placed() == std::vector<int>{60});
        double sum = 0.0;
        for (const HostSet& set : fleet.hosts())
            sum += set.count * compute::compared(hosts.type(set.type), rules.terms);
        return sum;
    };
    for (const double ram_gb : {2.0, 16.0, 64.0, 256.0})
        CHECK(yearly_eur(study::Study{}, ram_gb) < yearly_eur(fixed_memory(), ram_gb));
}

}  // namespace
}  // namespace verbund::deploy
