#include <algorithm>
#include <map>
#include <numeric>

#include "sim/deploy/deploy.hpp"
#include "sim/deploy/pool.hpp"
#include "sim/deploy/standby_pool.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/simulated_study.hpp"

namespace verbund::deploy {
namespace {

/// The starter study's towns moved into one of several centers each; every center is sized unless told
/// otherwise.
class Centers {
public:
    /// Centers "c0", "c1", ... of group "ring", a degree of longitude (70 km) apart, and a backup site.
    explicit Centers(int count) : set_{test::starter_set()} {
        set_.horizon = {2024, 2024};
        set_.variants = {set_.variants[1]};
        study().moves.clear();
        study().backups.clear();
        const study::Center like = study().centers.at("north");
        study().centers.clear();
        for (int i = 0; i < count; ++i) {
            study::Center center = like;
            center.at = {51.0, 6.0 + i};
            center.group = "ring";
            center.commissioned = {2020, 1, 1};
            study().centers.emplace("c" + std::to_string(i), center);
        }
        study().centers.emplace("backup", like).first->second.at = {49.0, 8.0};
        study().centers.at("backup").commissioned = {2020, 1, 1};
        study().territory.administrations.clear();
    }

    study::Study& study() { return set_.variants[0].study; }

    /// A town of so many workplaces whose own center is `center`.
    void add_town(const std::string& center, double servers) {
        study::Administration town;
        town.name = "Town of " + center;
        town.at = study().centers.at(center).at;
        town.state = "05";
        town.population = 50'000.0;
        town.seats = 250.0;
        town.servers = servers;
        town.home = center;
        town.provider_share = 0.0 * percent;
        study().territory.administrations.emplace("town-" + center, town);
    }

    study::Backup& rule(const std::string& primary, const std::string& center) {
        study::Backup& rule = study().backups[primary];
        rule.center = center;
        rule.protects = study::ProtectedLoad::all;
        rule.min_distance = 50.0 * kilometre;
        return rule;
    }

    void play() { variant_ = deploy(set_, study()); }

    const SiteDeployment& site(const std::string& id) const {
        const auto found = std::find_if(variant_.sites.begin(), variant_.sites.end(),
                                        [&](const Site& s) { return s.id == id; });
        return variant_.phases[0].sites[static_cast<std::size_t>(found - variant_.sites.begin())];
    }
    [[nodiscard]] const VariantDeployment& variant() const { return variant_; }

private:
    study::StudySet set_;
    VariantDeployment variant_;
};

/// Three primaries of different size on one backup site.
Centers three_primaries(continuity::StandbySizing sizing) {
    Centers centers(3);
    centers.add_town("c0", 1000.0);
    centers.add_town("c1", 600.0);
    centers.add_town("c2", 400.0);
    for (const char* primary : {"c0", "c1", "c2"}) centers.rule(primary, "backup").sizing = sizing;
    return centers;
}

std::vector<int> pool_sizes(const SiteDeployment& site) {
    std::vector<int> sizes;
    for (const Pool& pool : site.pools)
        if (pool.kind == PoolKind::standby) sizes.push_back(host_count(pool.hosts));
    return sizes;
}

int sum(const std::vector<int>& values) { return std::accumulate(values.begin(), values.end(), 0); }

TEST_CASE("a shared pool is as large as the largest primary's own, the copies stay the sum", "[deploy]") {
    Centers own = three_primaries(continuity::StandbySizing::own);
    own.play();
    const SiteDeployment& alone = own.site("backup");
    const std::vector<int> pools = pool_sizes(alone);
    REQUIRE(pools.size() == 3);
    CHECK(pools[0] > pools[1]);
    CHECK(pools[1] > pools[2]);
    CHECK(alone.standby_hosts == sum(pools));

    Centers sharing = three_primaries(continuity::StandbySizing::shared);
    sharing.play();
    const SiteDeployment& shared = sharing.site("backup");
    CHECK(pool_sizes(shared) == std::vector<int>{pools[0]});
    CHECK(shared.standby_hosts == pools[0]);
    CHECK(shared.storage_tb == test::Approx(alone.storage_tb));
    CHECK(shared.replication_gbit_s == test::Approx(alone.replication_gbit_s));
    CHECK(shared.needs.of[Resource::it_power] < alone.needs.of[Resource::it_power]);
}

TEST_CASE("sharing with nobody is the same as own standby", "[deploy]") {
    std::vector<std::vector<int>> pools;
    for (const auto sizing : {continuity::StandbySizing::own, continuity::StandbySizing::shared}) {
        Centers centers(1);
        centers.add_town("c0", 500.0);
        centers.rule("c0", "backup").sizing = sizing;
        centers.play();
        pools.push_back(pool_sizes(centers.site("backup")));
    }
    CHECK(pools[0] == pools[1]);
    CHECK(sum(pools[0]) > 0);
}

TEST_CASE("rules that do not share keep their own standby beside the pool", "[deploy]") {
    Centers all_own = three_primaries(continuity::StandbySizing::own);
    all_own.play();
    const std::vector<int> pools = pool_sizes(all_own.site("backup"));
    Centers centers = three_primaries(continuity::StandbySizing::shared);
    centers.study().backups.at("c0").sizing = continuity::StandbySizing::own;
    centers.play();
    CHECK(pool_sizes(centers.site("backup")) == std::vector<int>{pools[0], pools[1]});
}

TEST_CASE("rules of different standby modes do not lend each other hosts", "[deploy]") {
    Centers centers = three_primaries(continuity::StandbySizing::shared);
    centers.study().backups.at("c1").standby = continuity::StandbyMode::hot;
    centers.play();
    const SiteDeployment& site = centers.site("backup");
    REQUIRE(pool_sizes(site).size() == 2);
    std::vector<double> running;
    for (const Pool& pool : site.pools)
        if (pool.kind == PoolKind::standby) running.push_back(pool.running_share);
    CHECK(running == std::vector<double>{0.25, 1.0});  // warm: c0 and c2; hot: c1
}

/// Four equal centers, each of which falls back on the three others.
Centers federation(continuity::StandbySizing sizing) {
    Centers ring(4);
    for (const char* center : {"c0", "c1", "c2", "c3"}) ring.add_town(center, 1200.0);
    study::Backup& rule = ring.rule("group:ring", "group:ring");
    rule.spread = study::FallbackSpread::all;
    rule.sizing = sizing;
    return ring;
}

TEST_CASE("in a federation of four equal sites each holds a third of one site", "[deploy]") {
    Centers ring = federation(continuity::StandbySizing::shared);
    ring.play();
    const VariantDeployment& variant = ring.variant();
    double replicated = 0.0;
    for (int s = 0; s < 4; ++s) {
        const SiteDeployment& site = ring.site("c" + std::to_string(s));
        const int servers = site.servers_placed;
        REQUIRE(servers > 1000);
        std::map<std::uint32_t, int> held;
        for (const ProtectedServers& p : site.protected_servers) held[p.primary] += p.placed;
        CHECK(held.size() == 3);
        // Dealt out one by one: parts differ by one server at most
        for (const auto& [primary, count] : held) CHECK(std::abs(count - servers / 3.0) < 1.0);
        // Own data and the copies of a third of each of three equal sites: twice the own data
        double own_tb = 0.0;
        for (const Part& part : variant.phases[0].administrations[static_cast<std::size_t>(s)].parts)
            own_tb += part.storage_gb / 1e3;
        CHECK(site.storage_tb == test::Approx(2.0 * own_tb).epsilon(0.01));
        replicated += site.replication_gbit_s;
    }
    // Every link carries its part: sent and received are the same in all
    double sent = 0.0;
    for (const Replication& r : variant.phases[0].replications) sent += r.gbit_s;
    CHECK(variant.phases[0].replications.size() == 12);
    CHECK(replicated == test::Approx(sent));
}

TEST_CASE("a federation's shared pools are three times smaller than its own ones", "[deploy]") {
    Centers shared = federation(continuity::StandbySizing::shared);
    Centers own = federation(continuity::StandbySizing::own);
    shared.play();
    own.play();
    for (const char* id : {"c0", "c1", "c2", "c3"}) {
        // own: three pools of a third of one site; shared: one of them
        const std::vector<int> pools = pool_sizes(own.site(id));
        REQUIRE(pools.size() == 3);
        CHECK(pool_sizes(shared.site(id)) == std::vector<int>{*std::max_element(pools.begin(), pools.end())});
    }
}

std::map<catalog::Criticality, std::pair<int, int>> asked_and_placed(const SiteDeployment& site) {
    std::map<catalog::Criticality, std::pair<int, int>> sums;
    for (const ProtectedServers& p : site.protected_servers) {
        sums[p.criticality].first += p.asked;
        sums[p.criticality].second += p.placed;
    }
    return sums;
}

/// Of the criticalities that miss anything only the most critical one still has a part.
void require_critical_first(const SiteDeployment& site) {
    bool short_of_room = false;
    for (const auto& [criticality, servers] : asked_and_placed(site)) {
        if (short_of_room) CHECK(servers.second == 0);
        short_of_room = short_of_room || servers.second < servers.first;
    }
    CHECK(short_of_room);
}

TEST_CASE("where a backup site is short of power, standby is admitted by criticality", "[deploy]") {
    const auto sizing = GENERATE(continuity::StandbySizing::own, continuity::StandbySizing::shared);
    Centers centers = three_primaries(sizing);
    // Little gear, so that half of the power is about half of the hosts.
    centers.study().gear.base = 300.0 * watt;
    centers.play();
    const double full_kw = centers.site("backup").needs.of[Resource::it_power];
    const int all_hosts = centers.site("backup").standby_hosts;
    int placed_before = -1;
    for (const double share : {0.5, 0.7, 0.9}) {
        study::Center& backup = centers.study().centers.at("backup");
        backup.rooms.begin()->second.it_power = share * full_kw * kilowatt;
        centers.play();
        const SiteDeployment& site = centers.site("backup");
        require_critical_first(site);
        CHECK(site.standby_hosts < all_hosts);
        CHECK(site.standby_hosts_asked == all_hosts);
        int placed = 0;
        int placed_of_largest = 0;
        int asked_of_largest = 0;
        for (const ProtectedServers& p : site.protected_servers) {
            placed += p.placed;
            if (centers.variant().sites[p.primary].id == "c0") {
                placed_of_largest += p.placed;
                asked_of_largest += p.asked;
            }
            CHECK(p.binding == (p.placed < p.asked ? Resource::it_power : Resource::none));
        }
        // As many hosts stay as the largest primary's part needs, and be they shared by all: it has half of
        // the servers, the smallest a fifth.
        CHECK(site.standby_hosts >= 0.7 * all_hosts * placed_of_largest / asked_of_largest);
        CHECK(placed >= placed_before);  // more power never holds less
        placed_before = placed;
    }
    CHECK(placed_before > 0);
}

TEST_CASE("all primaries lose the same share of a criticality that is short of room", "[deploy]") {
    Centers centers = three_primaries(continuity::StandbySizing::own);
    centers.play();
    study::Center& backup = centers.study().centers.at("backup");
    backup.rooms.begin()->second.it_power =
        0.7 * centers.site("backup").needs.of[Resource::it_power] * kilowatt;
    centers.play();
    std::map<catalog::Criticality, std::vector<double>> shares;
    for (const ProtectedServers& p : centers.site("backup").protected_servers)
        if (p.asked >= 50) shares[p.criticality].push_back(static_cast<double>(p.placed) / p.asked);
    for (const auto& [criticality, of_primaries] : shares) {
        const auto [least, most] = std::minmax_element(of_primaries.begin(), of_primaries.end());
        CHECK(*most - *least < 1.0 / 50.0);  // one server at most
    }
}

TEST_CASE("a site's own load keeps its place before others' standby", "[deploy]") {
    Centers centers(1);
    centers.add_town("c0", 600.0);
    centers.add_town("backup", 600.0);
    centers.play();
    const double own_kw = centers.site("backup").needs.of[Resource::it_power];
    centers.rule("c0", "backup");
    centers.play();
    const double with_standby_kw = centers.site("backup").needs.of[Resource::it_power];
    REQUIRE(with_standby_kw > 1.05 * own_kw);
    // Just enough for the own load: standby hosts and, since arrays draw power too, copies are all gone
    for (const double part : {1e-6, 0.5, 0.9}) {
        study::Center& backup = centers.study().centers.at("backup");
        backup.rooms.begin()->second.it_power = (own_kw + part * (with_standby_kw - own_kw)) * kilowatt;
        centers.play();
        const SiteDeployment& site = centers.site("backup");
        CHECK(site.refused.empty());
        CHECK(site.servers_placed == site.servers_asked);
        require_critical_first(site);
        if (part < 0.1) CHECK(site.standby_hosts == 0);
    }
}

TEST_CASE("where a backup site is short of storage, copies go before own data, the least critical first",
          "[deploy]") {
    Centers centers(1);
    centers.add_town("c0", 600.0);
    centers.add_town("backup", 600.0);
    centers.rule("c0", "backup");
    centers.play();
    const double all_tb = centers.site("backup").storage_tb;
    centers.study().centers.at("backup").storage = 0.8 * all_tb * terabyte;
    centers.play();
    const SiteDeployment& site = centers.site("backup");
    CHECK(site.refused.empty());
    CHECK(site.storage_tb <= 0.8 * all_tb * (1.0 + 1e-12));
    CHECK(site.storage_tb > 0.75 * all_tb);                // no more than needed is given up
    CHECK(site.standby_hosts < site.standby_hosts_asked);  // no host without a copy
    require_critical_first(site);
    for (const ProtectedServers& p : site.protected_servers)
        CHECK(p.binding == (p.placed < p.asked ? Resource::storage : Resource::none));
}

TEST_CASE("a backup site that is sized holds everything asked", "[deploy]") {
    Centers centers = three_primaries(continuity::StandbySizing::own);
    centers.play();
    int servers = 0;
    for (const ProtectedServers& p : centers.site("backup").protected_servers) {
        CHECK(p.placed == p.asked);
        servers += p.asked;
    }
    int primaries = 0;
    for (const char* id : {"c0", "c1", "c2"}) primaries += centers.site(id).servers_placed;
    CHECK(servers == primaries);
}

}  // namespace
}  // namespace verbund::deploy
