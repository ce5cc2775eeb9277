#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/import/csv.hpp"

/// Lists of virtual machines as virtualisation platforms export them.
namespace verbund::read {

/// What a row of the list is.
enum class VmState {
    running,
    stopped,     ///< off or suspended: its disks are kept, it takes no processor
    model,       ///< a template to make VMs from
    placeholder  ///< what a replication keeps for a VM that runs elsewhere
};

struct ExportedVm {
    std::string name;
    VmState state = VmState::running;
    double vcpus = 0.0;
    double ram_mib = 0.0;
    double provisioned_mib = 0.0;
    double used_mib = 0.0;
    std::size_t line = 0;
};

/// The sheet vInfo of RVTools, versions 3 and 4, saved as CSV; headings as RVTools writes them or translated.
///
/// Numbers are whole: a point or comma before three digits parts thousands.  What versions call MB are MiB.
/// A table without a column of disks in use has them all used.
/// Notes cells that cannot be read, columns that are missing, and a list of which no VM runs.
[[nodiscard]] std::vector<ExportedVm> read_vm_export(const CsvTable& table, Diagnostics& mistakes);

}  // namespace verbund::read
