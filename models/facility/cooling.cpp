#include "models/facility/cooling.hpp"

#include <algorithm>
#include <variant>

#include "models/base/unit_factors.hpp"

namespace verbund::facility {
namespace {

using catalog::CoolingType;

constexpr double zero_celsius_k = 273.15;
constexpr double smallest_lift_k = 8.0;       // a compressor never works against less
constexpr double adiabatic_approach_k = 2.0;  // air leaves the wet pad this much above the wet bulb (A)

struct Air {
    double temperature_c = 0.0;
    double relative_humidity_pct = 0.0;
};

double chiller_cop(const catalog::Chiller& chiller, double air_c) {
    const double condenser_c = std::max(air_c + chiller.condenser_approach_k, chiller.condenser_min_c);
    const double lift_k = std::max(condenser_c - chiller.evaporator_c, smallest_lift_k);
    return std::min(chiller.carnot_efficiency * (chiller.evaporator_c + zero_celsius_k) / lift_k,
                    chiller.cop_limit);
}

double free_cooling_share(const catalog::WaterCircuit& water, double air_c) {
    const double reached_c = air_c + water.free_cooling_approach_k;
    return std::clamp((water.return_c - reached_c) / (water.return_c - water.supply_c), 0.0, 1.0);
}

/// A COP that is effective already holds bypass air, part load and all else that imperfection stands for.
CoolingHour dry_hour(const catalog::EffectiveCop& plant, double /*air_c*/, double /*imperfection*/) {
    return {1.0 / plant.effective_cop, 0.0, 0.0};
}

CoolingHour dry_hour(const catalog::DirectExpansion& plant, double air_c, double imperfection) {
    const double electricity = 1.0 / chiller_cop(plant, air_c) + plant.fan_share;
    return {electricity * imperfection, 0.0, 0.0};
}

CoolingHour dry_hour(const catalog::ChilledWater& plant, double air_c, double imperfection) {
    const double free = free_cooling_share(plant, air_c);
    const double electricity = (1.0 - free) / chiller_cop(plant, air_c) + plant.fan_share + plant.pump_share;
    return {electricity * imperfection, 0.0, free};
}

template <class Plant>
CoolingHour hour_of(const Plant& plant, const Air& air, double imperfection) {
    return dry_hour(plant, air.temperature_c, imperfection);
}

CoolingHour hour_of(const catalog::AdiabaticChilledWater& plant, const Air& air, double imperfection) {
    const bool evaporates = air.temperature_c > plant.adiabatic_above_c;
    if (!evaporates) return dry_hour(plant, air.temperature_c, imperfection);
    const double wetted_c = wet_bulb_c(air.temperature_c, air.relative_humidity_pct) + adiabatic_approach_k;
    CoolingHour hour = dry_hour(plant, std::min(air.temperature_c, wetted_c), imperfection);
    hour.water_l_per_kwh_heat = plant.water_l_per_kwh;
    return hour;
}

}  // namespace

CoolingHour cooling_hour(const CoolingType& type, double ambient_c, double relative_humidity_pct,
                         double imperfection) {
    const Air air{ambient_c, relative_humidity_pct};
    return std::visit([&](const auto& plant) { return hour_of(plant, air, imperfection); }, type.plant);
}

bool follows_weather(const CoolingType& type) {
    return !std::holds_alternative<catalog::EffectiveCop>(type.plant);
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
        if (h % hours_per_day == 0) year.free_cooling_hours_of_day.push_back(0.0);
        year.free_cooling_hours_of_day.back() += hour.free_cooling_share;
    }
    return year;
}

double design_electricity_per_heat(const CoolingType& type, double design_ambient_c, double imperfection) {
    const CoolingHour hour = std::visit(
        [&](const auto& plant) { return dry_hour(plant, design_ambient_c, imperfection); }, type.plant);
    return hour.electricity_per_heat;
}

}  // namespace verbund::facility
