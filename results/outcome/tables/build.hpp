#pragma once

#include <cstdint>
#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A building stage of a center that the run sizes.
struct BuildStep {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    Resource resource = Resource::none;
    double from = 0.0;
    double to = 0.0;
    std::string unit;
};

template <>
const Table<BuildStep>& table_of<BuildStep>();

}  // namespace verbund::outcome
