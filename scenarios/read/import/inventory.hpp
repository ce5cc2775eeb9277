#pragma once

#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::read {

/// Columns workload,physical,count,vcpu,ram_gb,storage_gb; others are left out and noted.  Notes bad cells,
/// unknown workload classes and absurd values.
///
/// `decimals`: the decimal sign when it is stated.
[[nodiscard]] std::vector<study::InventoryGroup> read_inventory(const CsvTable& table,
                                                                const catalog::Catalog& catalog,
                                                                DecimalSign decimals, Diagnostics& mistakes);

}  // namespace verbund::read
