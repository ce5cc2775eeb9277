#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>

#include "models/compute/first_fit.hpp"
#include "models/compute/packing.hpp"

namespace verbund::compute {
namespace {

using RackShare = std::array<double, 2>;  ///< of a rack's height units and of its power

RackShare share_of_rack(const RackLoad& device, const RackRules& rules) {
    const double height = static_cast<double>(device.height_units) / rules.usable_height_units;
    return {height, device.power.in(watt) / rules.rack_power.in(watt)};
}

void require_fits(const RackLoad& device, const RackRules& rules) {
    if (fits_in_bin<2>({1.0, 1.0}, share_of_rack(device, rules), 1) == 1) {
        return;
    }
    throw std::invalid_argument(fmt::format(
        "a device of {} HU and {:.0f} W does not fit a rack of {} HU and {:.0f} W", device.height_units,
        device.power.in(watt), rules.usable_height_units, rules.rack_power.in(watt)));
}

}  // namespace

int racks_needed(const std::vector<RackLoad>& devices, const RackRules& rules) {
    std::vector<RackLoad> order;
    for (const RackLoad& device : devices) {
        if (device.count > 0) {
            require_fits(device, rules);
            order.push_back(device);
        }
    }
    const auto size = [&rules](const RackLoad& device) {
        const RackShare share = share_of_rack(device, rules);
        return std::max(share[0], share[1]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&size](const RackLoad& a, const RackLoad& b) { return size(a) > size(b); });
    constexpr int unlimited = std::numeric_limits<int>::max();
    std::vector<BinGroup<2>> racks{{{1.0, 1.0}, unlimited}};
    for (const RackLoad& device : order) {
        place_first_fit(racks, share_of_rack(device, rules), device.count);
    }
    const int untouched = racks.back().count;
    return unlimited - untouched;
}

}  // namespace verbund::compute
