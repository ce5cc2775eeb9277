#pragma once

#include <map>
#include <vector>

#include "sim/availability/figures.hpp"
#include "sim/availability/service_table.hpp"

/// Services at their sites, with failover to backup sites.
namespace verbund::availability {

/// A node per platform that works while its services run somewhere.
///
/// * Its site works, or the backup site has taken over: where a rule of the study protects the platform, both
///   centers stand and hosts stand by.  The takeover fails with the probability of the study, and for the
///   share of the protected load that found no standby hosts.  It takes `continuity::takeover_time` with the
///   mean decision time of the week.
///   When the site works again, services go back without an interruption.
/// * Software and human errors hit the platform wherever it runs.
/// * Ransomware hits all sites of an operator at once: partners, own rooms that back each other up, and else
/// a
///   site by itself.  Replicas are encrypted too, so failover does not help; an offline copy shortens it.
[[nodiscard]] std::map<Platform, NodeId> add_platforms(System& system, const deploy::WorldYear& input,
                                                       const Figures& figures,
                                                       const std::vector<Platform>& platforms);

}  // namespace verbund::availability
