#include "sim/availability/site_design.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/deploy/supply.hpp"

namespace verbund::availability {
namespace {

using facility::Redundancy;
using rules::SupplyPath;

Redundancy redundancy_of(SupplyPath path) {
    switch (path) {
        case SupplyPath::single:
            return Redundancy::n;
        case SupplyPath::single_redundant_parts:
            return Redundancy::n_plus_1;
        case SupplyPath::multiple:
        case SupplyPath::multiple_fault_tolerant:
            break;
    }
    return Redundancy::two_n;
}

void count_hosts(const study::Study& study, const deploy::SiteDeployment& site, SiteDesign& design) {
    const int hosts = deploy::host_count(deploy::hosts_of(site.pools, deploy::virtualised));
    const int largest_cluster = study.availability.largest_cluster;
    const int clusters = std::max(1, (hosts + largest_cluster - 1) / largest_cluster);
    design.hosts = std::max(1, hosts / clusters);
    design.hosts_needed = std::max(1, design.hosts - study.hosts.reserve);
}

/// The room with most of the load; its share of the load, and its place among the rooms.
std::size_t largest_room(const deploy::SiteDeployment& site) {
    const std::vector<deploy::RoomPlant>& rooms = site.plant->rooms;
    // Of equal rooms that of the later kind of cooling plant: how rooms are called decides nothing.
    const auto largest = std::max_element(rooms.begin(), rooms.end(), [](const auto& a, const auto& b) {
        return std::pair(a.load_share, a.cooling->plant.index()) <
               std::pair(b.load_share, b.cooling->plant.index());
    });
    return static_cast<std::size_t>(largest - rooms.begin());
}

/// UPS modules and cooling units of the largest room, as they are built.
void set_plant(const deploy::SiteDeployment& site, SiteDesign& design) {
    if (!site.plant || site.plant->rooms.empty()) return;
    const deploy::RoomPlant& room = site.plant->rooms[largest_room(site)];
    design.ups_modules = std::max(1, room.ups_modules.count);
    design.chilled = catalog::part_of<catalog::WaterCircuit>(room.cooling->plant) != nullptr;
    const double heat_kw = site.needs.of[Resource::it_power] * room.load_share;
    const double unit_kw = room.cooling_units.each_kw;
    if (unit_kw > 0.0) design.cooling_units = std::max(1, static_cast<int>(std::ceil(heat_kw / unit_kw)));
}

void set_center(const study::Center& center, const deploy::SiteDeployment& site, SiteDesign& design) {
    design.cooling = redundancy_of(center.cooling_path);
    design.two_feeders = center.power_path >= SupplyPath::multiple;
    design.switch_pair = center.power_path != SupplyPath::single || center.network_path != SupplyPath::single;
    design.single_uplink = center.network_path == SupplyPath::single;
    if (center.rooms.empty() || !site.plant || site.plant->rooms.size() != center.rooms.size()) return;
    const study::Room& room =
        std::next(center.rooms.begin(), static_cast<std::ptrdiff_t>(largest_room(site)))->second;
    design.ups = room.redundancy;
}

void set_home(const study::Study& study, SiteDesign& design) {
    const study::Home& home = study.home;
    design.two_rooms = home.rooms >= 2;
    design.ups = home.redundancy;
    design.cooling = home.redundancy;
    design.switch_pair = home.redundancy != Redundancy::n;
    design.single_uplink = true;
}

}  // namespace

SiteDesign site_design(const deploy::WorldYear& input, std::size_t site) {
    const deploy::Site& where = input.variant().sites[site];
    const deploy::SiteDeployment& deployed = input.year().sites[site];
    SiteDesign design;
    design.stream = input.variant().streams.sites[site];
    design.at = where.at;
    if (where.center != nullptr)
        set_center(*where.center, deployed, design);
    else
        set_home(input.study(), design);
    design.supply = deploy::supply_of(input.study(), where);
    count_hosts(input.study(), deployed, design);
    set_plant(deployed, design);
    return design;
}

}  // namespace verbund::availability
