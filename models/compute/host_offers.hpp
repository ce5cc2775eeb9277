#pragma once

#include <string>
#include <vector>

#include "models/compute/host.hpp"

/// Virtualisation hosts as they are offered: sockets, cores and memory apart.
namespace verbund::compute {

/// Configurations of `series` that can be bought in `year`, the largest first: by cores, then by memory.
///
/// Without `HostRules::by_need` the one of `host_type`.  Else every combination of
///   cores: those of the measured machine; of one- and two-socket servers processors with half and with a
///     quarter of them as well;
///   memory: least, least x 1.5, x 2, x 3, x 4 ... up to the most per core, in whole modules
///     (`memory_bought_gb`); of entry servers at most what the platform takes (`most_memory_gb`), which of
///     the others is 64 GB a core (S: 4 TB of 64 cores, AMD EPYC 7002 and 7003; 6 TB of 96, EPYC 9004).
/// Of f times the cores, f = cores / cores of the measured machine (evidence C, one pair of 2019: with 36 of
/// 56 cores, f = 0.64, 0.74 of the performance, 0.78 of the dynamic power, idle 61 W against 50 and 58 W):
///   performance = f performance_0,  P(u) = P_0(0) (1 - s (1 - f)) + f (P_0(u) - P_0(0)),  s =
///   idle_with_cores.
/// Neglects that processors with fewer cores clock higher.  Throws as `host_type`.
/// Checked by tests/validation/hosts_by_need.cpp.
[[nodiscard]] std::vector<HostType> host_configurations(const catalog::Catalog& catalog,
                                                        const std::string& series, int year,
                                                        const HostRules& rules);

/// Most memory that a server of the series takes, GB: figures `memory.<series>` for 2022, entry servers
/// growing with `growth.memory.entry`.  Throws `RunFailed` if a figure is no quantity.
[[nodiscard]] double most_memory_gb(const catalog::Catalog& catalog, const std::string& series, int year);

/// GB per core on offer in `year`, ascending: from the least in steps of a half and a third in turn, the most
/// last.
[[nodiscard]] std::vector<double> memory_steps_gb(const MemoryRange& range, int year);

}  // namespace verbund::compute
