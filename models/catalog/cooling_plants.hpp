#pragma once

#include <concepts>
#include <string_view>
#include <type_traits>
#include <variant>

#include "models/catalog/column.hpp"

/// Kinds of cooling plants, each with the numbers that it needs (FACTS B4, A..E).
///
/// A plant is made of parts, and a part's numbers are columns of `cooling.csv`, which stay empty in the rows
/// of plants without that part.  `word` is the plant's in the column `kind`; `numbers` calls
/// `take(column, limits, member)` for each of its numbers, those of its parts included.
namespace verbund::catalog {

inline constexpr Between plant_celsius{-30.0, 80.0};
inline constexpr Between plant_kelvin{0.0, 50.0};

/// A compressor that works against the air outside.
struct Chiller {
    double carnot_efficiency = 0.0;  ///< eta_c
    double cop_limit = 0.0;
    double evaporator_c = 0.0;
    double condenser_approach_k = 0.0;
    double condenser_min_c = 0.0;

    constexpr void numbers(auto&& take) {
        take(Column{"carnot_efficiency", "", "COP / Carnot's COP"}, Between{0.05, 1.0}, carnot_efficiency);
        take(Column{"cop_limit", "", "highest COP of the chiller"}, Between{1.0, 50.0}, cop_limit);
        take(Column{"evaporator_c", "°C", "evaporating temperature"}, plant_celsius, evaporator_c);
        take(Column{"condenser_approach_k", "K", "condenser above the air outside"}, plant_kelvin,
             condenser_approach_k);
        take(Column{"condenser_min_c", "°C", "lowest condensing temperature"}, plant_celsius,
             condenser_min_c);
    }
};

struct Fans {
    double fan_share = 0.0;

    constexpr void numbers(auto&& take) {
        take(Column{"fan_share", "", "electricity of fans / heat"}, share, fan_share);
    }
};

/// Chilled water that the air outside can cool, too.
struct WaterCircuit {
    double supply_c = 0.0;
    double return_c = 0.0;
    double free_cooling_approach_k = 0.0;
    double pump_share = 0.0;

    constexpr void numbers(auto&& take) {
        take(Column{"supply_c", "°C", "chilled water to the room"}, plant_celsius, supply_c);
        take(Column{"return_c", "°C", "chilled water from the room"}, plant_celsius, return_c);
        take(Column{"free_cooling_approach_k", "K", "water above the air outside in free cooling"},
             plant_kelvin, free_cooling_approach_k);
        take(Column{"pump_share", "", "electricity of pumps / heat"}, share, pump_share);
    }
};

struct EffectiveCop {
    static constexpr std::string_view word = "effective-cop";
    double effective_cop = 0.0;

    constexpr void numbers(auto&& take) {
        take(Column{"effective_cop", "", "heat / electricity, fans included"}, Between{0.5, 30.0},
             effective_cop);
    }
};

struct DirectExpansion : Chiller, Fans {
    static constexpr std::string_view word = "direct-expansion";

    constexpr void numbers(auto&& take) {
        Chiller::numbers(take);
        Fans::numbers(take);
    }
};

struct ChilledWater : Chiller, WaterCircuit, Fans {
    static constexpr std::string_view word = "chilled-water";

    constexpr void numbers(auto&& take) {
        Chiller::numbers(take);
        WaterCircuit::numbers(take);
        Fans::numbers(take);
    }
};

/// Chilled water whose dry coolers are wetted in the heat.
struct AdiabaticChilledWater : ChilledWater {
    static constexpr std::string_view word = "chilled-water-adiabatic";
    double adiabatic_above_c = 0.0;
    double water_l_per_kwh = 0.0;

    constexpr void numbers(auto&& take) {
        ChilledWater::numbers(take);
        take(Column{"adiabatic_above_c", "°C", "air outside above which water evaporates"}, plant_celsius,
             adiabatic_above_c);
        take(Column{"water_l_per_kwh", "l/kWh", "water per heat in hours with evaporation"},
             Between{0.0, 10.0}, water_l_per_kwh);
    }
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
