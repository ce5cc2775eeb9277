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

/// What power that is metered costs, EUR per kW of a year's peak.
struct DemandPrice {
    double eur_per_kw = 0.0;     ///< at the voltage of the site
    double contained_eur = 0.0;  ///< of the customers whose mean price per kWh the catalog gives
    double contained_hours =
        0.0;  ///< their yearly energy / their peak (full-load hours); 0: nothing contained
};

/// What a year's peak adds to a bill without VAT, or takes from it where the load is evener than that of the
/// catalog's industry customer.
///
/// (1 - 100 MWh / E) (d P - d_c E / h_c): power is metered from 100 MWh a year on (StromNZV paragraph 12),
/// the first of them stay at the price of those whose power is not.  The mean price of a kWh contains the
/// demand charge of a customer with h_c full-load hours, which is taken out; with their charge and hours the
/// result is 0.  As long as d_c / h_c stays below half the industry price the bill rises with E and with P.
/// Nothing below 100 MWh.
[[nodiscard]] Money demand_charge(const DemandPrice& price, Energy yearly_consumption, Power peak);

}  // namespace verbund::economics
