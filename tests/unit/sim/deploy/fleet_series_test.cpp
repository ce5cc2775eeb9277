#include <algorithm>
#include <map>

#include "scenarios/read/catalog_reader.hpp"
#include "sim/deploy/fleet.hpp"
#include "tests/support/catch.hpp"

/// Which series a fleet buys and keeps, where the usual choice would not do.
namespace verbund::deploy {
namespace {

using Items = std::vector<compute::PackItem>;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

/// VMs of 4 vCPU and as much memory as stated.
Items vms(int count, double ram_gb) {
    return {{.tag = 0, .count = count, .vcpu = 4.0, .ram_gb = ram_gb, .peak_ops = 20'000.0, .priority = 0}};
}

TEST_CASE("a cluster of entry servers does not grow beyond a handful, however slowly", "[deploy]") {
    HostCatalog hosts(shipped(), study::Hosts{});
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
    HostCatalog hosts(narrow, study::Hosts{});
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
    HostCatalog hosts(shipped(), study::Hosts{});
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
    study::Hosts settings;
    settings.series = series;
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

}  // namespace
}  // namespace verbund::deploy
