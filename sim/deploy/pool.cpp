#include "sim/deploy/pool.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::deploy {
namespace {

template <class Pools>
auto first_of(Pools& pools, PoolKind kind, bool gpu = false) {
    const auto found = std::find_if(pools.begin(), pools.end(),
                                    [&](const Pool& pool) { return pool.kind == kind && pool.gpu == gpu; });
    return found == pools.end() ? nullptr : &*found;
}

}  // namespace

std::vector<HostSet> hosts_of(const std::vector<Pool>& pools, PoolKinds kinds) {
    std::vector<HostSet> hosts;
    for (const Pool& pool : pools)
        if (kinds.has(pool.kind)) hosts.insert(hosts.end(), pool.hosts.begin(), pool.hosts.end());
    return hosts;
}

const Pool* find_pool(const std::vector<Pool>& pools, PoolKind kind) { return first_of(pools, kind); }
Pool* find_pool(std::vector<Pool>& pools, PoolKind kind) { return first_of(pools, kind); }

Pool* find_gpu_cluster(std::vector<Pool>& pools) { return first_of(pools, PoolKind::cluster, true); }

int host_count(const std::vector<HostSet>& hosts) {
    int total = 0;
    for (const HostSet& set : hosts) total += set.count;
    return total;
}

CoreGroup cores_of(const std::vector<HostSet>& hosts, const HostTypes& types, double reference_core_ops) {
    const double cores = sum_over_hosts(hosts, types, &compute::HostType::cores);
    if (cores <= 0.0) return {};
    const double ops = sum_over_hosts(hosts, types, &compute::HostType::performance_ops);
    return {cores, ops / cores / reference_core_ops};
}

std::vector<compute::HostCount> packing_hosts(const std::vector<HostSet>& hosts, const HostTypes& types) {
    std::vector<compute::HostCount> counts;
    counts.reserve(hosts.size());
    for (const HostSet& set : hosts) counts.push_back({types[set.type], set.count});
    return counts;
}

std::vector<HostSet> newest(const std::vector<HostSet>& hosts, int count) {
    std::vector<HostSet> kept;
    for (auto set = hosts.rbegin(); set != hosts.rend() && count > 0; ++set) {
        const int part = std::min(count, set->count);
        kept.insert(kept.begin(), {set->type, part});
        count -= part;
    }
    return kept;
}

int running_hosts(const Pool& pool) {
    return static_cast<int>(std::lround(pool.running_share * host_count(pool.hosts)));
}

double mean_running_hosts(const std::vector<Pool>& pools) {
    double running = 0.0;
    for (const Pool& pool : pools)
        for (const HostSet& set : pool.hosts) running += set.count * pool.running_share;
    return running;
}

double running_performance_ops(const Pool& pool, const HostTypes& types) {
    double ops = 0.0;
    for (const HostSet& set : pool.hosts)
        ops += set.count * pool.running_share * types[set.type].performance_ops;
    return ops;
}

double running_ram_gb(const Pool& pool, const HostTypes& types) {
    const int hosts = host_count(pool.hosts);
    if (hosts == 0) return 0.0;
    return sum_over_hosts(pool.hosts, types, &compute::HostType::ram_gb) * running_hosts(pool) / hosts;
}

}  // namespace verbund::deploy
