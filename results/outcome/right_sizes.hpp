#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// Sizes of VMs beside what they were measured to need.
namespace verbund::outcome {

struct SizedVm {
    std::string name;
    double core_mhz = 0.0;
    double ram_mib = 0.0;
    double start_s = 0.0;
    double duration_s = 0.0;  ///< NaN: until its last step
    double given_vcpus = 0.0;
    double needed_vcpus = 0.0;
    double mean_mhz = 0.0;
    double percentile_mhz = 0.0;
    double peak_mhz = 0.0;
    double length_s = 0.0;
    double completeness = 0.0;
    std::string confidence;  ///< none, low, medium, high

    [[nodiscard]] double freed() const { return given_vcpus - needed_vcpus; }
};

struct RightSizes {
    double percentile = 0.0;
    double comfort = 0.0;
    std::vector<SizedVm> vms;  ///< in the order given
};

}  // namespace verbund::outcome
