#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A line that the run sizes and builds on after the start.
struct LineBuild {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string line;  ///< "access:<administration>" or "link:<link>"
    double from_gbit_s = 0.0;
    double to_gbit_s = 0.0;
};

template <>
const Table<LineBuild>& table_of<LineBuild>();

}  // namespace verbund::outcome
