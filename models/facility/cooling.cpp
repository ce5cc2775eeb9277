#include "models/facility/cooling.hpp"

#include <algorithm>

namespace verbund::facility {
namespace {

using catalog::CoolingKind;
using catalog::CoolingType;

constexpr double zero_celsius_k = 273.15;
constexpr double smallest_lift_k = 8.0;       // a compressor never works against less
constexpr double adiabatic_approach_k = 2.0;  // air leaves the wet pad this much above the wet bulb (A)

bool has_free_cooling(const CoolingType& type) {
    return type.kind == CoolingKind::chilled_water || type.kind == CoolingKind::chilled_water_adiabatic;
}

double chiller_cop(const CoolingType& type, double air_c) {
    const double condenser_c = std::max(air_c + type.condenser_approach_k, type.condenser_min_c);
    const double lift_k = std::max(condenser_c - type.evaporator_c, smallest_lift_k);
    return std::min(type.carnot_efficiency * (type.evaporator_c + zero_celsius_k) / lift_k, type.cop_limit);
}

double free_cooling_share(const CoolingType& type, double air_c) {
    if (!has_free_cooling(type)) return 0.0;
    const double reached_c = air_c + type.free_cooling_approach_k;
    return std::clamp((type.return_c - reached_c) / (type.return_c - type.supply_c), 0.0, 1.0);
}

/// Plant with air of this temperature at its condenser or dry cooler; no water.
CoolingHour dry_hour(const CoolingType& type, double air_c, double imperfection) {
    if (type.kind == CoolingKind::effective_cop) return {imperfection / type.effective_cop, 0.0, 0.0};
    const double free = free_cooling_share(type, air_c);
    const double electricity = (1.0 - free) / chiller_cop(type, air_c) + type.fan_share + type.pump_share;
    return {electricity * imperfection, 0.0, free};
}

}  // namespace

CoolingHour cooling_hour(const CoolingType& type, double ambient_c, double relative_humidity_pct,
                         double imperfection) {
    const bool evaporates =
        type.kind == CoolingKind::chilled_water_adiabatic && ambient_c > type.adiabatic_above_c;
    if (!evaporates) return dry_hour(type, ambient_c, imperfection);
    const double wetted_c = wet_bulb_c(ambient_c, relative_humidity_pct) + adiabatic_approach_k;
    CoolingHour hour = dry_hour(type, std::min(ambient_c, wetted_c), imperfection);
    hour.water_l_per_kwh_heat = type.water_l_per_kwh;
    return hour;
}

CoolingYear cooling_year(const CoolingType& type, const HourlyClimate& climate, double imperfection) {
    const std::size_t hours = climate.temperature_c.size();
    CoolingYear year;
    year.electricity_per_heat.reserve(hours);
    year.water_l_per_kwh_heat.reserve(hours);
    for (std::size_t h = 0; h < hours; ++h) {
        const CoolingHour hour =
            cooling_hour(type, climate.temperature_c[h], climate.relative_humidity_pct[h], imperfection);
        year.electricity_per_heat.push_back(hour.electricity_per_heat);
        year.water_l_per_kwh_heat.push_back(hour.water_l_per_kwh_heat);
        year.free_cooling_hours += hour.free_cooling_share;
    }
    return year;
}

double design_electricity_per_heat(const CoolingType& type, double design_ambient_c, double imperfection) {
    return dry_hour(type, design_ambient_c, imperfection).electricity_per_heat;
}

}  // namespace verbund::facility
