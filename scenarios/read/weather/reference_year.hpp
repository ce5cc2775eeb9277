#pragma once

#include <string>
#include <string_view>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/weather/weather_records.hpp"

namespace verbund::read {

/// Whether a text is a test reference year of the German weather service: its header ends with "***".
[[nodiscard]] bool is_reference_year(std::string_view text);

/// Its hours: columns MM, DD, HH, t and RF, wherever they stand; its place by RW and HW, if there.
///
/// Layouts of 2011 (by region) and 2017 (by place).  Hour 1 is from 00:00 to 01:00 winter time.
/// Source: DWD/BBSR, Handbuch Ortsgenaue Testreferenzjahre, 2017; Projektbericht TRY 2011.
/// Notes missing columns and bad cells.
[[nodiscard]] WeatherRecords read_reference_year(std::string_view text, const std::string& file,
                                                 Diagnostics& mistakes);

}  // namespace verbund::read
