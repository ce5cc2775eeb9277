#pragma once

#include "results/report/export/export_tables.hpp"

/// The series of the milestone years as flat tables.
namespace verbund::report {

/// Power of all sites together, a row per variant, milestone year and hour: `hour` of the year from 0 and
/// `local_time` in winter time all year.
[[nodiscard]] ExportTable hourly_table(const outcome::Run& run);

/// Load duration curves, a row per variant, milestone year, center and per cent of the year: the grid power
/// that is exceeded during `exceeded_percent` of the hours.  Centers that draw nothing have no rows.
[[nodiscard]] ExportTable duration_table(const outcome::Run& run);

}  // namespace verbund::report
