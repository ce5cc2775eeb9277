#pragma once

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "results/outcome/imported_inventory.hpp"
#include "scenarios/read/import/vm_classes.hpp"
#include "scenarios/read/import/vm_export.hpp"

namespace verbund::batch {

/// Which disks an inventory counts.
enum class CountedDisks { used, provisioned };

/// The inventory of a list of VMs.
///
/// VMs that run are its rows, those of one class and size together; a VM that no rule matches is of class
/// "specialist".  Disks of VMs that do not run are kept: they are added to those of the VMs of their class
/// that run (of all, where there is none), in proportion to these, or evenly where these have none.
/// Templates and placeholders are left out.  MiB become GiB of memory and decimal GB of disks.
[[nodiscard]] outcome::ImportedInventory vm_inventory(const std::vector<read::ExportedVm>& vms,
                                                      const std::vector<read::VmClassRule>& rules,
                                                      const catalog::Catalog& catalog, CountedDisks disks);

}  // namespace verbund::batch
