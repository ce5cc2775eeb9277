#pragma once

#include <array>

#include "models/catalog/catalog.hpp"

/// The monthly climate of a region in any year.
namespace verbund::facility {

/// January to December of `region`, interpolated linearly between the two table years around `year`, constant
/// outside them.  Throws `std::out_of_range` if a month is missing.
[[nodiscard]] std::array<catalog::ClimateNormal, 12> monthly_normals(const catalog::Catalog& catalog,
                                                                     int region, int year);

}  // namespace verbund::facility
