#pragma once

#include <cstdint>
#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// First year in which a need exceeds its limit, per site.
struct Bottleneck {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    Resource resource = Resource::none;
    double need = 0.0;
    double limit = 0.0;
    std::string unit;
};

template <>
const Table<Bottleneck>& table_of<Bottleneck>();

}  // namespace verbund::outcome
