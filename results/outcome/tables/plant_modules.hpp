#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Plant of a center as it is built in units, from a year on.
struct PlantUnits {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string kind;
    double size = 0.0;
    double needed = 0.0;
    double installed = 0.0;
    std::string unit;
};

template <>
const Table<PlantUnits>& table_of<PlantUnits>();

}  // namespace verbund::outcome
