#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/outcome/replay.hpp"

/// Measured use of VMs as a bundle keeps it.
namespace verbund::outcome {

struct BundledVm {
    std::string name;
    double vcpus = 0.0;
    double core_mhz = 0.0;
    double ram_mib = 0.0;
    double start_s = 0.0;
    double duration_s = 0.0;  ///< NaN: until its last step
    std::uint64_t runs = 0;
};

/// Steps that follow one another; those of a VM stand together, in order of time.  A VM with a timed run has
/// no other.
struct BundledRun {
    std::uint64_t count = 0;
    double first_s = 0.0;     ///< from the VM's start
    double interval_s = 0.0;  ///< 0: every step has a time of its own, or there is only one

    [[nodiscard]] bool timed() const { return interval_s == 0.0 && count > 1; }
};

struct BundledUsage {
    std::vector<BundledVm> vms;
    std::vector<BundledRun> runs;
};

/// What was bundled, and what was met while it was read.
struct ImportedUsage {
    std::uint64_t vms = 0;
    std::uint64_t steps = 0;
    double first_start_s = 0.0;
    double last_end_s = 0.0;
    ReadCounts counts;
};

}  // namespace verbund::outcome
