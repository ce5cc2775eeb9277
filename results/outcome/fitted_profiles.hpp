#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Load profiles that were derived from measured use.
namespace verbund::outcome {

/// A class of workload as measured, beside what the catalog has of it.  Uses are shares of the vCPUs' clock.
struct FittedProfile {
    std::string workload;
    std::uint64_t vms = 0;
    double vcpus = 0.0;
    double mean = 0.0;
    double at_peak = 0.0;
    double at_peak_before = 0.0;  ///< in the catalog
    double floor = 0.0;
    double floor_before = 0.0;
    double coincidence = 1.0;               ///< peak of all together over the sum of single peaks
    std::optional<double> correlation;      ///< mean over pairs of VMs
    bool quiet_measured = false;            ///< whether the factor of the quiet season was
    std::vector<std::string> missing_days;  ///< kinds of day that were not measured
};

struct FittedProfiles {
    std::vector<FittedProfile> classes;
    double days = 0.0;                   ///< from the first start to the last end
    double peak_mhz = 0.0;               ///< of all VMs together, in their busiest hour
    double coincidence = 1.0;            ///< of all VMs
    std::vector<std::string> unmapped;   ///< names that no rule matches
    double unmapped_share = 0.0;         ///< of the vCPUs
    std::vector<std::string> too_short;  ///< classes without a whole week
};

}  // namespace verbund::outcome
