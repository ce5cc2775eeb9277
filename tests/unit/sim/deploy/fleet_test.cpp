#include "sim/deploy/fleet.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/base/random.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

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

/// VMs of 4 vCPU and 16 GB.
Items vms(int count) {
    return {{.tag = 0, .count = count, .vcpu = 4.0, .ram_gb = 16.0, .peak_ops = 20'000.0, .priority = 0}};
}

std::vector<int> years(int first, int last) {
    std::vector<int> all;
    for (int year = first; year <= last; ++year) all.push_back(year);
    return all;
}

int oldest_age(const Fleet& fleet, const HostCatalog& hosts, int year) {
    int age = 0;
    for (const HostSet& set : fleet.hosts()) age = std::max(age, year - hosts.type(set.type).year);
    return age;
}

/// Everything fits with the reserve hosts empty.
bool holds(const Fleet& fleet, const Items& items, const FleetRules& rules) {
    const compute::PackResult packed = compute::pack(items, fleet.counts(), rules.pack);
    int refused = 0;
    for (const int count : packed.refused) refused += count;
    return refused == 0;
}

TEST_CASE("no host is ever older than the refresh cycle less one year", "[deploy]") {
    const int refresh = GENERATE(1, 4, 7);
    const bool stood_before = GENERATE(false, true);
    HostCatalog hosts(shipped(), fixed_memory());
    const FleetRules rules{.pack = {}, .refresh_years = refresh};
    Fleet fleet(hosts, rules);
    fleet.begin(2022, stood_before ? years(2023 - refresh, 2022) : std::vector<int>{}, {vms(400)});
    for (int year = 2022; year <= 2035; ++year) {
        fleet.renew(year, vms(400 + 20 * (year - 2022)));
        CHECK(oldest_age(fleet, hosts, year) <= refresh - 1);
    }
}

TEST_CASE("every year everything fits with one host lost, through growth and decline", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    const FleetRules rules{.pack = {}, .refresh_years = 5};
    Fleet fleet(hosts, rules);
    RandomStream random(3, "test/fleet");
    fleet.begin(2022, years(2018, 2022), {vms(300)});
    for (int year = 2022; year <= 2060; ++year) {
        const Items items = vms(static_cast<int>(random.below(900)));
        fleet.renew(year, items);
        CHECK(holds(fleet, items, rules));
        if (items[0].count == 0) CHECK(fleet.count() == 0);
    }
}

TEST_CASE("a fleet for any one of several loads is as large as the largest needs, and holds each of them",
          "[deploy]") {
    study::Study series = fixed_memory();
    series.hosts.series = study::HostSeries::two_socket;
    HostCatalog hosts(shipped(), series);
    FleetRules rules;
    rules.pack.reserve_hosts = 0;
    const auto hosts_of = [&](const Items& items) {
        Fleet fleet(hosts, rules);
        fleet.renew(2024, items);
        return fleet.count();
    };
    Fleet pool(hosts, rules);
    const std::vector<Items> losses{vms(600), vms(1000), vms(400)};
    pool.renew(2024, losses);
    CHECK(pool.count() == hosts_of(losses[1]));
    for (const Items& loss : losses) CHECK(holds(pool, loss, rules));
    // The largest load gone, the pool shrinks to the next: nothing else asks for the rest
    pool.renew(2025, std::vector<Items>{losses[0], losses[2]});
    CHECK(pool.count() == hosts_of(losses[0]));
}

TEST_CASE("hosts are given up only as far as the rest still holds everything, the oldest first", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    const FleetRules rules{.pack = {}, .refresh_years = 6};
    Fleet fleet(hosts, rules);
    fleet.begin(2022, years(2017, 2022), {vms(3000)});
    const int before = fleet.count();
    const int newest_before = fleet.hosts().back().count;
    CHECK(fleet.renew(2023, vms(900)) == 0);
    CHECK(fleet.count() < before);
    CHECK(holds(fleet, vms(900), rules));
    // One host less of the oldest kind that is left would be one too few.
    std::vector<compute::HostCount> fewer = fleet.counts();
    --fewer.front().count;
    int refused = 0;
    for (const int count : compute::pack(vms(900), fewer, rules.pack).refused) refused += count;
    CHECK(refused > 0);
    CHECK(fleet.hosts().back().count == newest_before);
}

TEST_CASE("equal parts of few things lie evenly around the middle", "[deploy]") {
    // Thing i of n goes to part floor((i + 1/2) parts / n): one of five to floor(2.5) = 2; two to floor(1.25)
    // and floor(3.75); three to floor(0.83), floor(2.5), floor(4.17); seven to 0, 1, 1, 2, 3, 3, 4.
    CHECK(even_parts(0, 5) == std::vector<int>{0, 0, 0, 0, 0});
    CHECK(even_parts(1, 5) == std::vector<int>{0, 0, 1, 0, 0});
    CHECK(even_parts(2, 5) == std::vector<int>{0, 1, 0, 1, 0});
    CHECK(even_parts(3, 5) == std::vector<int>{1, 0, 1, 0, 1});
    CHECK(even_parts(7, 5) == std::vector<int>{1, 2, 1, 2, 1});
    CHECK(even_parts(20, 5) == std::vector<int>{4, 4, 4, 4, 4});
}

TEST_CASE("the phase decides which part a single thing lies in, and shifts several", "[deploy]") {
    // Thing i of n goes to part floor((i + phase) parts / n): one of five to floor(5 phase); two at phase 0.1
    // to floor(0.25) and floor(2.75), at phase 0.9 to floor(2.25) and floor(4.75).
    CHECK(even_parts(1, 5, 0.0) == std::vector<int>{1, 0, 0, 0, 0});
    CHECK(even_parts(1, 5, 0.39) == std::vector<int>{0, 1, 0, 0, 0});
    CHECK(even_parts(1, 5, 0.99) == std::vector<int>{0, 0, 0, 0, 1});
    CHECK(even_parts(2, 5, 0.1) == std::vector<int>{1, 0, 1, 0, 0});
    CHECK(even_parts(2, 5, 0.9) == std::vector<int>{0, 0, 1, 0, 1});
    CHECK(even_parts(1, 5, std::nextafter(1.0, 0.0)) == std::vector<int>{0, 0, 0, 0, 1});
    CHECK(even_parts(5, 5, 0.999) == std::vector<int>{1, 1, 1, 1, 1});
}

TEST_CASE("over the towns of Germany every age has the same share of hosts, however few a room has",
          "[deploy]") {
    const int hosts = GENERATE(1, 2, 3, 4, 7);
    std::vector<int> ages(5, 0);
    for (const catalog::Municipality& town : shipped().municipalities) {
        const std::vector<int> parts = even_parts(hosts, 5, phase_of_place(town.place));
        for (std::size_t age = 0; age < 5; ++age) ages[age] += parts[age];
    }
    const double all = hosts * static_cast<double>(shipped().municipalities.size());
    // A fifth each.  Were the ages drawn by lot, 6,297 single hosts would miss it by sqrt(0.2 0.8 / 6297) =
    // 0.5 %; without a phase, one age would have all single hosts.
    for (const int count : ages) CHECK(count / all == test::Approx(0.2).margin(0.01));
}

TEST_CASE("a metre does not change the phase of a place by more than a thousandth, a kilometre does",
          "[deploy]") {
    const Place here{51.0, 9.0};
    const auto shift = [&](double north_m) {  // a degree of latitude is 111 km
        const double turn = phase_of_place({here.latitude + north_m / 111e3, 9.0}) - phase_of_place(here);
        return std::abs(turn - std::round(turn));
    };
    CHECK(shift(1.0) > 0.0);
    CHECK(shift(1.0) < 0.001);
    CHECK(shift(1000.0) > 0.1);
}

TEST_CASE("set up for itself in each of five years, a cluster of two renews each host once", "[deploy]") {
    study::Study two_socket = fixed_memory();
    two_socket.hosts.series = study::HostSeries::two_socket;
    HostCatalog hosts(shipped(), two_socket);
    FleetRules rules{.pack = {}, .refresh_years = 5};
    rules.phase = GENERATE(0.05, 0.5, 0.8);
    std::map<int, int> renewals;  // [year bought] times that a host of it was bought
    for (int year = 2022; year <= 2026; ++year) {
        Fleet fleet(hosts, rules);
        const int bought = fleet.begin(year, years(year - 4, year), {vms(3)});
        REQUIRE(fleet.count() == 2);  // three VMs and one host to spare, in every year
        if (bought > 0) renewals[year] += bought;
    }
    // Each host is five years old once in five years; were ages dealt out by age, a host that is new in one
    // year would be new in all.
    REQUIRE(renewals.size() == 2);
    for (const auto& [year, bought] : renewals) CHECK(bought == 1);
}

TEST_CASE("the hosts that stand at the start are bought in equal parts in the years given", "[deploy]") {
    const int vm_count = GENERATE(40, 400, 4000);
    const std::vector<int> bought = GENERATE(years(2018, 2022), std::vector<int>{2019, 2021, 2021});
    study::Study two_socket = fixed_memory();
    two_socket.hosts.series = study::HostSeries::two_socket;
    HostCatalog hosts(shipped(), two_socket);
    const FleetRules rules{.pack = {}, .refresh_years = 5};
    Fleet fleet(hosts, rules);
    const int new_ones = fleet.begin(2022, bought, {vms(vm_count)});
    CHECK(holds(fleet, vms(vm_count), rules));
    // The years by their place in a cycle of five: 2020 is 0, 2021 is 1 ... 2018 is 3 and 2019 is 4.
    std::vector<int> in_cycle = bought;
    std::stable_sort(in_cycle.begin(), in_cycle.end(), [](int a, int b) { return a % 5 < b % 5; });
    const std::vector<int> parts = even_parts(fleet.count(), bought.size());
    std::map<int, int> expected;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i] > 0) expected[in_cycle[i]] += parts[i];
    std::map<int, int> found;
    for (const HostSet& set : fleet.hosts()) found[hosts.type(set.type).year] += set.count;
    CHECK(found == expected);
    CHECK(new_ones == (expected.count(2022) > 0 ? expected[2022] : 0));
}

TEST_CASE("what hosts of the years given cannot hold is bought in the first year", "[deploy]") {
    study::Study two_socket = fixed_memory();
    two_socket.hosts.series = study::HostSeries::two_socket;
    HostCatalog hosts(shipped(), two_socket);
    const FleetRules rules{.pack = {}, .refresh_years = 8};
    // Two-socket servers have 36 cores in 2015 (432 GB at 12 GB a core) and 128 in 2022 (1,536 GB)
    const Items items{{.tag = 0, .count = 10, .vcpu = 8.0, .ram_gb = 600.0, .peak_ops = 1.0, .priority = 0}};
    Fleet fleet(hosts, rules);
    CHECK(fleet.begin(2022, {2015}, {items}) > 0);
    CHECK(holds(fleet, items, rules));
}

TEST_CASE("a new room buys all its hosts in its first year", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    Fleet fleet(hosts, {.pack = {}, .refresh_years = 5});
    const int bought = fleet.begin(2024, {}, {vms(100)});
    CHECK(bought > 0);
    CHECK(bought == fleet.count());
    CHECK(oldest_age(fleet, hosts, 2024) == 0);
}

TEST_CASE("two rooms' copies need at least as many hosts as one room", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    Fleet one_room(hosts, {});
    Fleet two_rooms(hosts, {});
    one_room.renew(2024, vms(100));
    two_rooms.renew(2024, vms(200));
    CHECK(two_rooms.count() > one_room.count());
}

TEST_CASE("purchases keep to the series asked for", "[deploy]") {
    study::Study settings = fixed_memory();
    settings.hosts.series = study::HostSeries::one_socket;
    HostCatalog hosts(shipped(), settings);
    Fleet fleet(hosts, {});
    fleet.renew(2024, vms(100));
    for (const HostSet& set : fleet.hosts()) CHECK(hosts.type(set.type).series == "one-socket");
}

/// Power of a new cluster at 30 % use, W.
double cluster_power_w(study::HostSeries series, int vm_count, int& hosts_bought) {
    study::Study settings = fixed_memory();
    settings.hosts.series = series;
    HostCatalog hosts(shipped(), settings);
    Fleet fleet(hosts, {});
    hosts_bought = fleet.renew(2024, vms(vm_count));
    double power_w = 0.0;
    for (const HostSet& set : fleet.hosts())
        power_w += set.count * compute::host_power_w(hosts.type(set.type), 0.3);
    return power_w;
}

TEST_CASE("a free choice of series takes no more power than virtualisation hosts of any one series",
          "[deploy]") {
    const int vm_count = GENERATE(5, 60, 500, 3000);
    int hosts = 0;
    const double free_choice = cluster_power_w(study::HostSeries::automatic, vm_count, hosts);
    CHECK(free_choice <= cluster_power_w(study::HostSeries::one_socket, vm_count, hosts));
    CHECK(free_choice <= cluster_power_w(study::HostSeries::two_socket, vm_count, hosts));
}

TEST_CASE("a handful of VMs runs on entry servers, but nobody is given a cluster of dozens of them",
          "[deploy]") {
    int free_hosts = 0;
    int entry_hosts = 0;
    const double few = cluster_power_w(study::HostSeries::automatic, 5, free_hosts);
    CHECK(few == cluster_power_w(study::HostSeries::entry, 5, entry_hosts));
    static_cast<void>(cluster_power_w(study::HostSeries::automatic, 500, free_hosts));
    static_cast<void>(cluster_power_w(study::HostSeries::entry, 500, entry_hosts));
    CHECK(entry_hosts > 50);  // 500 x 16 GB on hosts of some 100 GB
    CHECK(free_hosts < 12);
}

TEST_CASE("as many entry servers form a cluster as the rules allow", "[deploy]") {
    // 60 VMs of 16 GB need nine entry servers of some 128 GB and one to spare; two larger hosts draw more.
    HostCatalog hosts(shipped(), fixed_memory());
    const auto series_with = [&](int most_entry) {
        FleetRules rules;
        rules.most_entry = most_entry;
        Fleet fleet(hosts, rules);
        fleet.renew(2024, vms(60));
        return hosts.type(fleet.hosts().front().type).series;
    };
    CHECK(series_with(4) != "entry");
    CHECK(series_with(1000) == "entry");
}

TEST_CASE("offers are compared at the use stated", "[deploy]") {
    // One-socket servers that draw a tenth when idle and three times as much at full load: the least power of
    // all idle, the most of the two larger series at work.
    catalog::Catalog steep = shipped();
    for (catalog::ServerModel& model : steep.servers) {
        if (model.series != "one-socket") continue;
        const auto last = static_cast<double>(model.power_w.size() - 1);
        for (std::size_t k = 0; k < model.power_w.size(); ++k)
            model.power_w[k] *= 0.1 + 2.9 * static_cast<double>(k) / last;
    }
    const auto series_at = [&](double use) {
        HostCatalog hosts(steep, fixed_memory());
        FleetRules rules;
        rules.terms.used_at = use;
        Fleet fleet(hosts, rules);
        fleet.renew(2022, vms(60));  // the last year of measured rows: later ones follow the trend
        return hosts.type(fleet.hosts().front().type).series;
    };
    CHECK(series_at(0.0) == "one-socket");
    CHECK(series_at(1.0) == "two-socket");
}

/// VMs of 4 vCPU and as much memory as stated.
Items vms_of(int count, double ram_gb) {
    return {{.tag = 0, .count = count, .vcpu = 4.0, .ram_gb = ram_gb, .peak_ops = 20'000.0, .priority = 0}};
}

TEST_CASE("three small VMs need one host without reserve and two with one host to spare", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    for (const int reserve : {0, 1}) {
        FleetRules rules;
        rules.pack.reserve_hosts = reserve;
        Fleet fleet(hosts, rules);
        fleet.renew(2024, vms(3));
        CHECK(fleet.count() == 1 + reserve);
        CHECK(fleet.placed() == std::vector<int>{3});
    }
}

TEST_CASE("VMs that fit no host on offer are not placed and cost the others nothing", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    Fleet fleet(hosts, {});
    fleet.renew(2024, vms_of(50, 4096.0));  // two sockets of 2024: some 150 cores x 12 GB
    CHECK(fleet.placed() == std::vector<int>{0});
    CHECK(fleet.count() == 0);
    Items mixed = vms(20);
    mixed.push_back(vms_of(1, 4096.0).front());
    fleet.renew(2025, mixed);
    CHECK(fleet.placed() == std::vector<int>{20, 0});
    Fleet without(hosts, {});
    without.renew(2025, vms(20));
    CHECK(fleet.count() == without.count());
}

TEST_CASE("a VM that only a larger series holds is what decides between the series", "[deploy]") {
    // Five small VMs go on entry servers of some 100 GB (8 cores x 12 GB); one of 500 GB does not.
    HostCatalog hosts(shipped(), fixed_memory());
    Items items = vms(5);
    items.push_back(vms_of(1, 500.0).front());
    Fleet fleet(hosts, {});
    fleet.renew(2024, items);
    CHECK(fleet.placed() == std::vector<int>{5, 1});
    CHECK(holds(fleet, items, {}));
    for (const HostSet& set : fleet.hosts()) CHECK(hosts.type(set.type).ram_gb >= 500.0);
}

TEST_CASE("a host that alone holds a large VM is not given up", "[deploy]") {
    HostCatalog hosts(shipped(), fixed_memory());
    const FleetRules rules{.pack = {}, .refresh_years = 6};
    Fleet fleet(hosts, rules);
    Items items = vms(400);
    items.push_back(vms_of(1, 500.0).front());
    fleet.renew(2024, items);
    items[0].count = 3;  // the estate shrinks, the large VM stays
    for (int year = 2025; year <= 2032; ++year) {
        fleet.renew(year, items);
        CHECK(fleet.placed() == std::vector<int>{3, 1});
    }
}

TEST_CASE("fewer GB a core never need fewer hosts while every VM fits", "[deploy]") {
    int before = 0;
    for (const double gigabytes : {16.0, 12.0, 8.0, 4.0, 2.0}) {
        study::Study settings = fixed_memory();
        settings.hosts.series = study::HostSeries::entry;
        settings.hosts.ram_per_core = gigabytes * gigabyte;
        HostCatalog hosts(shipped(), settings);
        Fleet fleet(hosts, {});
        fleet.renew(2024, vms(134));  // of 16 GB; 8 cores x 2 GB is just enough
        CHECK(fleet.placed() == std::vector<int>{134});
        CHECK(fleet.count() >= before);
        before = fleet.count();
    }
    // 8 cores x 1 GB hold none: none is placed, rather than all on no host
    study::Study settings = fixed_memory();
    settings.hosts.series = study::HostSeries::entry;
    settings.hosts.ram_per_core = 1.0 * gigabyte;
    HostCatalog hosts(shipped(), settings);
    Fleet fleet(hosts, {});
    fleet.renew(2024, vms(134));
    CHECK(fleet.placed() == std::vector<int>{0});
}

}  // namespace
}  // namespace verbund::deploy
