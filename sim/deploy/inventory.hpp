#pragma once

#include <vector>

#include "models/estate/estate.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::deploy {

/// Estate from an inventory of the base year instead of survey figures.  Class figures (use, traffic,
/// interactions) come from the workload classes named; growth applies as to derived estates.
[[nodiscard]] estate::Estate inventory_estate(const std::vector<study::InventoryGroup>& rows, double seats,
                                              const std::vector<catalog::WorkloadClass>& classes,
                                              const estate::Growth& growth, int base_year, int year);

}  // namespace verbund::deploy
