#pragma once

#include <vector>

#include "models/compute/packing.hpp"

/// Hosts with GPUs, for VMs that need one or a share of one.
namespace verbund::compute {

/// What the use of a GPU counts for in sums of work, cores of `reference_host`: a yardstick, so that the use
/// of a pool of such hosts is that of their GPUs.
inline constexpr double reference_cores_per_gpu = 16.0;

/// Work of a server at full use in reference cores: of its GPUs if it has any, else of its vCPUs.
[[nodiscard]] constexpr double cores_in_use(double vcpu, double gpus) {
    return gpus > 0.0 ? gpus * reference_cores_per_gpu : vcpu;
}

/// Hosts with GPUs (series "gpu") that can be bought in `year`, the largest first: by GPUs, then as
/// `host_configurations`.
///
/// Every configuration of a two-socket host with G = 1, 2, 4 ... GPUs, and with the most that one takes:
///   price = price of the host + G p;  P(u) = P_host(u) + G (w_idle + u (w_full - w_idle)),  u = use of the
///   GPUs; performance = G x `reference_cores_per_gpu` reference cores.
/// The real-host factor holds for the host alone; w is that of the board.  Neglects that CPUs of such hosts
/// are less busy than their GPUs, and that GPUs change with the year of purchase. Source: figures
/// `power.gpu.*`, `cost.gpu`, `gpus.host`.  Throws as `host_type`.
[[nodiscard]] std::vector<HostType> gpu_configurations(const catalog::Catalog& catalog, int year,
                                                       const HostRules& rules);

/// How such hosts are filled: a GPU is used up to all of it by whom it was given to, and none is in reserve.
[[nodiscard]] PackRules gpu_rules(PackRules rules);

}  // namespace verbund::compute
