#pragma once

#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A simulation that gave no outcome.
struct FailedCase {
    std::string name;
    std::string reason;
    std::string repeat;  ///< command that repeats it
    std::string seed;
};

template <>
const Table<FailedCase>& table_of<FailedCase>();

}  // namespace verbund::outcome
