#pragma once

#include <optional>
#include <vector>

#include "sim/annual/network_year.hpp"
#include "sim/annual/site_sum.hpp"
#include "sim/annual/site_year.hpp"

namespace verbund::annual {

/// A site's phase without emissions and cost.
struct PlayedSite {
    SitePhase phase{};
    double emission_factor = 1.0;  ///< of its hours, by what it draws from the grid
};

/// What the hours of a year came to: all of it that prices, emissions and other figures of accounting do not
/// change.  Filled by the first `simulate_year` that is given it, and read by the next ones.
struct PlayedHours {
    std::vector<std::vector<PlayedSite>> sites{};  ///< [phase][site]
    std::optional<HourlySum> sum{};                ///< empty until a year has been played
    NetworkYear network{};
};

}  // namespace verbund::annual
