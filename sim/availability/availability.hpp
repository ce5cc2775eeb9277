#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/world_year.hpp"

/// Failures and repairs of a deployment over many years.
namespace verbund::availability {

/// What was found for one variant and year.
struct AvailabilityOutcome {
    std::vector<outcome::AvailabilitySummary> summary;  ///< by group
    std::vector<outcome::AvailabilityAdministration> administrations;
    std::vector<outcome::AvailabilityCause>
        causes;  ///< by group, largest first; without those that never occur
};

/// Simulates `study.availability.simulated_years` years of one variant in one year of the horizon; `routes`
/// are those of its network, kept from year to year.  `variant` of the rows is left 0.  The rows do not
/// depend on `jobs` (threads at most; 0 = those that oneTBB has), and variants and years share their random
/// numbers, so that differences between them are sharper than their intervals.  Throws `InvalidInput` for
/// figures of the catalog that are missing or cannot be.
[[nodiscard]] AvailabilityOutcome simulate(const deploy::WorldYear& input, const deploy::RoutePairs& routes,
                                           int jobs);

/// Years of the horizon to simulate: those of the study, else the milestones within the horizon.
[[nodiscard]] std::vector<int> years_to_simulate(const study::StudySet& set, const study::Study& study);

}  // namespace verbund::availability
