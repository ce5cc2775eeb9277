#pragma once

#include <vector>

#include "sim/events/drill/results.hpp"
#include "sim/events/drill/timeline.hpp"

/// Offices whose own network stands still.
namespace verbund::events {

/// Adds what people lose because their network core (class "network-core": addresses, names, firewall on
/// site) stands still as a whole: they reach none of their servers, wherever these run, until its first
/// server works again.  What failed itself works for them then at the earliest; the rest is cut off.  Notes
/// it in the timeline, which begins at `failed_s`.
void cut_off_offices(const deploy::WorldYear& input, double failed_s, std::vector<Fate>& fates,
                     Timeline& timeline);

}  // namespace verbund::events
