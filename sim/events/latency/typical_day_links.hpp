#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/events/world/background.hpp"

/// Where a day's traffic is closest to what can be carried.
namespace verbund::events {

/// The busiest links, accesses ("access:<administration>") and uplinks ("uplink:<site>") by load / capacity
/// in their busiest hour, each direction by itself; ties by name.  "up" on a link is toward its end that is
/// nearer to a center.  The last mile of a synthetic network is its administration's access and not listed
/// twice.
[[nodiscard]] std::vector<outcome::BusyLink> busiest_links(const deploy::WorldYear& input,
                                                           const Background& background, const DayShape& day,
                                                           std::size_t count);

}  // namespace verbund::events
