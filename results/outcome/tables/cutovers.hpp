#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Cut-over of one administration.
struct Cutover {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string first_day;  ///< ISO date on which its wave begins
    std::string move;
    std::int32_t administration = 0;
    double data_gb = 0.0;
    double starts_night = 0.0;  ///< nights after the wave's beginning
    double finished_night = 0.0;
    double downtime_h = 0.0;
};

template <>
const Table<Cutover>& table_of<Cutover>();

}  // namespace verbund::outcome
