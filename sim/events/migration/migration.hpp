#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world_year.hpp"
#include "sim/events/migration/moved_data.hpp"

/// Copying the estates that move on one day over the WAN, night by night.
namespace verbund::events {

/// What the waves of a day took.
struct MigrationOutcome {
    std::vector<outcome::MigrationWave> waves;  ///< one per move
    std::vector<outcome::Cutover> cutovers;     ///< one per move and administration
};

/// Plays the waves that move on `day`, from that day on; rows of other days in `moved` are passed over.
///
/// Nights: in the window the copies of each target center run in the order of `moved`, at most `parallel` at
/// a time, each at most at `link_share` of the narrowest link of its shortest path, and share links with each
/// other and with the users' load of the hour (winter workday).  How a copy goes on: see `EstateCopy`.  What
/// has not finished after 365 nights never does: `finished` stays empty, `finished_night` and `downtime_h`
/// not applicable.  An administration with data at several sites is through when its last copy is.
///
/// With `first_copy: disks` each first copy travels as `ship` says, and the copy over the network begins,
/// with what has changed since, in the first window after its disks are read.
///
/// What others see: transactions of kind `events.migration.probe` of administrations that already work at the
/// target centers - movers, where nobody else does - at random times of the first four nights with copies,
/// and the same transactions at the same hours after the last cut-over.
///
/// Takes the deployment with which the year ends: whoever still waits is already counted in the load at the
/// new place.  Constructs the one engine of its process.
[[nodiscard]] MigrationOutcome simulate_wave(const deploy::WorldYear& input,
                                             const std::vector<MovedData>& moved, Date day);

}  // namespace verbund::events
