#pragma once

#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A value that held in the run, with where it comes from.
struct AssumptionRow {
    std::string key;
    std::string value;
    bool given = false;
    std::string text;
    std::string evidence;
    std::string source;
    std::string low;    ///< least that the default may be; empty = no bounds
    std::string high;   ///< greatest
    std::string fixed;  ///< why there are no bounds
};

template <>
const Table<AssumptionRow>& table_of<AssumptionRow>();

}  // namespace verbund::outcome
