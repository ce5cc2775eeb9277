#pragma once

#include <compare>
#include <cstddef>
#include <vector>

#include "models/continuity/standby.hpp"
#include "sim/deploy/demand.hpp"

/// Standby hosts that a backup site holds together, for one primary or shared among several.
namespace verbund::deploy {

/// Protected servers of one criticality and the copies of their data.
struct ProtectedClass {
    catalog::Criticality criticality = catalog::Criticality::normal;
    int servers = 0;
    double storage_gb = 0.0;

    friend bool operator==(const ProtectedClass&, const ProtectedClass&) = default;
};

/// What a backup site holds for one primary.
struct StandbyAsk {
    std::size_t primary = 0;
    continuity::StandbyMode mode = continuity::StandbyMode::none;
    continuity::StandbySizing sizing = continuity::StandbySizing::own;
    std::vector<ProtectedClass> classes;  ///< most critical first
    std::vector<Shape> shapes;            ///< protected VMs and physical servers that need standby hosts
    double hosts_installed_share = 1.0;
    double hosts_running_share = 0.0;
    double storage_gb = 0.0;
    double replication_gbit_s = 0.0;       ///< while the day's changes are sent, link to plan
    double replication_mean_gbit_s = 0.0;  ///< the same changes over 24 h
    int since = 0;                         ///< first year in which the rule is in force

    friend bool operator==(const StandbyAsk&, const StandbyAsk&) = default;
};

/// Whose pool it is: a primary's own, or that of all rules that share and have the same standby mode.
struct StandbyPoolKey {
    continuity::StandbySizing sizing = continuity::StandbySizing::own;
    std::size_t of = 0;  ///< own: the primary; shared: the standby mode
    bool gpu = false;    ///< hosts with GPUs, for VMs that need them

    friend auto operator<=>(const StandbyPoolKey&, const StandbyPoolKey&) = default;
};

/// Standby hosts of a backup site and whom they stand in for.
struct StandbyPool {
    StandbyPoolKey key;
    std::vector<std::size_t> asks;  ///< indices of the asks it serves, one of them at a time
};

/// Pools for what is asked of a site, in the order of their first ask.  Rules that share but differ in their
/// standby mode do not lend each other hosts: a switched-off one does not serve a hot standby.  Servers that
/// need GPUs have pools of their own.
[[nodiscard]] std::vector<StandbyPool> standby_pools(const std::vector<StandbyAsk>& asks);

/// Items to pack when that primary is lost, those for hosts with GPUs among them (`only`); a protected
/// physical server is held as a VM.
[[nodiscard]] std::vector<compute::PackItem> standby_items(
    const StandbyAsk& ask, const std::vector<catalog::WorkloadClass>& workloads, double reference_core_ops);

}  // namespace verbund::deploy
