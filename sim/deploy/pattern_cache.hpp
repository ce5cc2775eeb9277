#pragma once

#include <map>
#include <utility>
#include <vector>

#include "models/workload/profile_set.hpp"

namespace verbund::deploy {

/// Patterns of days by phase and set of states; most sites of a state share one.
class PatternCache {
public:
    [[nodiscard]] const workload::YearPatterns& get(const Phase& phase,
                                                    const std::vector<FederalState>& states) {
        const auto [entry, added] = known_.try_emplace({phase, states});
        if (added) entry->second = workload::phase_patterns(phase, states);
        return entry->second;
    }

private:
    std::map<std::pair<Phase, std::vector<FederalState>>, workload::YearPatterns> known_;
};

}  // namespace verbund::deploy
