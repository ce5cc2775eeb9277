#pragma once

#include <cstdint>
#include <string>

#include "models/base/resource.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Servers that found no place.
struct Refusal {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string administration;
    std::string workload;
    double servers = 0.0;
    Resource binding = Resource::none;
};

template <>
const Table<Refusal>& table_of<Refusal>();

}  // namespace verbund::outcome
