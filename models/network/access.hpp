#pragma once

#include <string_view>

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// Usual capacity of WAN connections by kind of site and year.
namespace verbund::network {

/// Between the years of table `access_links.csv` the capacity grows by a constant factor per year (linear in
/// its logarithm); before the first and after the last it stays.  Throws `std::out_of_range` for an unknown
/// kind.
[[nodiscard]] DataRate usual_capacity(const catalog::Catalog& catalog, std::string_view kind, int year);

}  // namespace verbund::network
