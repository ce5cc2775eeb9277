#pragma once

#include <vector>

#include "results/outcome/events.hpp"
#include "sim/events/input.hpp"

/// Replication over a winter workday and the backup of the night that follows.
namespace verbund::events {

struct NightOutcome {
    std::vector<outcome::NightBackup> backups;
    std::vector<outcome::ReplicationLag> lags;
};

/// Plays 24 h of replication from midnight and goes on with it while the backups run, in one world: both
/// share the WAN with each other and with the users' traffic of the hour.
///
/// Replication: see `Replicator`; the lag of each protected class is looked at every minute of the day.  A
/// pair whose rule is synchronous but whose round trip forbids it is played asynchronously and misses every
/// target.  Backup: see `SiteBackup`; all sites in operation begin when the window does, on this evening or,
/// if the window begins before noon, on the next morning.  A center with a backup pair sends a copy there;
/// home rooms send none, since no study states where to.  What is not complete 24 h later never is
/// (infinity).  Rows: every center in operation that stores something, and those home rooms whose backup does
/// not hold; lags for every pair and class that changes.
///
/// Constructs the one engine of its process.
[[nodiscard]] NightOutcome simulate_night(const EventInput& input);

}  // namespace verbund::events
