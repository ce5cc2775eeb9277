#pragma once

#include <vector>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::read {

/// Columns procedure,kind,servers and, where the table has them, who, critical, run_by, licence,
/// provider_fee; others are left out and noted.  `who` and `run_by` hold several names parted by semicolons;
/// an empty `critical` is as the kind. Notes bad cells, unknown kinds and absurd values.
///
/// `decimals`: the decimal sign when it is stated.
[[nodiscard]] std::vector<study::ListedProcedure> read_procedures(const CsvTable& table,
                                                                  const catalog::Catalog& catalog,
                                                                  DecimalSign decimals,
                                                                  Diagnostics& mistakes);

}  // namespace verbund::read
