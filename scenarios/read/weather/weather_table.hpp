#pragma once

#include <string>
#include <string_view>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/weather/weather_records.hpp"

namespace verbund::read {

/// Whether bytes are a workbook, and so a table.
[[nodiscard]] bool is_weather_workbook(std::string_view bytes);

/// Hours of a table, CSV or workbook: columns temperature_c and relative_humidity_pct, or TT_TU and RF_TU of
/// DWD's hourly measurements (Climate Data Center); -999 and empty cells are no values.
///
/// Without a column of times its rows follow one another from 1 January.  With one (`time`, or MESS_DATUM in
/// UTC: "2024010100", "2024-01-01 00:00", with "Z" or "+01:00") the value of a full hour counts for the hour
/// that begins then, and of several years the last whole one is taken, which is noted.
/// Throws `InvalidInput` for what is no table; notes missing columns and bad cells.
[[nodiscard]] WeatherRecords read_weather_table(std::string_view bytes, const std::string& file,
                                                Diagnostics& mistakes);

}  // namespace verbund::read
