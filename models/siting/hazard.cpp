#include "models/siting/hazard.hpp"

#include <cmath>
#include <numbers>

namespace verbund::siting {

double common_hazard(Length distance, Length reach) {
    if (distance >= reach) return 0.0;
    const double u = distance / reach;
    return 2.0 / std::numbers::pi * (std::acos(u) - u * std::sqrt(1.0 - u * u));
}

}  // namespace verbund::siting
