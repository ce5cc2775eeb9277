#pragma once

#include <map>
#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/csv.hpp"
#include "scenarios/study/study.hpp"

/// The tables that a study may bring along.
namespace verbund::read {

/// Columns workload,physical,count,vcpu,ram_gb,storage_gb; others are left out and noted.  Notes bad cells,
/// unknown workload classes and absurd values.
///
/// `decimals`: the decimal sign when it is stated.
[[nodiscard]] std::vector<study::InventoryGroup> read_inventory(const CsvTable& table,
                                                                const catalog::Catalog& catalog,
                                                                DecimalSign decimals, Diagnostics& mistakes);

/// Columns id,name,state,lat,lon,population,seats (seats may be empty); others are left out and noted.  Adds
/// each administration to the study; where the study itself states one of that id, its values stay.  Notes
/// bad cells and repeated ids; `places` learns where each administration stands, for mistakes that show
/// later.
void read_administrations(const CsvTable& table, DecimalSign decimals,
                          std::map<study::Id, study::Administration>& administrations,
                          study::KeyPlaces& places, Diagnostics& mistakes);

/// Notes where each cell of a table of workload classes stands, for mistakes that show when a variant is held
/// against it (see `study::workload_cell_path`).
void note_workload_cells(const CsvTable& table, study::KeyPlaces& places);

}  // namespace verbund::read
