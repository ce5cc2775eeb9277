#include "sim/deploy/refusal.hpp"

#include <algorithm>
#include <map>

#include "sim/deploy/deploy.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::deploy {
namespace {

/// Three towns that moved into one center in 2024; its room is given limits, the backup site is left out.
class Moved {
public:
    Moved() : set_{test::starter_set()} {
        set_.horizon = {2024, 2024};
        study::Study& study = set_.variants[1].study;
        study.moves.begin()->second.years = {2024, 2024};
        study.backups.clear();
        study.centers.erase("south");
        room().rack_power = 10.0 * kilowatt;
    }

    study::Center& center() { return set_.variants[1].study.centers.at("north"); }
    study::GrowthRates& growth() { return set_.variants[1].study.estate.growth; }
    study::Gear& gear() { return set_.variants[1].study.gear; }
    study::Hosts& hosts() { return set_.variants[1].study.hosts; }
    study::Room& room() { return center().rooms.at("r1"); }

    /// The center in 2024; its site comes first.
    const SiteDeployment& play() {
        variant_ = deploy(set_, set_.variants[1].study);
        return variant_.phases[0].sites[0];
    }

    [[nodiscard]] const catalog::WorkloadClass& workload(const Refused& r) const {
        return variant_.workloads[r.workload];
    }
    [[nodiscard]] const VariantDeployment& variant() const { return variant_; }

    /// Peak of the IT power of what is placed, kW.
    [[nodiscard]] double it_peak_kw() const {
        const SiteDeployment& site = variant_.phases[0].sites[0];
        const workload::ProfileSet profiles(set_.catalog.profiles);
        const auto patterns = workload::year_patterns(2024, states_of(site, variant_.sites[0].state));
        const auto power = site_it_power_w(site, variant_.host_types, {&profiles, &patterns});
        return *std::max_element(power.begin(), power.end()) / 1e3;
    }

    /// Asked servers of the center by criticality, from what the administrations send there.
    [[nodiscard]] std::map<int, int> asked_by_criticality() const {
        std::map<int, int> asked;
        for (const AdministrationDeployment& a : variant_.phases[0].administrations) {
            for (const Part& part : a.parts)
                if (part.site == 0)
                    asked[static_cast<int>(variant_.workloads[part.workload].criticality)] += part.servers;
        }
        return asked;
    }

private:
    study::StudySet set_;
    VariantDeployment variant_;
};

int refused_servers(const SiteDeployment& site) {
    int total = 0;
    for (const Refused& r : site.refused) total += r.servers;
    return total;
}

TEST_CASE("a center that is sized refuses nothing", "[deploy]") {
    Moved moved;
    const SiteDeployment& site = moved.play();
    CHECK(site.servers_asked > 100);
    CHECK(site.servers_placed == site.servers_asked);
    CHECK(site.refused.empty());
}

TEST_CASE("too few racks refuse servers and name their power or their space, whichever asks for more",
          "[deploy]") {
    Moved moved;
    moved.room().racks = 1;
    moved.room().rack_power = 1.5 * kilowatt;
    const SiteDeployment& by_power = moved.play();
    REQUIRE_FALSE(by_power.refused.empty());
    for (const Refused& r : by_power.refused) CHECK(r.binding == Resource::rack_power);
    CHECK(by_power.servers_placed + refused_servers(by_power) == by_power.servers_asked);
    CHECK(by_power.needs.of[Resource::racks] > 1.0);  // the need counts what was refused
    CHECK(by_power.needs.racks_by_space < by_power.needs.of[Resource::racks]);
    CHECK(by_power.needs.of[Resource::rack_power] == test::Approx(1.5 * by_power.needs.of[Resource::racks]));
    // The same room with power to spare and its one rack filled by gear and hosts to the last height unit but
    // 4
    moved.room().rack_power = 100.0 * kilowatt;
    moved.gear().base = 300.0 * watt;
    moved.gear().height_units_base = 34;
    const SiteDeployment& by_space = moved.play();
    REQUIRE_FALSE(by_space.refused.empty());
    for (const Refused& r : by_space.refused)
        CHECK((r.binding == Resource::racks || r.binding == Resource::height_units));
    CHECK(by_space.needs.racks_by_space == by_space.needs.of[Resource::racks]);
}

TEST_CASE("servers whose hosts no rack can feed are refused, not given a rack that they overload",
          "[deploy]") {
    Moved moved;
    // A two-socket host of 2023 draws 548 W x 1.2 and more at full load; stand-alone ones of 2017 less than
    // (457 + 7 x 6.5) x 1.15 = 578 W
    moved.hosts().series = study::HostSeries::two_socket;
    moved.hosts().ram_per_core = 12.0 * gigabyte;  // with the largest processors
    moved.room().rack_power = 600.0 * watt;
    const SiteDeployment& site = moved.play();
    CHECK(site.needs.overloaded_racks > 0.0);
    int vms = 0;
    for (const Refused& r : site.refused) {
        CHECK(r.binding == Resource::rack_power);
        vms += r.servers;
    }
    CHECK(vms > 0);
    CHECK(site.vms == 0);
    // Where smaller hosts are on offer these are bought instead
    moved.hosts().series = study::HostSeries::automatic;
    CHECK(moved.play().needs.overloaded_racks == 0.0);
    CHECK(moved.play().vms > 0);
}

TEST_CASE("an automatic room is given no more power than its racks may draw", "[deploy]") {
    Moved moved;
    moved.play();
    const double full_kw = moved.it_peak_kw();
    moved.room().racks = 2;
    moved.room().rack_power = full_kw / 8.0 * kilowatt;
    const SiteDeployment& site = moved.play();
    CHECK(site.plant->limits[Resource::it_power] == test::Approx(full_kw / 4.0));
    CHECK(site.plant->limits[Resource::rack_power] == test::Approx(full_kw / 4.0));
    for (const Refused& r : site.refused) CHECK(r.binding == Resource::rack_power);
}

TEST_CASE("too little IT power refuses servers, names the power and keeps within it", "[deploy]") {
    Moved moved;
    moved.play();
    const double full_kw = moved.it_peak_kw();
    int refused_before = 1 << 30;
    for (const double share : {0.5, 0.7, 0.9}) {
        moved.room().it_power = share * full_kw * kilowatt;
        const SiteDeployment& site = moved.play();
        CHECK(refused_servers(site) > 0);
        CHECK(refused_servers(site) <= refused_before);  // more power never refuses more
        CHECK(site.servers_placed + refused_servers(site) == site.servers_asked);
        CHECK(moved.it_peak_kw() <= share * full_kw);
        CHECK(site.needs.of[Resource::it_power] == test::Approx(full_kw));
        for (const Refused& r : site.refused) CHECK(r.binding == Resource::it_power);
        refused_before = refused_servers(site);
    }
}

TEST_CASE("more power keeps one host after the other, and leaves none out", "[deploy]") {
    // In steps of half a percent of the full power, of which a host draws many: as many hosts as before, or
    // one more.
    Moved moved;
    moved.play();
    const double full_kw = moved.it_peak_kw();
    const auto hosts_at = [&](int thousandths) {
        moved.room().it_power = thousandths / 1000.0 * full_kw * kilowatt;
        int hosts = 0;
        for (const HostSet& set : moved.play().pools.front().hosts) hosts += set.count;
        return hosts;
    };
    int before = hosts_at(500);
    const int fewest = before;
    for (int thousandths = 505; thousandths <= 1000; thousandths += 5) {
        CAPTURE(thousandths);
        const int hosts = hosts_at(thousandths);
        CHECK((hosts == before || hosts == before + 1));
        before = hosts;
    }
    CHECK(before > fewest + 1);
}

TEST_CASE("a small UPS, cooling plant or grid connection is named as what binds", "[deploy]") {
    Moved moved;
    moved.play();
    const double full_kw = moved.it_peak_kw();
    moved.room().ups_power = 0.8 * full_kw * kilowatt;
    for (const Refused& r : moved.play().refused) CHECK(r.binding == Resource::ups);
    CHECK(refused_servers(moved.play()) > 0);
    moved.room().ups_power.reset();
    moved.room().it_power = 2.0 * full_kw * kilowatt;
    moved.room().cooling_power = 0.8 * full_kw * kilowatt;
    for (const Refused& r : moved.play().refused) CHECK(r.binding == Resource::cooling);
    CHECK(refused_servers(moved.play()) > 0);
    moved.room().cooling_power.reset();
    moved.center().grid_connection = 0.8 * full_kw * kilowatt;
    for (const Refused& r : moved.play().refused) CHECK(r.binding == Resource::grid);
    CHECK(refused_servers(moved.play()) > 0);
}

TEST_CASE("of the VMs the least critical lose their place first", "[deploy]") {
    Moved moved;
    moved.play();
    moved.room().it_power = 0.6 * moved.it_peak_kw() * kilowatt;
    const SiteDeployment& site = moved.play();
    std::map<int, int> refused;
    for (const Refused& r : site.refused)
        if (!moved.workload(r).physical)
            refused[static_cast<int>(moved.workload(r).criticality)] += r.servers;
    const auto asked = moved.asked_by_criticality();
    double last_share = -1.0;
    for (const auto& [criticality, servers] : asked) {
        const double share = static_cast<double>(refused[criticality]) / servers;
        CHECK(share >= last_share);
        last_share = share;
    }
    CHECK(last_share > 0.0);
}

TEST_CASE("where data find no room, whole classes go by criticality before a more critical one is touched",
          "[deploy]") {
    Moved moved;
    const double all_tb = moved.play().storage_tb;
    moved.center().storage = 0.8 * all_tb * terabyte;
    const SiteDeployment& site = moved.play();
    CHECK(site.storage_tb <= 0.8 * all_tb * (1.0 + 1e-12));
    CHECK(site.servers_placed + refused_servers(site) == site.servers_asked);
    std::map<int, int> refused;
    for (const Refused& r : site.refused) {
        CHECK(r.binding == Resource::storage);
        refused[static_cast<int>(moved.workload(r).criticality)] += r.servers;
    }
    const auto asked = moved.asked_by_criticality();
    // All but the most critical class that is touched at all are gone entirely.
    REQUIRE_FALSE(refused.empty());
    for (auto entry = std::next(refused.begin()); entry != refused.end(); ++entry)
        CHECK(entry->second == asked.at(entry->first));
    CHECK(refused.rbegin()->first == asked.rbegin()->first);
}

TEST_CASE("what is refused is told by the administration it belongs to", "[deploy]") {
    Moved moved;
    moved.play();
    moved.room().it_power = 0.5 * moved.it_peak_kw() * kilowatt;
    const SiteDeployment& site = moved.play();
    std::map<std::uint32_t, int> refused;
    for (const Refused& r : site.refused) refused[r.administration] += r.servers;
    CHECK(refused.size() == 3);
    for (const auto& [administration, servers] : refused)
        CHECK(servers <= moved.variant().phases[0].administrations[administration].servers);
}

TEST_CASE("a room without power or racks refuses everything and still adds up", "[deploy]") {
    Moved moved;
    moved.room().racks = 0;
    moved.room().it_power = Power{};
    const SiteDeployment& site = moved.play();
    CHECK(site.servers_placed == 0);
    CHECK(refused_servers(site) == site.servers_asked);
}

/// One town with an inventory and its own room.
class Counted {
public:
    explicit Counted(std::vector<study::InventoryGroup> rows) : set_{test::starter_set()} {
        set_.horizon = {2022, 2022};
        set_.inventories["stock.csv"] = std::move(rows);
        study::Territory& territory = study().territory;
        territory.administrations = {{"neuss", territory.administrations.at("neuss")}};
        territory.administrations.at("neuss").inventory = "stock.csv";
        study().hosts.ram_per_core = 12.0 * gigabyte;
    }

    study::Study& study() { return set_.variants[0].study; }
    const SiteDeployment& play() {
        variant_ = deploy(set_, study());
        return variant_.phases[0].sites.back();  // the home room
    }
    [[nodiscard]] const VariantDeployment& variant() const { return variant_; }

private:
    study::StudySet set_;
    VariantDeployment variant_;
};

int cluster_hosts(const SiteDeployment& site) {
    int hosts = 0;
    for (const HostSet& set : site.pools[0].hosts) hosts += set.count;
    return hosts;
}

TEST_CASE("a VM larger than any host on offer is refused for what the largest lacks", "[deploy]") {
    Counted big({{"finance", false, 50, 16.0, 4096.0, 2000.0}});
    big.study().hosts.ram_per_core = 12.0 * gigabyte;
    const SiteDeployment& site = big.play();
    CHECK(site.servers_asked == 50);
    CHECK(site.servers_placed == 0);
    CHECK(cluster_hosts(site) == 0);
    CHECK(site.storage_tb == 0.0);  // refused servers store nothing
    REQUIRE(site.refused.size() == 1);
    CHECK(site.refused[0].servers == 50);
    CHECK(site.refused[0].binding == Resource::host_memory);
    REQUIRE(site.too_large.has_value());
    CHECK(site.too_large->need == 4096.0);
    CHECK(site.too_large->limit == 1536.0);  // 128 cores x 12 GB

    Counted many({{"finance", false, 5, 1024.0, 64.0, 2000.0}});
    REQUIRE(many.play().refused.size() == 1);
    CHECK(many.play().refused[0].binding == Resource::host_cores);
}

TEST_CASE("beside a VM that no host holds the others keep their place, their memory and their data",
          "[deploy]") {
    Counted mixed({{"specialist", false, 20, 4.0, 16.0, 100.0}, {"finance", false, 1, 16.0, 4096.0, 2000.0}});
    mixed.study().hosts.ram_per_core = 12.0 * gigabyte;
    const SiteDeployment& site = mixed.play();
    CHECK(site.servers_placed == 20);
    CHECK(site.vms == 20);
    CHECK(site.vcpu == 80.0);
    CHECK(site.ram_gb == 320.0);
    CHECK(site.storage_tb == test::Approx(2.0));
    CHECK(refused_servers(site) == 1);
    CHECK(cluster_hosts(site) > 0);
}

TEST_CASE("with memory enough a core the same VM finds a host", "[deploy]") {
    Counted big({{"finance", false, 50, 16.0, 4096.0, 2000.0}});
    big.study().hosts.ram_per_core = 32.0 * gigabyte;  // 128 cores x 32 GB = 4,096 GB: one VM a host
    big.study().hosts.series = study::HostSeries::two_socket;
    const SiteDeployment& site = big.play();
    CHECK(site.servers_placed == 50);
    CHECK(site.refused.empty());
    CHECK(cluster_hosts(site) >= 51);  // N+1
}

TEST_CASE("a physical server that needs more than an entry server stands on a larger machine", "[deploy]") {
    Counted phys({{"database-server", true, 5, 16.0, 4096.0, 2000.0}});
    const SiteDeployment& site = phys.play();
    CHECK(site.physical_servers == 5);
    for (const HostSet& set : site.pools[1].hosts)
        CHECK(phys.variant().host_types[set.type].series != "entry");  // two sockets before 2019
    Counted huge({{"database-server", true, 5, 16.0, 10'000.0, 2000.0}});
    CHECK(huge.play().physical_servers == 0);
    CHECK(refused_servers(huge.play()) == 5);
    CHECK(huge.play().refused[0].binding == Resource::host_memory);
}

TEST_CASE("where everything is refused nothing is stored, and never less than nothing", "[deploy]") {
    // Data are taken away in as many parts as servers are refused in: 0.32 - 0.28 - 0.04 TB is -2e-17 TB.
    for (int percent = 0; percent < 20; ++percent) {
        Moved moved;
        moved.gear().base = 100'000.0 * kilowatt;
        moved.growth().storage = percent * percent_per_year;
        const SiteDeployment& site = moved.play();
        CAPTURE(percent);
        CHECK(refused_servers(site) > 0);
        CHECK(site.vms + site.physical_servers == 0);
        CHECK(site.storage_tb >= 0.0);
        CHECK(site.storage_tb < 1e-9);
    }
}

}  // namespace
}  // namespace verbund::deploy
