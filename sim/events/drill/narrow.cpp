#include "sim/events/drill/narrow.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "models/base/unit_factors.hpp"
#include "sim/events/world/background.hpp"

namespace verbund::events {
namespace {

/// The network that stands, and which of the whole network's links its links are.
struct Standing {
    deploy::NetworkPlan plan;
    std::vector<std::size_t> link_of;
};

Standing without(const deploy::NetworkPlan& whole, const std::vector<std::size_t>& failed) {
    Standing standing{whole, {}};
    standing.plan.lines.reset();  // of the whole network: only loads are read of this one
    standing.plan.topology.links.clear();
    for (std::size_t l = 0; l < whole.topology.links.size(); ++l) {
        if (std::find(failed.begin(), failed.end(), l) != failed.end()) continue;
        standing.plan.topology.links.push_back(whole.topology.links[l]);
        standing.link_of.push_back(l);
    }
    standing.plan.trees =
        network::shortest_paths(standing.plan.topology, standing.plan.site_node, standing.plan.delays);
    return standing;
}

std::set<std::size_t> links_of_new_ways(const deploy::WorldYear& input, const deploy::NetworkPlan& plan,
                                        const PathFailure& failure) {
    std::set<std::size_t> links;
    const auto add = [&](std::size_t node, std::size_t site) {
        const std::vector<std::size_t> path = network::path_links(plan.trees[site], node);
        links.insert(path.begin(), path.end());
    };
    for (const PlannedService& s : failure.services)
        if (s.way == Way::rerouted) add(plan.administration_node[s.service.administration], s.service.site);
    for (const CopyPath& copy : failure.copies)
        if (!copy.cut) add(input.network().site_node[copy.primary], copy.backup);
    return links;
}

std::set<int> hours_of(const PathOutage& outage) {
    std::set<int> hours;
    const auto first = static_cast<int>(std::floor(outage.from_s / seconds_per_hour));
    for (int h = first; h < first + hours_per_day && h * seconds_per_hour < outage.until_s; ++h)
        hours.insert(h % hours_per_day);
    return hours;
}

}  // namespace

std::vector<NarrowLink> narrow_links(const deploy::WorldYear& input, const DayShape& day,
                                     const PathOutage& outage, const PathFailure& failure) {
    const Standing standing = without(input.network(), outage.links);
    const Background before{input};
    const Background after{input.with(standing.plan)};
    std::vector<NarrowLink> narrow;
    for (const std::size_t l : links_of_new_ways(input, standing.plan, failure)) {
        // A synthetic access line is told as the administration's access.
        if (input.network().topology.synthetic && standing.plan.topology.links[l].access) continue;
        NarrowLink worst{.link = standing.link_of[l]};
        for (const std::size_t beside : after.bundles().beside(l))
            worst.capacity_gbit_s += before.link_capacity_gbit_s(standing.link_of[beside]);
        for (const int hour : hours_of(outage)) {
            for (const bool forward : {true, false}) {
                const double load = after.bundle_gbit_s({l, forward}, day, hour);
                if (load > worst.load_gbit_s) {
                    worst.load_gbit_s = load;
                    worst.hour = hour;
                }
            }
        }
        if (worst.load_gbit_s > worst.capacity_gbit_s) narrow.push_back(worst);
    }
    std::stable_sort(narrow.begin(), narrow.end(), [](const NarrowLink& a, const NarrowLink& b) {
        return a.load_gbit_s * b.capacity_gbit_s > b.load_gbit_s * a.capacity_gbit_s;
    });
    return narrow;
}

}  // namespace verbund::events
