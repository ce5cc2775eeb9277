#pragma once

#include <string>

#include "results/outcome/imported_racks.hpp"

namespace verbund::report {

/// Racks as CSV: site,rack,devices,height_units,power_w.
[[nodiscard]] std::string racks_csv(const outcome::ImportedRacks& found);

/// Rooms and racks as JSON; power is null where the list has none.
[[nodiscard]] std::string racks_json(const outcome::ImportedRacks& found);

}  // namespace verbund::report
