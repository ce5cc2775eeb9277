#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "models/compute/host.hpp"

/// Power of a host by its utilisation, as a measured table or as one of the curves other simulators use.
namespace verbund::compute {

/// How power rises from idle to full load.
enum class PowerShape { linear, sqrt, square, cubic };

/// Names of the shapes, by their order.
[[nodiscard]] inline std::vector<std::string> power_shape_words() {
    return {"linear", "sqrt", "square", "cubic"};
}

/// P(u) = idle + (full - idle) f(u), f(u) = u, u^(1/2), u^2 or u^3 for a utilisation 0 <= u <= 1.
/// Source: the power models of CloudSim (R. Calheiros, R. Ranjan, A. Beloglazov, C. De Rose, R. Buyya,
/// "CloudSim", Software: Practice and Experience 41(1), 2011), which OpenDC has, too.
struct ShapedPower {
    double idle_w = 0.0;
    double full_w = 0.0;
    PowerShape shape = PowerShape::linear;
};

/// Watts at a utilisation in [0, 1]; values outside are clipped, the caller reports overload.
[[nodiscard]] inline double shaped_power_w(const ShapedPower& power, double utilisation) {
    const double u = utilisation > 0.0 ? std::min(utilisation, 1.0) : 0.0;
    switch (power.shape) {
        case PowerShape::linear:
            return power.idle_w + (power.full_w - power.idle_w) * u;
        case PowerShape::sqrt:
            return power.idle_w + (power.full_w - power.idle_w) * std::sqrt(u);
        case PowerShape::square:
            return power.idle_w + (power.full_w - power.idle_w) * u * u;
        case PowerShape::cubic:
            return power.idle_w + (power.full_w - power.idle_w) * u * u * u;
    }
    return power.full_w;
}

/// Eleven load points (see `interpolate`) or a shape.
using PowerCurve = std::variant<PowerTable, ShapedPower>;

/// Watts of a host at a utilisation.
[[nodiscard]] inline double power_w(const PowerCurve& curve, double utilisation) {
    if (const auto* table = std::get_if<PowerTable>(&curve)) return interpolate(*table, utilisation);
    return shaped_power_w(std::get<ShapedPower>(curve), utilisation);
}

/// Identical hosts.
struct HostGroup {
    std::string name;
    std::uint64_t count = 0;
    double cores = 0.0;
    double core_mhz = 0.0;
    double ram_mib = 0.0;
    PowerCurve power;

    [[nodiscard]] double capacity_mhz() const { return cores * core_mhz; }
};

}  // namespace verbund::compute
