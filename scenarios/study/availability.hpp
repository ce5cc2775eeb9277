#pragma once

#include <vector>

#include "models/base/units.hpp"

/// What the availability engine is asked: how many years, and how well things are looked after.  Failure
/// rates and repair times are figures of the catalog (`failure.*`, `repair.*`, `demand.*`).
namespace verbund::study {

/// How well plant is maintained.
enum class Care { well, poorly };

/// How often things fail, and how the availability engine simulates that.
struct Availability {
    std::vector<int> years;         ///< of the horizon, each simulated many times; empty: the milestones
    int simulated_years = 10'000;   ///< of each
    int administrations = 100'000;  ///< simulated; of more, some stand for the others
    bool failover_tested = false;   ///< failover is tested at least once a year
    Fraction success_tested = 95.0 * percent;  ///< a failover succeeds
    Fraction success_untested = 80.0 * percent;
    bool offline_copy = true;        ///< backups that an attacker cannot reach
    bool second_access = false;      ///< administrations have a second access line on another route
    Care genset_care = Care::well;   ///< how generators are maintained
    int largest_cluster = 16;        ///< hosts; more at a site form several clusters
    Duration restart = 1.0 * hours;  ///< of the services after their room lost power or cooling
};

}  // namespace verbund::study
