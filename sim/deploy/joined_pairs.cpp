#include "sim/deploy/joined_pairs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "models/network/topology.hpp"

namespace verbund::deploy {
namespace {

/// By backup site: the pair with the nearest of its primaries.
std::map<std::uint32_t, std::size_t> nearest_primaries(const std::vector<Replication>& replications,
                                                       const std::vector<Site>& sites) {
    const auto distance = [&](const Replication& r) {
        return network::great_circle(sites[r.primary].at, sites[r.backup].at);
    };
    std::map<std::uint32_t, std::size_t> nearest;
    for (std::size_t i = 0; i < replications.size(); ++i) {
        const auto [known, added] = nearest.emplace(replications[i].backup, i);
        if (!added && distance(replications[i]) < distance(replications[known->second])) known->second = i;
    }
    return nearest;
}

}  // namespace

std::vector<std::size_t> joined_pairs(const std::vector<Replication>& replications,
                                      const std::vector<Site>& sites) {
    std::vector<std::size_t> joined;
    std::set<std::pair<std::uint32_t, std::uint32_t>> known;
    const auto join = [&](std::size_t i) {
        if (known.insert(std::minmax(replications[i].primary, replications[i].backup)).second)
            joined.push_back(i);
    };
    for (std::size_t i = 0; i < replications.size(); ++i) {
        if (replications[i].nearest) join(i);
    }
    for (const auto& [backup, i] : nearest_primaries(replications, sites)) join(i);
    return joined;
}

}  // namespace verbund::deploy
