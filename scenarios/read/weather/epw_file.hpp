#pragma once

#include <string>
#include <string_view>

#include "models/base/diagnostics.hpp"
#include "scenarios/read/weather/weather_records.hpp"

namespace verbund::read {

/// Whether a text is an EnergyPlus weather file.
[[nodiscard]] bool is_epw(std::string_view text);

/// Its hours: dry-bulb temperature and relative humidity; 99.9 degC and 999 % are no values.
///
/// Source: EnergyPlus, Auxiliary Programs, "EnergyPlus Weather File (EPW) Data Dictionary".
/// Throws `InvalidInput` for text that is no table; notes bad cells.
[[nodiscard]] WeatherRecords read_epw(std::string_view text, const std::string& file, Diagnostics& mistakes);

}  // namespace verbund::read
