#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include "models/base/random.hpp"
#include "models/compute/packing.hpp"
#include "tests/support/catch.hpp"

/// Grouped packing against single-stepping, exhaustive search and lower bounds on random instances.
namespace verbund::compute {
namespace {

using Vector = std::array<double, 3>;

struct Instance {
    std::vector<PackItem> items;
    std::vector<HostCount> hosts;
    PackRules rules;
};

int between(RandomStream& random, int low, int high) {
    const std::uint64_t count = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
    return low + static_cast<int>(random.below(count));
}

HostType random_host(RandomStream& random) {
    HostType host;
    host.cores = between(random, 4, 32);
    host.ram_gb = between(random, 32, 256);
    host.performance_ops = between(random, 1000, 4000);
    return host;
}

Instance random_instance(RandomStream& random) {
    Instance instance;
    instance.rules.reserve_hosts = between(random, 0, 2);
    instance.rules.overcommit = between(random, 1, 4);
    instance.rules.cpu_target_failed = between(random, 0, 1) == 0 ? 0.85 : 0.60;
    for (int i = between(random, 1, 6); i > 0; --i) {
        PackItem item;
        item.count = between(random, 0, 12);
        item.vcpu = between(random, 1, 16);
        item.ram_gb = between(random, 1, 64);
        item.peak_ops = between(random, 0, 600);
        item.priority = between(random, 0, 1);
        instance.items.push_back(item);
    }
    for (int i = between(random, 1, 3); i > 0; --i)
        instance.hosts.push_back({random_host(random), between(random, 0, 4)});
    return instance;
}

Vector demand_of(const PackItem& item) { return {item.vcpu, item.ram_gb, item.peak_ops}; }

Vector capacity_of(const HostType& host, const PackRules& rules) {
    return {host.cores * rules.overcommit, host.ram_gb, host.performance_ops * rules.cpu_target};
}

/// Hosts open for placement, one entry each, in input order: the reserve removed as the rule says it.
std::vector<HostType> open_hosts(const Instance& instance) {
    std::vector<HostType> hosts;
    for (const HostCount& entry : instance.hosts)
        hosts.insert(hosts.end(), static_cast<std::size_t>(entry.count), entry.type);
    for (int taken = 0; taken < instance.rules.reserve_hosts && !hosts.empty(); ++taken) {
        hosts.erase(std::max_element(
            hosts.begin(), hosts.end(),
            [](const HostType& a, const HostType& b) {
                return a.ram_gb != b.ram_gb ? a.ram_gb < b.ram_gb : a.cores < b.cores;
            }));
    }
    return hosts;
}

/// First-fit decreasing one VM at a time, with every constraint written out.
std::vector<int> single_stepped(const Instance& instance) {
    Vector yardstick{};
    for (const HostCount& entry : instance.hosts) {
        const Vector capacity = capacity_of(entry.type, instance.rules);
        for (std::size_t d = 0; d < 3; ++d) yardstick[d] = std::max(yardstick[d], capacity[d]);
    }
    const auto size = [&](const PackItem& item) {
        double largest = 0.0;
        for (std::size_t d = 0; d < 3; ++d) largest = std::max(largest, demand_of(item)[d] / yardstick[d]);
        return largest;
    };
    std::vector<std::size_t> order(instance.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const PackItem& x = instance.items[a];
        const PackItem& y = instance.items[b];
        return x.priority != y.priority ? x.priority < y.priority : size(x) > size(y);
    });
    const std::vector<HostType> hosts = open_hosts(instance);
    std::vector<Vector> used(hosts.size());
    double ops_left = 0.0;
    for (const HostType& host : hosts) ops_left += host.performance_ops * instance.rules.cpu_target_failed;
    std::vector<int> placed(instance.items.size(), 0);
    for (const std::size_t i : order) {
        const Vector demand = demand_of(instance.items[i]);
        for (int n = 0; n < instance.items[i].count; ++n) {
            for (std::size_t h = 0; h < hosts.size(); ++h) {
                const Vector capacity = capacity_of(hosts[h], instance.rules);
                bool fits = demand[2] <= ops_left + 1e-6;
                for (std::size_t d = 0; d < 3; ++d)
                    fits = fits && used[h][d] + demand[d] <= capacity[d] + 1e-6;
                if (fits) {
                    for (std::size_t d = 0; d < 3; ++d) used[h][d] += demand[d];
                    ops_left -= demand[2];
                    ++placed[i];
                    break;
                }
            }
        }
    }
    return placed;
}

TEST_CASE("counting VMs gives the same placement as single-stepping them, on 2,000 random clusters") {
    RandomStream random{1, "test/packing/single-step"};
    for (int round = 0; round < 2000; ++round) {
        const Instance instance = random_instance(random);
        const PackResult result = pack(instance.items, instance.hosts, instance.rules);
        CAPTURE(round);
        REQUIRE(result.placed == single_stepped(instance));
    }
}

TEST_CASE("placed and refused add up to what was asked, and totals stay within the open hosts") {
    RandomStream random{2, "test/packing/totals"};
    for (int round = 0; round < 2000; ++round) {
        const Instance instance = random_instance(random);
        const PackResult result = pack(instance.items, instance.hosts, instance.rules);
        Vector used{};
        bool any_refused = false;
        for (std::size_t i = 0; i < instance.items.size(); ++i) {
            REQUIRE(result.placed[i] + result.refused[i] == instance.items[i].count);
            REQUIRE(result.placed[i] >= 0);
            any_refused = any_refused || result.refused[i] > 0;
            for (std::size_t d = 0; d < 3; ++d) used[d] += result.placed[i] * demand_of(instance.items[i])[d];
        }
        REQUIRE(result.binding.empty() != any_refused);
        Vector capacity{};
        double failed_ops = 0.0;
        for (const HostType& host : open_hosts(instance)) {
            for (std::size_t d = 0; d < 3; ++d) capacity[d] += capacity_of(host, instance.rules)[d];
            failed_ops += host.performance_ops * instance.rules.cpu_target_failed;
        }
        for (std::size_t d = 0; d < 3; ++d) REQUIRE(used[d] <= capacity[d] + 1e-6);
        REQUIRE(used[2] <= failed_ops + 1e-6);
    }
}

bool all_placed(const std::vector<PackItem>& items, std::vector<HostCount> hosts, const HostType& type,
                int additional, const PackRules& rules) {
    hosts.push_back({type, additional});
    const PackResult result = pack(items, hosts, rules);
    return std::all_of(result.refused.begin(), result.refused.end(),
                       [](int refused) { return refused == 0; });
}

TEST_CASE("the hosts needed suffice, one fewer does not, and no count is below total demand over one host") {
    RandomStream random{3, "test/packing/needed"};
    for (int round = 0; round < 1000; ++round) {
        Instance instance = random_instance(random);
        HostType type = random_host(random);
        type.cores = 64;  // large enough for every VM
        type.ram_gb = 256;
        type.performance_ops = 8000;
        const PackNeed need = hosts_needed(instance.items, instance.hosts, type, instance.rules);
        CAPTURE(round, need.additional);
        REQUIRE(need.unplaceable == 0);
        REQUIRE(all_placed(instance.items, instance.hosts, type, need.additional, instance.rules));
        if (need.additional > 0) {
            REQUIRE_FALSE(
                all_placed(instance.items, instance.hosts, type, need.additional - 1, instance.rules));
        }
        const PackNeed fresh = hosts_needed(instance.items, {}, type, instance.rules);
        const Vector one = capacity_of(type, instance.rules);
        for (std::size_t d = 0; d < 3; ++d) {
            double demand = 0.0;
            for (const PackItem& item : instance.items) demand += item.count * demand_of(item)[d];
            const double bound =
                demand > 0.0 ? std::ceil(demand / one[d]) + instance.rules.reserve_hosts : 0.0;
            REQUIRE(fresh.additional >= bound);
        }
    }
}

/// Fewest bins of `size` for `sizes` by branch and bound: each thing into every bin that takes it, or a new
/// one.
int optimum(const std::vector<int>& sizes, int size) {
    std::size_t best = sizes.size();
    std::vector<int> bins(sizes.size(), 0);
    const std::function<void(std::size_t, std::size_t)> put = [&](std::size_t i, std::size_t used) {
        if (used >= best) return;
        if (i == sizes.size()) {
            best = used;
            return;
        }
        for (std::size_t b = 0; b <= used; ++b) {
            if (bins[b] + sizes[i] > size) continue;
            bins[b] += sizes[i];
            put(i + 1, std::max(used, b + 1));
            bins[b] -= sizes[i];
        }
    };
    put(0, 0);
    return static_cast<int>(best);
}

TEST_CASE("in one dimension the count is between the optimum and 11/9 of it + 6/9") {
    RandomStream random{4, "test/packing/optimum"};
    HostType type;
    type.cores = 1000;
    type.ram_gb = 30;
    type.performance_ops = 1.0;
    PackRules rules;
    rules.reserve_hosts = 0;
    int beyond_optimum = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<PackItem> items;
        std::vector<int> sizes;
        for (int i = between(random, 1, 9); i > 0; --i) {
            PackItem item;
            item.count = 1;
            item.ram_gb = between(random, 3, 24);
            sizes.push_back(static_cast<int>(item.ram_gb));
            items.push_back(item);
        }
        const int best = optimum(sizes, 30);
        const int found = hosts_needed(items, {}, type, rules).additional;
        REQUIRE(found >= best);
        REQUIRE(9 * found <= 11 * best + 6);
        beyond_optimum += found > best ? 1 : 0;
    }
    CHECK(beyond_optimum < 15);  // FFD misses the optimum rarely at this size
}

}  // namespace
}  // namespace verbund::compute
