#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What a list of virtual machines makes as an inventory.
namespace verbund::outcome {

/// VMs of one kind, in processors, memory and disks.
struct CountedVms {
    std::uint64_t vms = 0;
    double vcpus = 0.0;
    double ram_gib = 0.0;
    double provisioned_tb = 0.0;  ///< decimal
    double used_tb = 0.0;
};

struct ImportedClass {
    std::string workload;
    CountedVms counted;
};

/// A row of the inventory: VMs of one class and size.
struct InventoryRow {
    std::string workload;
    std::uint64_t count = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double storage_gb = 0.0;  ///< of each
};

struct ImportedInventory {
    std::uint64_t rows = 0;  ///< of the list
    CountedVms running;
    CountedVms stopped;  ///< their disks are kept: shared out over the VMs that run
    std::uint64_t templates = 0;
    std::uint64_t placeholders = 0;
    std::vector<ImportedClass> classes;  ///< of the VMs that run, in the order of the catalog
    std::vector<std::string> unmapped;   ///< names that no rule matches
    double unmapped_vcpu_share = 0.0;    ///< of the vCPUs that run
    std::vector<std::string> repeated;   ///< names of several VMs; each counts
    std::vector<InventoryRow> inventory;
};

}  // namespace verbund::outcome
