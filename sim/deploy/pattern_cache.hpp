#pragma once

#include <map>
#include <utility>
#include <vector>

#include "models/workload/profile_set.hpp"

namespace verbund::deploy {

/// Year patterns by year and set of states; most sites of a state share one.
class PatternCache {
public:
    [[nodiscard]] const workload::YearPatterns& get(int year, const std::vector<FederalState>& states) {
        const auto [entry, added] = known_.try_emplace({year, states});
        if (added) entry->second = workload::year_patterns(year, states);
        return entry->second;
    }

private:
    std::map<std::pair<int, std::vector<FederalState>>, workload::YearPatterns> known_;
};

}  // namespace verbund::deploy
