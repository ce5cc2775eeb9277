#pragma once

#include <string>

#include "results/outcome/imported_inventory.hpp"

namespace verbund::report {

/// The inventory as the CSV that a study takes: workload,physical,count,vcpu,ram_gb,storage_gb.
[[nodiscard]] std::string inventory_csv(const outcome::ImportedInventory& found);

/// What was found, as JSON; keys end in their unit.
[[nodiscard]] std::string inventory_json(const outcome::ImportedInventory& found);

}  // namespace verbund::report
