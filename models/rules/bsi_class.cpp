#include "models/rules/bsi_class.hpp"

#include <array>

namespace verbund::rules {

int bsi_availability_class(double availability) {
    constexpr std::array from{0.95, 0.99, 0.999, 0.9999, 0.99999};
    int reached = -1;
    for (const double limit : from)
        if (availability >= limit) ++reached;
    return reached;
}

}  // namespace verbund::rules
