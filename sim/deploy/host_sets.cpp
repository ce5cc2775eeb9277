#include "sim/deploy/host_sets.hpp"

#include <algorithm>

namespace verbund::deploy {

int host_count(const std::vector<HostSet>& sets) {
    int total = 0;
    for (const HostSet& set : sets) total += set.count;
    return total;
}

std::vector<HostSet> newest(const std::vector<HostSet>& sets, int count) {
    std::vector<HostSet> kept;
    for (auto set = sets.rbegin(); set != sets.rend() && count > 0; ++set) {
        const int part = std::min(count, set->count);
        kept.insert(kept.begin(), {set->type, part});
        count -= part;
    }
    return kept;
}

}  // namespace verbund::deploy
