#pragma once

#include "results/outcome/imported_racks.hpp"
#include "scenarios/read/import/device_export.hpp"

namespace verbund::batch {

/// Devices by rack, and racks by site.  A device in no rack counts nowhere.
[[nodiscard]] outcome::ImportedRacks rack_sums(const read::DeviceList& list);

}  // namespace verbund::batch
