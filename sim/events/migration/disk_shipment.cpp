#include "sim/events/migration/disk_shipment.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {}  // namespace

std::vector<Shipment> ship(const study::Migration& settings, const std::vector<double>& bytes) {
    const double capacity = settings.disk_capacity.in(terabyte)*bytes_per_tb;
    const double bytes_per_s = settings.disk_rate.in(gigabit_per_second)*bytes_per_gbit;
    const double transport_s = settings.disk_transport.in(seconds);
    const auto all = static_cast<std::size_t>(settings.disk_devices);
    std::vector<double> free_s(all, 0.0);
    std::vector<Shipment> shipments;
    for (const double estate : bytes) {
        const double needed = std::max(1.0, std::ceil(estate / capacity));
        const std::size_t devices = std::min(all, static_cast<std::size_t>(needed));
        const double trips = std::ceil(needed / static_cast<double>(devices));
        const double trip_s = 2.0 * std::min(estate, capacity) / bytes_per_s + transport_s;
        std::sort(free_s.begin(), free_s.end());
        Shipment shipment;
        shipment.begins_s = free_s[devices - 1];
        shipment.read_s = shipment.begins_s + trips * trip_s + (trips - 1.0) * transport_s;
        std::fill_n(free_s.begin(), devices, shipment.read_s + transport_s);
        shipments.push_back(shipment);
    }
    return shipments;
}

}  // namespace verbund::events
