#pragma once

#include <vector>

#include "models/catalog/catalog.hpp"

/// How price and emissions of electricity move over the hours of a year.
namespace verbund::economics {

/// By hour of the year (8,760 or 8,784), over the mean of all its hours.
struct HourFactors {
    std::vector<double> price;
    std::vector<double> emission;
    /// By day of the year: mean over the six hours of the day with the lowest price.
    std::vector<double> price_of_waiting;
    std::vector<double> emission_of_waiting;
};

/// Means of the factors by the energy of the hours from `first_hour` on, whole days; of each day the part
/// `movable` (0..1) has those of its cheapest hours.  1 without energy.
struct WeightedFactors {
    double price = 1.0;
    double emission = 1.0;
};
[[nodiscard]] WeightedFactors weighted(const HourFactors& factors, const std::vector<double>& power,
                                       std::size_t first_hour, double movable);

/// From the typical days of catalog `hour_shapes`: winter from October to March, workdays from Monday to
/// Friday (public holidays count as what weekday they are).  The mean over the year is 1, so that the level
/// stays that of the year's price and emission factor; what the table lacks is 1 at all hours.
[[nodiscard]] HourFactors hour_factors(const catalog::Catalog& catalog, int year);

}  // namespace verbund::economics
