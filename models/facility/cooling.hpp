#pragma once

#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/facility/climate.hpp"

/// Electricity and water that cooling takes per unit of heat removed, by outside climate.
namespace verbund::facility {

struct CoolingHour {
    double electricity_per_heat = 0.0;  ///< kWh per kWh
    double water_l_per_kwh_heat = 0.0;
    double free_cooling_share = 0.0;  ///< of the heat, 0..1
};

/// One hour.
///
/// electricity / heat = ((1 - f) / COP + fans + pumps) imperfection, with
/// COP = min(eta_c T_e / max(T_c - T_e, 8 K), limit), T_c = max(T_air + approach, minimum), temperatures in
/// kelvin, and free-cooling share f = clamp((T_return - (T_air + approach)) / (T_return - T_supply), 0, 1),
/// zero without chilled water.  `EffectiveCop` is 1 / COP whatever the weather: it is measured with all that
/// imperfection stands for.
/// `AdiabaticChilledWater` cools the air to the wet bulb + 2 K above `adiabatic_above_c`, and takes water in
/// those hours. `imperfection` >= 1 multiplies the electricity (bypass air, humidity control, part load,
/// oversizing). Neglects part load of the plant and changeover losses. Checked by
/// tests/validation/cooling_tables.cpp.
[[nodiscard]] CoolingHour cooling_hour(const catalog::CoolingType& type, double ambient_c,
                                       double relative_humidity_pct, double imperfection);

/// Whether the hours differ; taken for granted of every plant but one of an effective COP.
[[nodiscard]] bool follows_weather(const catalog::CoolingType& type);

/// Every hour of a climate year.
struct CoolingYear {
    std::vector<double> electricity_per_heat;
    std::vector<double> water_l_per_kwh_heat;
    double free_cooling_hours = 0.0;                ///< sum of the hourly shares (full-load equivalent)
    std::vector<double> free_cooling_hours_of_day;  ///< the same by day
};
[[nodiscard]] CoolingYear cooling_year(const catalog::CoolingType& type, const HourlyClimate& climate,
                                       double imperfection);

/// Worst case for sizing: electricity per heat at the design temperature, with the evaporation of an
/// adiabatic plant off (supply must hold without water).
[[nodiscard]] double design_electricity_per_heat(const catalog::CoolingType& type, double design_ambient_c,
                                                 double imperfection);

}  // namespace verbund::facility
