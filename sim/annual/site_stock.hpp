#pragma once

#include <vector>

#include "models/economics/holdings.hpp"
#include "sim/annual/priced_thing.hpp"

/// What stands at a site in a phase and what is paid for it by the year, but for electricity, water and
/// lines.
namespace verbund::annual {

/// What is counted; things that have a price get their number in `things`.
struct QuantityContext {
    const study::Study& study;  ///< but for `economics`
    const catalog::Catalog& catalog;
    const deploy::VariantDeployment& variant;
    const economics::BuyingRules& rules;
    const economics::WanPrices& wan;  ///< which product is the cheapest
    PricedThings& things;
};

/// What is paid by the year, or once.
struct RunningCost {
    std::uint32_t thing = 0;
    double quantity = 0.0;
};

/// Machines, data, devices, rooms and plant of a site; keys are host types and rows of catalog `gear`, prices
/// numbers of `context.things`.
///
/// In a center of another operator (`study::Center::colocation`) no rooms, plant and racks.  Else room
/// converted (by racks) up to a size, above it a building (kW of IT power the rooms carry), UPS,
/// batteries (kW installed), cooling (kW of heat, spare units as of the UPS), generators (kVA) and racks by
/// the clients' share of the IT power planned for; hosts, devices; storage by usable data.  Hosts live to the
/// end of the year before their refresh.  Those of an earlier year of purchase come from elsewhere in the
/// study at what they are still worth.
[[nodiscard]] std::vector<economics::Stock> site_stock(const QuantityContext& context,
                                                       const deploy::Site& where,
                                                       const deploy::SiteDeployment& site,
                                                       const Phase& phase);

/// Cores licensed, plant and devices that are kept up, positions filled (`staff_positions`), rent
/// of a room in another operator's center; `stock`: of the same site and phase.
[[nodiscard]] std::vector<RunningCost> running_costs(const QuantityContext& context,
                                                     const deploy::Site& where,
                                                     const deploy::SiteDeployment& site, const Phase& phase,
                                                     const std::vector<economics::Stock>& stock,
                                                     double positions);

/// Age of what stood when the horizon began: hosts by their year of purchase, rooms and plant of a center by
/// the date it was commissioned and renewed since; all else has an even mix of ages.
void open_holdings(const QuantityContext& context, const deploy::Site& where,
                   const std::vector<economics::Stock>& stock, const Phase& phase,
                   economics::Holdings& holdings);

}  // namespace verbund::annual
