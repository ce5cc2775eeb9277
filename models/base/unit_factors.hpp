#pragma once

/// Factors between units, for raw doubles whose names carry their unit: hot loops, rows of results, what is
/// shown.  Everything else holds the quantities of `units.hpp`.
namespace verbund {

inline constexpr double seconds_per_ms = 1e-3;
inline constexpr double ms_per_s = 1e3;
inline constexpr double seconds_per_minute = 60.0;
inline constexpr double seconds_per_hour = 3600.0;
inline constexpr double seconds_per_day = 86400.0;
inline constexpr double minutes_per_hour = 60.0;
inline constexpr int minutes_per_day = 1440;
inline constexpr int hours_per_day = 24;
inline constexpr double hours_per_year = 8766.0;  ///< mean Julian year

inline constexpr double bytes_per_kb = 1e3;
inline constexpr double bytes_per_gb = 1e9;
inline constexpr double bytes_per_tb = 1e12;
inline constexpr double bytes_per_gbit = 1e9 / 8.0;
inline constexpr double mb_per_gb = 1e3;
inline constexpr double gb_per_tb = 1e3;
inline constexpr double gbit_per_kbit = 1e-6;

inline constexpr double watts_per_kw = 1e3;
inline constexpr double kw_per_watt = 1e-3;
inline constexpr double wh_per_kwh = 1e3;
inline constexpr double mwh_per_wh = 1e-6;
inline constexpr double kwh_per_mwh = 1e3;
inline constexpr double mwh_per_gwh = 1e3;
inline constexpr double joules_per_kwh = 3.6e6;

inline constexpr double litres_per_m3 = 1e3;
inline constexpr double euro_per_thousand = 1e3;
inline constexpr double euro_per_million = 1e6;
inline constexpr double percent_per_one = 100.0;

}  // namespace verbund
