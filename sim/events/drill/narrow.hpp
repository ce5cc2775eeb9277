#pragma once

#include <cstddef>
#include <vector>

#include "sim/events/drill/paths.hpp"

/// Other ways that are too narrow for those who must take them.
namespace verbund::events {

/// A link, with those beside it that stand, in its busiest hour of the failure.
struct NarrowLink {
    std::size_t link = 0;  ///< of the whole network
    int hour = 0;
    double load_gbit_s = 0.0;
    double capacity_gbit_s = 0.0;
};

/// When links are gone: in s after midnight of the day of the failure.
struct PathOutage {
    std::vector<std::size_t> links;
    double from_s = 0.0;
    double until_s = 0.0;
};

/// Links on the new ways of people and copies that in some hour, in one direction, are asked for more than
/// they have, by everybody who uses them then; most overloaded first.  The day's load is taken for every day
/// that the outage lasts.
[[nodiscard]] std::vector<NarrowLink> narrow_links(const deploy::WorldYear& input, const DayShape& day,
                                                   const PathOutage& outage, const PathFailure& failure);

}  // namespace verbund::events
