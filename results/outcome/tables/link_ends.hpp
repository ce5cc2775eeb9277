#pragma once

#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A link by its name and its two ends.
struct LinkEnds {
    std::string id;
    std::string from;
    std::string to;
    double length_km = 0.0;
    bool synthetic = false;
};

template <>
const Table<LinkEnds>& table_of<LinkEnds>();

}  // namespace verbund::outcome
