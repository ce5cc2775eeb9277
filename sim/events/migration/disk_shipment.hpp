#pragma once

#include <vector>

#include "scenarios/study/events.hpp"

/// First copies of estates that travel on disks.
namespace verbund::events {

/// Times in s after the year's beginning.
struct Shipment {
    double begins_s = 0.0;  ///< the first device is being filled: what changes from now on is not on it
    double read_s = 0.0;    ///< all data are at the target
};

/// Shipments of estates of so many bytes to one center, in their order.
///
/// An estate takes n = ceil(bytes / capacity) devices, which are filled side by side, sent, and read side by
/// side: 2 min(bytes, capacity) / rate + transport.  It waits until as many of the `disk_devices` are free; a
/// device is free again when it has travelled back.  More devices than there are take several trips. Neglects
/// how fast the storage on either side is.
[[nodiscard]] std::vector<Shipment> ship(const study::Migration& settings, const std::vector<double>& bytes);

}  // namespace verbund::events
