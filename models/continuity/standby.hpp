#pragma once

#include "models/base/units.hpp"

/// What a backup site must hold for what runs at the primary.
namespace verbund::continuity {

/// cold: hardware stands by switched off; warm: data are replicated and a core of the hosts runs, the rest is
/// started when needed; hot: every host runs and can take over at once.
enum class StandbyMode { none, cold, warm, hot };
enum class ReplicationMode { none, asynchronous, synchronous };

/// Shares of the primary's capacity that the backup site holds.
struct StandbyShares {
    double hosts_installed = 0.0;  ///< of the protected load's hosts
    double hosts_running = 0.0;    ///< switched on (idle) all year
    double storage = 0.0;          ///< copies kept
};
/// All modes but `none` hold the whole protected load; running hosts: cold none, warm a quarter (directory,
/// replication and management; assumption A), hot all.
[[nodiscard]] StandbyShares standby_shares(StandbyMode mode);

/// Replication by round trip: synchronous up to 2 ms, with a warning up to 5 ms, asynchronous beyond; both
/// limits included.  Practice of storage mirroring (1-2 ms) and the limit of stretched vSAN clusters (5 ms),
/// M-h.
enum class ReplicationVerdict { synchronous, synchronous_warned, asynchronous_only };
[[nodiscard]] ReplicationVerdict replication_verdict(Duration round_trip);

/// Link for asynchronous replication: 1.3 max(mean change rate, daily change / window), mean over 24 h.
/// `window` is the time per day in which the change is sent (above zero); one longer than a day does not
/// help.
[[nodiscard]] DataRate replication_link(Data daily_change, Duration window);

}  // namespace verbund::continuity
