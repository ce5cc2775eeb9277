#pragma once

#include <cstdint>
#include <vector>

#include "sim/replay/placement.hpp"

/// What the VMs of one host make of it.
namespace verbund::replay {

/// Integrals over the time in which a host has VMs.
struct HostUse {
    double dynamic_j = 0.0;           ///< energy above idle power
    double utilised_s = 0.0;          ///< integral of min(1, U / C)
    double overloaded_s = 0.0;        ///< time with U > C
    double asked_mhz_s = 0.0;         ///< integral of U
    double clipped_mhz_s = 0.0;       ///< integral of max(0, U - C)
    std::uint64_t steps = 0;          ///< of its VMs
    std::uint64_t whole = 0;          ///< of these, held for all their time
    std::uint64_t over_capacity = 0;  ///< of the whole ones, those with U > C while they held
};

/// Sums the steps of the stays and integrates the curve over them.
///
/// Steps on the host's grid (the interval and phase that most of its steps have) are added slot by slot;
/// other steps become changes of the sum, merged by time.  Time goes by in windows of about a million steps,
/// so memory does not grow with their number.
[[nodiscard]] HostUse use_of(const HostGroup& host, const std::vector<Stay>& stays, const Input& input);

}  // namespace verbund::replay
