#include <algorithm>

#include "models/network/topology.hpp"

namespace verbund::network {
namespace {

/// What a link leaves for each of its ducts without a stated length.
Length part_of_each(const Topology& topology, const Link& link) {
    Length left = link.route;
    int unstated = 0;
    for (const std::string& duct : link.ducts) {
        const auto stated = topology.stated_ducts.find(duct);
        if (stated == topology.stated_ducts.end())
            ++unstated;
        else
            left = left - stated->second;
    }
    return unstated > 0 ? std::max(left, Length{}) * (1.0 / unstated) : Length{};
}

}  // namespace

std::map<std::string, Length> duct_lengths(const Topology& topology) {
    std::map<std::string, Length> lengths;
    for (const Link& link : topology.links) {
        const Length part = part_of_each(topology, link);
        for (const std::string& duct : link.ducts) {
            const auto stated = topology.stated_ducts.find(duct);
            if (stated != topology.stated_ducts.end()) {
                lengths[duct] = stated->second;
                continue;
            }
            const auto [known, added] = lengths.emplace(duct, part);
            if (!added) known->second = std::min(known->second, part);
        }
    }
    return lengths;
}

}  // namespace verbund::network
