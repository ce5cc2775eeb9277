#include "sim/batch/import/rack_sums.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace verbund::batch {

outcome::ImportedRacks rack_sums(const read::DeviceList& list) {
    outcome::ImportedRacks found;
    found.has_power = list.has_power;
    std::map<std::pair<std::string, std::string>, outcome::ImportedRack> racks;
    for (const read::ExportedDevice& device : list.devices) {
        if (device.rack.empty()) {
            ++found.in_no_rack;
            continue;
        }
        outcome::ImportedRack& rack = racks[{device.site, device.rack}];
        ++rack.devices;
        rack.height_units += device.height_units;
        rack.power_w += device.power_w;
    }
    std::map<std::string, outcome::ImportedRoom> rooms;
    for (auto& [name, rack] : racks) {
        rack.site = name.first;
        rack.rack = name.second;
        outcome::ImportedRoom& room = rooms[rack.site];
        ++room.racks;
        room.devices += rack.devices;
        room.height_units += rack.height_units;
        room.power_w += rack.power_w;
        room.fullest_rack_w = std::max(room.fullest_rack_w, rack.power_w);
        found.racks.push_back(rack);
    }
    for (auto& [site, room] : rooms) {
        room.site = site;
        found.rooms.push_back(room);
    }
    return found;
}

}  // namespace verbund::batch
