#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// What replaying measured VMs on given hosts found.
namespace verbund::outcome {

/// Of all hosts of one type.
struct ReplayedHostType {
    std::string name;
    std::uint64_t hosts = 0;
    double energy_j = 0.0;
    double mean_utilisation = 0.0;  ///< over all its hosts and the whole time
    double overloaded_s = 0.0;      ///< host-seconds
    double on_s = 0.0;              ///< host-seconds in which a host draws power
    std::uint64_t vms = 0;          ///< placed on them
};

/// Steps by what became of them: each that was read is applied whole, or clipped for the first reason that
/// holds in this order.
struct ReplayedSteps {
    std::uint64_t read = 0;
    std::uint64_t applied = 0;
    std::uint64_t clipped_repeated = 0;  ///< another step of the VM at the same time was read later
    std::uint64_t clipped_refused = 0;   ///< its VM found no place
    std::uint64_t clipped_end = 0;       ///< the VM or the replay ends before the step does, or as it begins
    std::uint64_t clipped_capacity = 0;  ///< use was above the capacity of the host while it held

    [[nodiscard]] std::uint64_t clipped() const {
        return clipped_repeated + clipped_refused + clipped_end + clipped_capacity;
    }
};

/// Use of processors, in MHz times seconds, of the VMs that were placed.
struct ReplayedUse {
    double asked_mhz_s = 0.0;
    double applied_mhz_s = 0.0;
    double clipped_mhz_s = 0.0;  ///< above the capacity of hosts
};

/// VMs that found no place, by reason.
struct RefusedVms {
    std::uint64_t too_large = 0;      ///< for any host, even an empty one
    std::uint64_t full = 0;           ///< no host had room when it was to start
    std::uint64_t after_horizon = 0;  ///< it was to start, or still waited, when the replay ended

    [[nodiscard]] std::uint64_t sum() const { return too_large + full + after_horizon; }
};

/// What was counted while the input was read: a code and how often.
using ReadCounts = std::vector<std::pair<std::string, std::uint64_t>>;

struct Replay {
    double end_s = 0.0;  ///< end of the last VM, or the horizon where one is given
    double energy_j = 0.0;
    double mean_host_utilisation = 0.0;  ///< over all hosts and the whole time
    double overloaded_host_s = 0.0;
    double mean_wait_s = 0.0;  ///< of VMs placed, from their start
    std::uint64_t vms_placed = 0;
    RefusedVms refused;
    ReplayedSteps steps;
    ReplayedUse use;
    std::vector<ReplayedHostType> host_types;
    ReadCounts counts;
};

}  // namespace verbund::outcome
