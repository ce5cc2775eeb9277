#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/replay/replay.hpp"

/// Which VM runs where and when.
namespace verbund::replay {

/// A VM's stay on a host.
struct Stay {
    std::size_t vm = 0;
    double begin_s = 0.0;
    double end_s = 0.0;  ///< not beyond the horizon
};

struct Schedule {
    std::vector<std::vector<Stay>> hosts;  ///< by host, in the order of placement
    std::vector<std::size_t> group_of;     ///< by host, its group
    double end_s = 0.0;                    ///< of the last stay, or the horizon
    double waited_s = 0.0;                 ///< over all VMs placed
    std::uint64_t placed = 0;
    outcome::RefusedVms refused;
    std::vector<std::size_t> refused_vms;
};

/// Places the VMs in the order of their starts, ties in the order given.  At one time, VMs that end leave
/// first, then those that wait come, then those that start.  A VM that fits no host even when it is empty is
/// refused at once and holds nobody up.
[[nodiscard]] Schedule place(const Input& input, const Rules& rules);

}  // namespace verbund::replay
