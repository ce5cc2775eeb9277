#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <vector>

#include "models/compute/host.hpp"
#include "models/compute/packing.hpp"

/// Hosts that share a load, and what they come to: how many, cores, memory, performance.
namespace verbund::deploy {

/// Load that follows a profile in the calendar of a state:  base + swing * share(profile, day, hour).
struct LoadTerm {
    std::uint8_t state = 1;
    std::uint8_t profile = 0;
    double base = 0.0;
    double swing = 0.0;

    friend bool operator==(const LoadTerm&, const LoadTerm&) = default;
};

/// Hosts of one type; the type is an index into `VariantDeployment::host_types`.
struct HostSet {
    std::uint32_t type = 0;
    int count = 0;
};

/// What runs on the hosts of a pool.
enum class PoolKind : std::uint8_t { cluster, physical, standby };

/// What the number of a pool's hosts comes from: cores (with overcommit), memory, performance (CPU target),
/// GPUs, or the hosts to spare where a single one would hold all.
enum class HostBound : std::uint8_t { none, cores, memory, performance, gpu, reserve };

/// Hosts that share a load evenly by performance.
struct Pool {
    PoolKind kind = PoolKind::cluster;
    std::vector<HostSet> hosts;              ///< oldest first
    std::vector<LoadTerm> load_ops;          ///< ssj_ops
    double running_share = 1.0;              ///< of the hosts switched on; the others draw nothing
    std::vector<std::uint32_t> primaries{};  ///< standby: sites whose load it takes, one of them at a time
    HostBound bound_by = HostBound::none;    ///< of all that was asked for; physical servers: none
    bool gpu = false;                        ///< hosts with GPUs, for VMs that need them
};

/// A choice of kinds of pool.
class PoolKinds {
public:
    constexpr PoolKinds(PoolKind kind) : bits_{bit(kind)} {}
    constexpr PoolKinds(std::initializer_list<PoolKind> kinds) {
        for (const PoolKind kind : kinds) bits_ |= bit(kind);
    }
    [[nodiscard]] constexpr bool has(PoolKind kind) const { return (bits_ & bit(kind)) != 0; }

private:
    static constexpr unsigned bit(PoolKind kind) { return 1U << static_cast<unsigned>(kind); }
    unsigned bits_ = 0;
};

inline constexpr PoolKinds all_pools{PoolKind::cluster, PoolKind::physical, PoolKind::standby};
/// Pools whose hosts run VMs.
inline constexpr PoolKinds virtualised{PoolKind::cluster, PoolKind::standby};
/// Pools that carry the site's own load; standby hosts wait for that of others.
inline constexpr PoolKinds own_load{PoolKind::cluster, PoolKind::physical};

using HostTypes = std::vector<compute::HostType>;

/// Hosts of all pools of these kinds, pool after pool.
[[nodiscard]] std::vector<HostSet> hosts_of(const std::vector<Pool>& pools, PoolKinds kinds);

/// The first pool of a kind, without GPUs; null if there is none.
[[nodiscard]] const Pool* find_pool(const std::vector<Pool>& pools, PoolKind kind);
[[nodiscard]] Pool* find_pool(std::vector<Pool>& pools, PoolKind kind);

/// The cluster of hosts with GPUs; null if there is none.
[[nodiscard]] Pool* find_gpu_cluster(std::vector<Pool>& pools);

[[nodiscard]] int host_count(const std::vector<HostSet>& hosts);

/// Sum over all hosts of `each(type)`, a member of `compute::HostType` or a function of it.
template <class Each>
[[nodiscard]] double sum_over_hosts(const std::vector<HostSet>& hosts, const HostTypes& types,
                                    const Each& each) {
    double sum = 0.0;
    for (const HostSet& set : hosts) sum += set.count * std::invoke(each, types[set.type]);
    return sum;
}

/// Cores of hosts as one group, with their speed in cores of `reference_core_ops`: performance / cores.
/// Without cores the speed is 1.
struct CoreGroup {
    double cores = 0.0;
    double speed = 1.0;
};
[[nodiscard]] CoreGroup cores_of(const std::vector<HostSet>& hosts, const HostTypes& types,
                                 double reference_core_ops);

/// What `compute::pack` places VMs on.
[[nodiscard]] std::vector<compute::HostCount> packing_hosts(const std::vector<HostSet>& hosts,
                                                            const HostTypes& types);

/// The newest `count` of hosts that are ordered oldest first; all of them if there are fewer.
[[nodiscard]] std::vector<HostSet> newest(const std::vector<HostSet>& hosts, int count);

/// Hosts of a pool that are switched on, to the nearest whole one.
[[nodiscard]] int running_hosts(const Pool& pool);
/// Hosts of all pools that are switched on, as the year's power counts them: a share of each.
[[nodiscard]] double mean_running_hosts(const std::vector<Pool>& pools);
/// Performance of a pool's hosts that are switched on, ssj_ops.
[[nodiscard]] double running_performance_ops(const Pool& pool, const HostTypes& types);
/// Memory of a pool's hosts that are switched on, whole ones, GB; they are taken for an even mix of its
/// types.
[[nodiscard]] double running_ram_gb(const Pool& pool, const HostTypes& types);

}  // namespace verbund::deploy
