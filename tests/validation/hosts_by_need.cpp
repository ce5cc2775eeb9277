#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "models/base/random.hpp"
#include "models/compute/host_choice.hpp"
#include "models/compute/host_offers.hpp"
#include "scenarios/read/catalog_reader.hpp"
#include "tests/support/catch.hpp"

/// Hosts by need and least cost: against every configuration tried with every number of hosts, closed forms,
/// and the fixed memory per core that was bought before.
namespace verbund::compute {
namespace {

using test::WithinRel;
using Items = std::vector<PackItem>;

constexpr int purchase_year = 2024;

const catalog::Catalog& shipped() {
    static const catalog::Catalog catalog = read::load_catalog();
    return catalog;
}

HostRules rules_by_need(bool by_need) {
    HostRules rules;
    rules.parts = host_parts(shipped().figures);
    if (by_need) rules.by_need = MemoryRange{};
    return rules;
}

std::vector<HostType> offered(bool by_need, const std::vector<std::string>& series) {
    std::vector<HostType> types;
    for (const std::string& one : series)
        for (const HostType& type :
             host_configurations(shipped(), one, purchase_year, rules_by_need(by_need)))
            types.push_back(type);
    return types;
}

const std::vector<std::string> all_series{"two-socket", "one-socket", "entry"};

HostTerms by_cost() {
    HostTerms terms;
    terms.by_cost = true;
    return terms;
}

std::vector<HostBid> bids_of(const std::vector<HostType>& types, const HostTerms& terms,
                             double rack_w = 1e9) {
    std::vector<HostBid> bids;
    for (const HostType& type : types)
        bids.push_back({&type, compared(type, terms), type.power_w.back() > rack_w, type.series == "entry"});
    return bids;
}

int between(RandomStream& random, int low, int high) {
    const std::uint64_t count = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return low + static_cast<int>(random.below(count));
}

/// VMs of a small body; now and then one that only large hosts hold.
Items random_items(RandomStream& random) {
    Items items;
    for (int i = between(random, 1, 5); i > 0; --i) {
        PackItem item;
        item.count = between(random, 0, 15);
        item.vcpu = between(random, 1, 8);
        item.ram_gb = between(random, 1, 96);
        item.peak_ops = item.vcpu * between(random, 0, 40'000);
        item.priority = between(random, 0, 2);
        items.push_back(item);
    }
    if (between(random, 0, 9) == 0) items.push_back({0, 1, 8.0, 2'000.0, 0.0, 1});
    return items;
}

int placed_of(const Items& items, const std::vector<HostCount>& hosts, const PackRules& rules) {
    int placed = 0;
    for (const int count : pack(items, hosts, rules).placed) placed += count;
    return placed;
}

struct Tried {
    int count = 0;
    int unplaceable = 0;
};

/// The fewest hosts with which every VM is placed that an empty one holds, counted up one by one.
Tried tried(const Items& items, const HostType& type, const PackRules& rules) {
    const PackRules bare{rules.overcommit, rules.cpu_target, rules.cpu_target_failed, 0};
    Tried result;
    int fitting = 0;
    for (PackItem item : items) {
        const int count = item.count;
        item.count = std::min(count, 1);
        const bool fits = item.count > 0 && placed_of({item}, {{type, 1}}, bare) == 1;
        (fits ? fitting : result.unplaceable) += count;
    }
    while (placed_of(items, {{type, result.count}}, rules) < fitting) ++result.count;
    return result;
}

TEST_CASE("the purchase is the one found by trying every configuration with every number of hosts",
          "[validation]") {
    const std::vector<HostType> types = offered(true, all_series);
    REQUIRE(types.size() > 25);  // 2 x 3 sizes of processor x 5 of memory, and entry servers
    RandomStream random{1, "hosts-by-need"};
    for (int round = 0; round < 300; ++round) {
        const std::vector<Items> loads{random_items(random)};
        const PackRules rules;
        const double rack_w = between(random, 0, 3) == 0 ? 300.0 : 1e9;
        const std::vector<HostBid> bids = bids_of(types, by_cost(), rack_w);
        const int most_small = 4;
        auto least = std::tuple(true, 1 << 30, true, 0.0);
        std::size_t best = 0;
        for (std::size_t i = 0; i < bids.size(); ++i) {
            const Tried one = tried(loads.front(), types[i], rules);
            const auto weight = std::tuple(bids[i].overloads, one.unplaceable,
                                           bids[i].small && one.count > most_small, one.count * bids[i].each);
            if (i > 0 && !(weight < least)) continue;
            least = weight;
            best = i;
        }
        const HostPurchase found = least_purchase({loads, rules, most_small}, bids);
        INFO("round " << round);
        const Tried wanted = tried(loads.front(), types[best], rules);
        if (wanted.count == 0 && wanted.unplaceable == 0) continue;  // nothing asked for
        CHECK(types[found.bid].id == types[best].id);
        CHECK(found.count == wanted.count);
        CHECK(found.unplaceable == wanted.unplaceable);
    }
}

const HostType& chosen_for(const PackItem& vms, const std::vector<HostType>& types) {
    const std::vector<Items> loads{{vms}};
    return types[least_purchase({loads, {}, 4}, bids_of(types, by_cost())).bid];
}

TEST_CASE("an estate bound by memory gets the most memory a core on offer, one bound by cores the least",
          "[validation]") {
    // A host of c cores and r GB a core costs chassis + c (90 + 12 r) and holds c r GB: per GB (chassis / c +
    // 90) / r + 12, which falls with r.  VMs of 1 vCPU and 16 GB ask for 64 GB a core at an overcommit of 4,
    // so memory binds up to 32 GB a core.  VMs of 4 vCPU and 1 GB ask for 1 GB a core: memory beyond 8 only
    // costs.
    const std::vector<HostType> types = offered(true, all_series);
    const HostType& of_memory = chosen_for({0, 3000, 1.0, 16.0, 100.0, 0}, types);
    CHECK_THAT(of_memory.ram_gb / of_memory.cores, WithinRel(32.0, 0.02));  // whole modules
    const HostType& of_cores = chosen_for({0, 3000, 4.0, 1.0, 100.0, 0}, types);
    CHECK_THAT(of_cores.ram_gb / of_cores.cores, WithinRel(8.0, 0.02));
}

TEST_CASE("hosts by need never cost more than those of 12 GB a core that were bought before",
          "[validation]") {
    const std::vector<HostType> wide = offered(true, all_series);
    const std::vector<HostType> fixed = offered(false, all_series);
    const std::vector<HostBid> wide_bids = bids_of(wide, by_cost());
    const std::vector<HostBid> fixed_bids = bids_of(fixed, by_cost());
    RandomStream random{3, "hosts-by-need"};
    double saved = 0.0;
    for (int round = 0; round < 300; ++round) {
        const std::vector<Items> loads{random_items(random)};
        const HostAsk ask{loads, {}, 4};
        const HostPurchase now = least_purchase(ask, wide_bids);
        const HostPurchase before = least_purchase(ask, fixed_bids);
        INFO("round " << round);
        CHECK(now.unplaceable <= before.unplaceable);
        if (now.unplaceable < before.unplaceable) continue;
        const double cost = now.count * wide_bids[now.bid].each;
        const double cost_before = before.count * fixed_bids[before.bid].each;
        CHECK(cost <= cost_before * (1.0 + 1e-9));
        saved += cost_before - cost;
    }
    CHECK(saved > 0.0);
}

TEST_CASE("a processor with fewer cores is as fast a core and idles as before, as measured", "[validation]") {
    // SPECpower_ssj2008, two sockets of 2019: with 36 cores (Xeon Gold 5220) 3,872,265 ssj_ops, 61.5 W idle
    // and 318 W at full load; with 56 (Platinum 8276L, 8280) 4,657,126 and 5,811,114, 58.2 and 49.8 W, 332
    // and 432 W. The rule makes of the mean of the larger ones with 36 / 56 of the cores 3,364,791 ssj_ops
    // and 54 + 0.643 x 328 = 265 W: performance and dynamic power are a seventh to a fifth less than
    // measured, idle 12 % less.
    const double share = 36.0 / 56.0;
    const double performance = share * (4'657'126.0 + 5'811'114.0) / 2.0;
    const double idle_w = (58.2 + 49.8) / 2.0;
    const double dynamic_w = share * ((332.0 + 432.0) / 2.0 - idle_w);
    CHECK_THAT(performance, WithinRel(3'872'265.0, 0.15));
    CHECK_THAT(dynamic_w, WithinRel(318.0 - 61.5, 0.20));
    CHECK_THAT(performance / dynamic_w, WithinRel(3'872'265.0 / (318.0 - 61.5), 0.06));
    CHECK_THAT(idle_w, WithinRel(61.5, 0.13));
}

}  // namespace
}  // namespace verbund::compute
