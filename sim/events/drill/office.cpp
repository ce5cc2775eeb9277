#include "sim/events/drill/office.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "sim/events/drill/paths.hpp"

namespace verbund::events {
namespace {

constexpr double all = 1.0 - 1e-6;  ///< share of a core that is all of it

/// Network core of one administration that stands still.
struct Core {
    double share = 0.0;  ///< of its servers
    double stops_s = 0.0;
    double back_s = never_s;
};

std::map<std::size_t, Core> cores_hit(const deploy::WorldYear& input, const std::vector<Fate>& fates) {
    std::map<std::size_t, Core> cores;
    for (const Fate& fate : fates) {
        const Service& service = fate.planned.service;
        if (input.variant().workloads[service.workload].id != "network-core") continue;
        Core& core = cores[service.administration];
        core.share += service.class_share;
        core.stops_s = std::max(core.stops_s, fate.stops_s);
        core.back_s = std::min(core.back_s, fate.people_s);
    }
    std::erase_if(cores, [](const auto& entry) { return entry.second.share < all; });
    return cores;
}

}  // namespace

void cut_off_offices(const deploy::WorldYear& input, double failed_s, std::vector<Fate>& fates,
                     Timeline& timeline) {
    const std::map<std::size_t, Core> cores = cores_hit(input, fates);
    if (cores.empty()) return;
    std::set<std::pair<std::size_t, std::size_t>> hit;  // administration, site
    for (Fate& fate : fates) {
        const Service& service = fate.planned.service;
        const auto core = cores.find(service.administration);
        if (core == cores.end()) continue;
        hit.emplace(service.administration, service.site);
        fate.people_s = std::max(fate.people_s, core->second.back_s);
    }
    int servers = 0;
    double first_s = never_s;
    for (const auto& [administration, core] : cores) {
        for (const deploy::Part& part : input.year().administrations[administration].parts) {
            if (part.servers == 0 || hit.count({administration, part.site}) > 0) continue;
            const PlannedService planned{whole_service(input, administration, part), Way::cut_off};
            servers += planned.service.servers;
            first_s = std::min(first_s, core.stops_s);
            fates.push_back({planned, core.stops_s, core.back_s, 0.0});
        }
    }
    if (servers == 0) return;
    outcome::DrillEvent event = drill_step("office", "network-core");
    event.administrations = static_cast<double>(cores.size());
    event.servers = servers;
    timeline.add(first_s - failed_s, std::move(event));
}

}  // namespace verbund::events
