#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world_year.hpp"

/// Replication over winter workdays and the backups of their nights.
namespace verbund::events {

/// What a night found.
struct NightOutcome {
    std::vector<outcome::NightBackup> backups;
    std::vector<outcome::ReplicationLag> lags;
};

/// Plays replication and nightly backups from day to day in one world, until every lag is that of the day
/// before or grows on and on (six days at most): both share the WAN with each other and with the users'
/// traffic of the hour.  Told are the last day and its night.
///
/// Replication: see `Replicator`; the lag of each protected class is looked at every minute of the day.  A
/// lag that grows has no value that lasts: it is infinite and misses its target, with its growth per day.  A
/// pair whose rule is synchronous but whose round trip forbids it is played asynchronously and misses every
/// target.  Backup: see `SiteBackup`; all sites in operation begin when the window does, on this evening or,
/// if the window begins before noon, on the next morning.  A center whose outside copy lies at another
/// (`deploy::outside_copy`) sends it there; over other ways no link of the study leads.  What is not complete
/// 24 h later never is (infinity).  Rows: every center in operation that stores something, and those home
/// rooms whose backup does not hold; lags for every pair and class that changes.
///
/// Constructs the one engine of its process.
[[nodiscard]] NightOutcome simulate_night(const deploy::WorldYear& input);

}  // namespace verbund::events
