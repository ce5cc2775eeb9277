#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "models/compute/first_fit.hpp"
#include "models/compute/packing.hpp"

namespace verbund::compute {
namespace {

using Devices = std::vector<RackLoad>;

constexpr double rounding = 1e-9;

void require_height(const RackLoad& device, int usable_height_units) {
    if (device.height_units <= usable_height_units) return;
    throw std::invalid_argument(fmt::format("a device of {} height units does not fit a rack of {}",
                                            device.height_units, usable_height_units));
}

/// Largest first, by the larger share of a rack's height and power.
void sort_by_size(Devices& devices, int usable_height_units, Power rack_power) {
    const auto size = [&](const RackLoad& device) {
        return std::max(static_cast<double>(device.height_units) / usable_height_units,
                        device.power / rack_power);
    };
    std::stable_sort(devices.begin(), devices.end(),
                     [&](const RackLoad& a, const RackLoad& b) { return size(a) > size(b); });
}

bool feeds_anything(const RackKind& kind) { return !kind.is_limit; }

/// Power by which a rack of the kind is filled.
Power filled_to(const RackKind& kind) {
    constexpr Power any = 1000.0 * megawatt;
    const bool by_height_alone = !kind.is_limit && kind.count != RackKind::unlimited;
    return by_height_alone ? any : kind.power;
}

/// Racks that the run counts for devices of more than racks are planned for: each has one to itself.
int racks_to_themselves(Devices& devices, const RackKind& kind) {
    if (kind.is_limit || kind.count != RackKind::unlimited) return 0;
    int racks = 0;
    for (RackLoad& device : devices) {
        if (device.power <= kind.power * (1.0 + rounding)) continue;
        racks += device.count;
        device.count = 0;
    }
    return racks;
}

/// Places what fits into racks of one kind, takes it off the devices, and returns how many racks that takes.
int fill(Devices& devices, int usable_height_units, const RackKind& kind) {
    if (kind.count == 0) return 0;
    const int alone = racks_to_themselves(devices, kind);
    const BinGroup<2> empty{{static_cast<double>(usable_height_units), filled_to(kind).in(watt)}, kind.count};
    std::vector<BinGroup<2>> racks{empty};
    for (RackLoad& device : devices) {
        const std::array<double, 2> demand{static_cast<double>(device.height_units), device.power.in(watt)};
        device.count -= place_first_fit(racks, demand, device.count);
    }
    const int untouched = racks.back().free == empty.free ? racks.back().count : 0;
    return alone + (kind.count - untouched);
}

int racks_by_space(Devices devices, int usable_height_units) {
    for (RackLoad& device : devices) device.power = Power{};
    sort_by_size(devices, usable_height_units, 1.0 * watt);
    return fill(devices, usable_height_units, {.power = 1.0 * watt});
}

}  // namespace

RackNeed racks_needed(const std::vector<RackLoad>& devices, int usable_height_units,
                      const std::vector<RackKind>& kinds) {
    Devices order;
    for (const RackLoad& device : devices) {
        if (device.count == 0) continue;
        require_height(device, usable_height_units);
        order.push_back(device);
    }
    if (order.empty()) return {};
    const Power strongest = std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
                                return a.power < b.power;
                            })->power;
    sort_by_size(order, usable_height_units, strongest);
    RackNeed need;
    need.by_space = racks_by_space(order, usable_height_units);
    const auto take = [&](int racks, Power each) {
        need.racks += racks;
        need.power += racks * each;
    };
    const bool any_power = std::any_of(kinds.begin(), kinds.end(), feeds_anything);
    for (RackLoad& device : order) {
        if (any_power || device.power <= strongest * (1.0 + rounding)) continue;
        need.overloaded += device.count;
        take(device.count, strongest);
        device.count = 0;
    }
    for (const RackKind& kind : kinds) take(fill(order, usable_height_units, kind), kind.power);
    const RackKind further{.power = strongest, .is_limit = !any_power};
    take(fill(order, usable_height_units, further), further.power);
    need.by_space = std::min(need.by_space, need.racks);
    return need;
}

}  // namespace verbund::compute
