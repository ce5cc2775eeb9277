#pragma once

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// Rates in which carriers sell lines.
namespace verbund::network {

/// The least rate of table `line_rates.csv` that is not below `need`; beyond the largest one the least whole
/// number of lines of that rate.  A need of zero gets the smallest rate.  Throws `std::out_of_range` if the
/// table has no rows.
[[nodiscard]] DataRate sold_rate(const catalog::Catalog& catalog, DataRate need);

}  // namespace verbund::network
