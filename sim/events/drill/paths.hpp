#pragma once

#include <vector>

#include "sim/events/drill/plan.hpp"

/// Links that fail, and who reaches what without them.
namespace verbund::events {

/// Way between two centers that copies take.
struct CopyPath {
    std::size_t primary = 0;
    std::size_t backup = 0;
    bool cut = false;  ///< false: by another path
};

/// Who loses the way to a service, and from when to when.
struct PathFailure {
    std::vector<PlannedService> services;  ///< `rerouted` or `cut_off`; by administration, then class
    std::vector<CopyPath> copies;
};

/// All servers of a class that an administration has at one site.
[[nodiscard]] Service whole_service(const deploy::WorldYear& input, std::size_t administration,
                                    const deploy::Part& part);

/// Services whose people use one of the failed links: reached by the shortest path that avoids all of them,
/// or cut off where there is none.  A link is used as well by whose path names one beside it.  What runs in
/// an administration's own building is not concerned.  Whether the other path is wide enough tells
/// `narrow_links`.
[[nodiscard]] PathFailure find_path_failures(const deploy::WorldYear& input,
                                             const std::vector<std::size_t>& failed_links);

}  // namespace verbund::events
