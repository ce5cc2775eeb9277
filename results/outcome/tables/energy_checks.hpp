#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Energy of all hosts on a typical day from both engines.
struct EnergyCheck {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;
    double events_kwh = 0.0;
    double annual_kwh = 0.0;
    double deviation = 0.0;  ///< events / annual - 1
};

template <>
const Table<EnergyCheck>& table_of<EnergyCheck>();

}  // namespace verbund::outcome
