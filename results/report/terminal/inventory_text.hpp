#pragma once

#include <string>

#include "results/outcome/imported_inventory.hpp"
#include "results/report/style.hpp"

/// An imported inventory.
namespace verbund::report {

/// What was found in a list of VMs, by class, and what no rule knows.
[[nodiscard]] std::string inventory_text(const outcome::ImportedInventory& found, const Style& style);

}  // namespace verbund::report
