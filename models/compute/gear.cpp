#include "models/compute/gear.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::compute {
namespace {

using catalog::GearBasis;
using catalog::GearDevice;
using catalog::GearPlace;

bool is_counted_by_room(GearBasis basis) {
    switch (basis) {
        case GearBasis::room:
        case GearBasis::hosts:
        case GearBasis::array_hosts:
        case GearBasis::racks:
            return true;
        case GearBasis::office:
        case GearBasis::seats:
        case GearBasis::workplaces:
        case GearBasis::center:
        case GearBasis::center_hosts:
            break;
    }
    return false;
}

int count_at(const GearDevice& device, double amount, int rooms) {
    if (!is_counted_by_room(device.per)) return gear_count(device, amount);
    return rooms * gear_count(device, amount / rooms);
}

int count_in_room(const GearDevice& device, const GearSite& site, int count) {
    if (device.place == GearPlace::desks) return 0;
    if (device.place != GearPlace::floors) return count;
    return std::min(count, gear_count(device, std::min(site[device.per], site.wired_seats)));
}

}  // namespace

int gear_count(const GearDevice& device, double amount) {
    constexpr double rounding = 1e-9;
    if (amount <= 0.0 || amount < device.from * (1.0 - rounding)) return 0;
    if (device.each <= 0.0) return device.count;
    return device.count * static_cast<int>(std::ceil(amount / device.each * (1.0 - rounding)));
}

void add_gear(const std::vector<GearDevice>& table, const GearSite& site,
              const std::function<bool(const std::string&)>& runs, std::vector<GearLine>& lines) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        const GearDevice& device = table[i];
        const int count = count_at(device, site[device.per], site.rooms);
        if (count == 0 || (!device.profile.empty() && !runs(device.profile))) continue;
        const int inside = count_in_room(device, site, count);
        const auto index = static_cast<std::uint16_t>(i);
        if (inside > 0) lines.push_back({index, true, inside});
        if (count > inside) lines.push_back({index, false, count - inside});
    }
}

RoomGear in_room(const std::vector<GearDevice>& table, const std::vector<GearLine>& lines) {
    RoomGear sum;
    for (const GearLine& line : lines) {
        if (!line.in_room) continue;
        sum.power += line.count * (table[line.device].power_w.mid * watt);
        sum.height_units += line.count * table[line.device].height_units;
    }
    return sum;
}

}  // namespace verbund::compute
