#pragma once

#include <string>
#include <vector>

#include "results/report/export/export_tables.hpp"
#include "results/report/export/xlsx_export.hpp"
#include "results/store/read_sweep.hpp"

/// A sweep as flat tables, for CSV and Excel alike.
namespace verbund::report {

/// All tables of a sweep, which must outlive them: `cases`, a row per case, variant and year with the values
/// of the listed keys and every outcome as columns; `combinations` and `draws` where there are any; and the
/// row tables of the file.  Values of cases are read as rows are filled, some thousand cases at a time.
///
/// With names in `only`, these tables alone; throws `RunFailed` for a name that no table of the sweep has.
[[nodiscard]] std::vector<ExportTable> export_tables(const store::SweepFile& sweep,
                                                     const std::vector<std::string>& only = {});

/// The cover sheet of a sweep's workbook.
[[nodiscard]] CoverLines cover_of(const store::SweepFile& sweep);

}  // namespace verbund::report
