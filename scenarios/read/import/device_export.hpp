#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"

/// Devices in racks as inventories of data centers export them.
namespace verbund::read {

struct ExportedDevice {
    std::string site;  ///< of the rack; may be empty
    std::string rack;  ///< empty: in no rack
    std::string name;
    double height_units = 0.0;
    double power_w = 0.0;  ///< nominal; 0: the list does not say
    std::size_t line = 0;
};

/// What a list of devices says.
struct DeviceList {
    std::vector<ExportedDevice> devices;
    bool has_power = false;  ///< whether it has a column of power
};

/// Lists of devices of NetBox (columns Site, Rack, Name, U Height or Height, Allocated or Maximum draw) and
/// openDCIM (Data Center, Cabinet, Label, Height, Nominal Watts), headings in whatever case.
///
/// Heights and powers may carry their unit ("2U", "350 W").  A device without a height takes one unit, which
/// is noted once.  Notes missing columns and bad cells.
[[nodiscard]] DeviceList read_device_export(const CsvTable& table, Diagnostics& mistakes);

}  // namespace verbund::read
