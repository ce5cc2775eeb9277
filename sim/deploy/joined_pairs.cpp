#include "sim/deploy/joined_pairs.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "models/network/topology.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::deploy {
namespace {

/// By backup site: the pair with the nearest of its primaries; of equally near ones by what they are.
std::map<std::uint32_t, std::size_t> nearest_primaries(const std::vector<Replication>& replications,
                                                       const std::vector<Site>& sites) {
    const auto nearer = [&](const Replication& a, const Replication& b) {
        const Length of_a = network::great_circle(sites[a.primary].at, sites[a.backup].at);
        const Length of_b = network::great_circle(sites[b.primary].at, sites[b.backup].at);
        return of_a != of_b ? of_a < of_b : before_by_content(sites[a.primary], sites[b.primary]);
    };
    std::map<std::uint32_t, std::size_t> nearest;
    for (std::size_t i = 0; i < replications.size(); ++i) {
        const auto [known, added] = nearest.emplace(replications[i].backup, i);
        if (!added && nearer(replications[i], replications[known->second])) known->second = i;
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
    for (std::size_t i = 0; i < replications.size(); ++i)
        if (replications[i].nearest) join(i);
    for (const auto& [backup, i] : nearest_primaries(replications, sites)) join(i);
    return joined;
}

}  // namespace verbund::deploy
