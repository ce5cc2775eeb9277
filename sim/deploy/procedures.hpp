#pragma once

#include <vector>

#include "sim/deploy/allocation.hpp"
#include "sim/deploy/deployment.hpp"

/// Procedures at their sites: which servers merge when clients share a center, and which are critical.
namespace verbund::deploy {

/// What the servers of procedures are counted from.
struct ProcedureInput {
    const study::ProcedurePlan* plan = nullptr;
    const std::vector<Site>* sites = nullptr;
    const std::vector<catalog::WorkloadClass>* workloads = nullptr;
    const std::vector<std::size_t>* order = nullptr;  ///< administrations by content
};

/// Counts the servers of every procedure at every center and in all own rooms together, and takes what merges
/// off the placements, whose shares of data, people and traffic stay.
///
/// Merging (`estate::merged_away`) concerns VMs that a move brought to a center; what a provider ran before,
/// or what stays at home, is as it is.  The center runs a procedure already where the list says so of it or
/// of the provider whose load is in it; of the survey, at a provider's center, the plan's `provider_runs`;
/// and as far as what stands there without a move has a fixed part of its own.  Whole servers: all that
/// merges at a center together, over its classes, over the clients' servers and over the procedures, each by
/// largest remainder.  Without a plan nothing happens.
///
/// `estates`, `placements`: by administration.
[[nodiscard]] std::vector<ProcedureServers> merge_procedures(const ProcedureInput& in,
                                                             const std::vector<estate::Estate>& estates,
                                                             std::vector<std::vector<Placement>>& placements);

/// Part of a class's servers at a site that belongs to procedures which must run in a crisis, servers in no
/// procedure by the criticality of their class; nothing where the site has none of the class.
struct CriticalServers {
    int servers = 0;
    int of = 0;
};
[[nodiscard]] CriticalServers critical_servers(const std::vector<ProcedureServers>& procedures,
                                               std::size_t site, std::size_t workload);

}  // namespace verbund::deploy
