#pragma once

#include <vector>

#include "models/catalog/catalog.hpp"

/// How price and emissions of electricity move over the hours of a year.
namespace verbund::economics {

/// By hour of the year (8,760 or 8,784), over the mean of all its hours.
struct HourFactors {
    std::vector<double> price;
    std::vector<double> emission;
};

/// From the typical days of catalog `hour_shapes`: winter from October to March, workdays from Monday to
/// Friday (public holidays count as what weekday they are).  The mean over the year is 1, so that the level
/// stays that of the year's price and emission factor; what the table lacks is 1 at all hours.
[[nodiscard]] HourFactors hour_factors(const catalog::Catalog& catalog, int year);

}  // namespace verbund::economics
