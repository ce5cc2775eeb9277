#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/study/site_candidate.hpp"

/// What is asked when backup sites are compared.
namespace verbund::batch {

/// Which backup sites are to be compared, and how.
struct SiteOrder {
    std::string variant;      ///< empty: the first one in which shared centers run something
    std::optional<int> year;  ///< in which the choices are compared; default: the last milestone
    std::vector<study::SiteCandidate>
        candidates;                           ///< empty: seats of all districts and cities, other centers
    int sites = 1;                            ///< chosen together, 1 to 3
    std::size_t shortlist = 12;               ///< choices that are simulated at most
    Length min_distance = 100.0 * kilometre;  ///< of a backup site from its primary, and between sites
    std::optional<continuity::StandbyMode> standby;  ///< default: the study's rule, else warm
    std::optional<continuity::ReplicationMode>
        replication;                                  ///< default: the study's rule, else by round trip
    std::optional<continuity::StandbySizing> sizing;  ///< default: the study's rule, else own
};

/// What the caller sets.
struct SiteOptions {
    int jobs = 0;  ///< 0 = one per core
    /// Told which variant and year are compared, before the work begins.  May be empty.
    std::function<void(const std::string& variant, int year)> compared{};
    /// Called as pieces of work are finished; may throw to stop the run.  May be empty.
    std::function<void(double share, std::string_view what)> progress;
};

}  // namespace verbund::batch
