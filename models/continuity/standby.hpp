#pragma once

#include <vector>

#include "models/base/units.hpp"

/// What a backup site must hold for what runs at the primary.
namespace verbund::continuity {

/// cold: hardware stands by switched off; warm: data are replicated and a core of the hosts runs, the rest is
/// started when needed; hot: every host runs and can take over at once.
enum class StandbyMode { none, cold, warm, hot };
/// How data reaches a backup site.
enum class ReplicationMode { none, asynchronous, synchronous };

/// Shares of the primary's capacity that the backup site holds.
struct StandbyShares {
    double hosts_installed = 0.0;  ///< of the protected load's hosts
    double hosts_running = 0.0;    ///< switched on (idle) all year
    double storage = 0.0;          ///< copies kept
};
/// All modes but `none` hold the whole protected load; running hosts: cold none, warm the share
/// `warm_running` (0 to 1; directory, replication and management), hot all.
[[nodiscard]] StandbyShares standby_shares(StandbyMode mode, double warm_running);

/// own: every primary has its standby capacity to itself; shared: one pool for all, taken by whoever fails.
enum class StandbySizing { own, shared };

/// Standby capacity that a backup site holds for several primaries, per resource (hosts, cores, memory, ...).
///
/// own:     C_r = sum_p n_pr   carries all primaries lost at once;
/// shared:  C_r = max_p n_pr   carries any one of them, in every resource: the largest needs of two resources
///                             may be those of different primaries.
/// `losses`[p][r] is what the loss of primary p needs of resource r, above or equal zero, the same resources
/// in the same order for every primary; empty without primaries.  Copies of data are not shared: they are
/// always the sum.  Sharing rests on two primaries not being lost at the same time, so they should not share
/// a region, a duct or an operator.
[[nodiscard]] std::vector<double> standby_capacity(StandbySizing sizing,
                                                   const std::vector<std::vector<double>>& losses);

/// Replication by round trip: synchronous up to 2 ms, with a warning up to 5 ms, asynchronous beyond; both
/// limits included.  Practice of storage mirroring (1-2 ms) and the limit of stretched vSAN clusters (5 ms),
/// M-h.
inline constexpr Duration synchronous_limit = 2.0 * milliseconds;
inline constexpr Duration synchronous_warned_limit = 5.0 * milliseconds;
/// Whether two sites are near enough to replicate synchronously.
enum class ReplicationVerdict { synchronous, synchronous_warned, asynchronous_only };
[[nodiscard]] ReplicationVerdict replication_verdict(Duration round_trip);

/// Rate of asynchronous replication while it runs: max(mean change rate, daily change / window), mean over
/// 24 h.  `window` is the time per day in which the change is sent (above zero); one longer than a day does
/// not help.  No reserve: whoever plans a link multiplies by its sizing factor, once.
[[nodiscard]] DataRate replication_rate(Data daily_change, Duration window);

}  // namespace verbund::continuity
