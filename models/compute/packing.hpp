#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "models/compute/host.hpp"

/// Vector packing of VMs on hosts: cores (with overcommit), RAM (1:1), peak performance and GPUs (1:1).
namespace verbund::compute {

/// Identical VMs to be placed.
struct PackItem {
    std::size_t tag = 0;  ///< the caller's name for this group
    int count = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double peak_ops = 0.0;  ///< ssj_ops at the cluster's busiest hour
    int priority = 0;       ///< lower is placed first when hosts are short
    double gpus = 0.0;      ///< or a share of one; such VMs are packed on hosts of their own
};

/// A host takes VMs up to cores x overcommit, RAM, and performance x `cpu_target`; the cluster as a whole up
/// to the performance of its non-reserve hosts x `cpu_target_failed` (this binds only when it is the smaller
/// of the two).
struct PackRules {
    double overcommit = 4.0;          ///< vCPU per core
    double cpu_target = 0.70;         ///< share of a host's performance used at the peak
    double cpu_target_failed = 0.85;  ///< share of the cluster's performance used, reserve hosts lost
    int reserve_hosts = 1;            ///< N+1: this many of the largest hosts (RAM, then cores) are kept free
};

/// Hosts of one type.
struct HostCount {
    HostType type;
    int count = 0;
};

/// What given hosts hold of a list of VMs.
struct PackResult {
    std::vector<int> placed;   ///< per item, in input order
    std::vector<int> refused;  ///< per item; placed + refused = count
    /// What ran short for the first VM refused: "cpu-cores", "ram", "cpu-performance" or "gpu", the fullest
    /// of them over the cluster with that VM added; "hosts" if there is no host at all; empty if none was
    /// refused.
    std::string binding;
};

/// First-fit decreasing by the largest share of the largest host, priority classes first, ties in input
/// order; hosts are filled in input order.  Deterministic.  The reserve hosts (largest first) stay empty; VMs
/// are counted, not single-stepped, so that cost grows with distinct shapes and host types.  Neglects
/// storage, affinity and live rebalancing.  In one dimension FFD needs at most 11/9 of the optimum + 6/9
/// hosts (Dosa, The tight bound of first fit decreasing bin-packing, 2007).  Checked by
/// tests/validation/packing_bounds.cpp.
[[nodiscard]] PackResult pack(const std::vector<PackItem>& items, const std::vector<HostCount>& hosts,
                              const PackRules& rules);

/// Hosts of one type that must stand beside those that do.
struct PackNeed {
    int additional = 0;
    /// VMs larger than an empty `type` host for which the existing hosts have no room either.
    int unplaceable = 0;
    std::string
        binding;  ///< the cluster's fullest resource at that count (see `PackResult`); empty without VMs
    double fullest = 0.0;     ///< its use, reserve set aside: 1 = full
    std::vector<int> placed;  ///< per item, in input order, with the hosts added
};
/// Smallest number of `type` hosts to add to `existing` so that all VMs fit that `type` can hold, reserve
/// included. No VMs need no hosts, and no reserve.

[[nodiscard]] PackNeed hosts_needed(const std::vector<PackItem>& items,
                                    const std::vector<HostCount>& existing, const HostType& type,
                                    const PackRules& rules);

/// Racks of one kind: each takes as many devices as its height units and its power allow.
struct RackKind {
    static constexpr int unlimited = std::numeric_limits<int>::max();
    Power power;  ///< that one rack may draw
    int count = unlimited;
    bool is_limit = true;  ///< false: `power` is what racks are planned for, and refuses nothing
};
/// Devices to be put into racks.
struct RackLoad {
    int height_units = 0;  ///< of one device
    Power power;           ///< of one device at its peak
    int count = 0;
};
/// Racks that devices take, by space and by power.
struct RackNeed {
    int racks = 0;
    int by_space = 0;    ///< if height units alone counted; fewer than `racks` where power is what fills them
    int overloaded = 0;  ///< devices of more power than any rack may draw; each has a rack to itself
    Power power;         ///< that the racks taken may draw together
};
/// Racks for hosts and other gear, first-fit decreasing by the larger share of the strongest rack, into the
/// kinds in the order given; what finds no place is counted in further racks of the strongest kind.  Where
/// the power of a kind is no limit, racks of a stated number are filled by height alone, and a device of more
/// than the power planned has one to itself.  Throws `std::invalid_argument` if one device is higher than a
/// whole empty rack.
[[nodiscard]] RackNeed racks_needed(const std::vector<RackLoad>& devices, int usable_height_units,
                                    const std::vector<RackKind>& kinds);

}  // namespace verbund::compute
