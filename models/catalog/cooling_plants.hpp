#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <variant>

/// Kinds of cooling plants, each with the numbers that it needs (FACTS B4, A..E).
///
/// A plant is made of parts, and a part's numbers are columns of `cooling.csv`, which stay empty in the rows
/// of plants without that part.  `word` is the plant's in the column `kind`.
namespace verbund::catalog {

/// A compressor that works against the air outside.
struct Chiller {
    double carnot_efficiency = 0.0;  ///< eta_c
    double cop_limit = 0.0;
    double evaporator_c = 0.0;  ///< evaporating temperature
    double condenser_approach_k = 0.0;
    double condenser_min_c = 0.0;
};

struct Fans {
    double fan_share = 0.0;  ///< electricity of fans per heat
};

/// Chilled water that the air outside can cool, too.
struct WaterCircuit {
    double supply_c = 0.0;
    double return_c = 0.0;
    double free_cooling_approach_k = 0.0;
    double pump_share = 0.0;  ///< electricity of pumps per heat
};

struct EffectiveCop {
    static constexpr std::string_view word = "effective-cop";
    double effective_cop = 0.0;  ///< heat / electricity, fans included
};

struct DirectExpansion : Chiller, Fans {
    static constexpr std::string_view word = "direct-expansion";
};

struct ChilledWater : Chiller, WaterCircuit, Fans {
    static constexpr std::string_view word = "chilled-water";
};

/// Chilled water whose dry coolers are wetted in the heat.
struct AdiabaticChilledWater : ChilledWater {
    static constexpr std::string_view word = "chilled-water-adiabatic";
    double adiabatic_above_c = 0.0;
    double water_l_per_kwh = 0.0;  ///< litres per kWh of heat in hours with evaporation
};

using CoolingPlant = std::variant<EffectiveCop, DirectExpansion, ChilledWater, AdiabaticChilledWater>;

/// The plant, or the part of it, of that type; none where the plant has no such part.
template <class Part, class Plant>
[[nodiscard]] auto* part_of(Plant& plant) {
    using Found = std::conditional_t<std::is_const_v<Plant>, const Part, Part>;
    return std::visit(
        [](auto& one) -> Found* {
            if constexpr (std::derived_from<std::remove_cvref_t<decltype(one)>, Part>)
                return &one;
            else
                return nullptr;
        },
        plant);
}

}  // namespace verbund::catalog
