#pragma once

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// Price and emissions of grid electricity by year.
///
/// Both tables hold one row per year: linear between rows, outside the table the nearest row holds.  Each
/// function throws `std::out_of_range` when its table is empty.
namespace verbund::economics {

/// Which of the price paths is taken.
enum class PathChoice { low, mid, high };

/// Direct emissions of the German mix (location-based).
[[nodiscard]] CarbonIntensity grid_emission(const catalog::Catalog& catalog, int year, PathChoice path);

/// Market-based: (1 - s) location + s renewable_upstream, as the share s (0..1) bought as renewable
/// electricity counts only its upstream emissions.
[[nodiscard]] CarbonIntensity market_emission(CarbonIntensity location, CarbonIntensity renewable_upstream,
                                              double renewable_share);

/// What a site pays without VAT for a year's consumption: the commercial price for the first 100 MWh, the
/// industry price for every further one.
///
/// Each MWh has a price of its own, so the bill never falls when consumption rises; one price for the whole
/// consumption would make 160 MWh cheaper than 140.  Above some GWh the mean price is the industry price.
[[nodiscard]] Money electricity_bill(const catalog::Catalog& catalog, int year, Energy yearly_consumption,
                                     PathChoice path);

}  // namespace verbund::economics
