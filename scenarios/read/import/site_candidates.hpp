#pragma once

#include <filesystem>
#include <vector>

#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/site_candidate.hpp"

namespace verbund::read {

/// Table of candidate places for a backup site of `study`, one row each.
///
/// Columns: id, name, lat, lon; a row with an id alone (lat and lon empty) means a center of the study.
/// Optional columns, each cell may be empty: state, it_power, racks, storage, grid_connection,
/// availability_class, ups, cooling, grid_region, links and ducts (names separated by spaces), rent ("90000
/// EUR/a").  Quantities carry their unit.  Other columns are left out and noted in `notes`, as are the
/// assumptions made to read the table.  `decimals`: its decimal sign when it is stated.  Throws
/// `InvalidInput` with every mistake: bad cells, repeated ids, a place outside Germany or on top of a center,
/// no capacity, an unknown or (with a given network) missing link.
[[nodiscard]] std::vector<study::SiteCandidate> read_site_candidates(const CsvTable& table,
                                                                     const study::Study& study,
                                                                     const catalog::Catalog& catalog,
                                                                     DecimalSign decimals,
                                                                     std::vector<Diagnostic>& notes);

}  // namespace verbund::read
