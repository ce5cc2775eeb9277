#pragma once

#include <string>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "models/economics/holdings.hpp"
#include "models/economics/price_book.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"

/// What stands at a site in a phase and what it costs by the year, without electricity, water and links.
namespace verbund::annual {

/// What prices are applied to.
struct CostContext {
    const study::Study& study;
    const catalog::Catalog& catalog;
    const deploy::VariantDeployment& variant;
    const economics::PriceBook& prices;
    const deploy::HostTypes* repriced = nullptr;  ///< the variant's hosts at other prices; null: at its own

    [[nodiscard]] const compute::HostType& host(std::size_t type) const {
        return (repriced != nullptr ? *repriced : variant.host_types)[type];
    }
};

/// What is paid by the year, without tax.
struct RunningCost {
    economics::CostKind kind = economics::CostKind::staff;
    std::string item{};  ///< what it is within its kind
    double quantity = 0.0;
    double unit_price_eur = 0.0;  ///< per year
};

/// Machines, data, devices, rooms and plant of a site at prices of today without tax; keys are host types and
/// rows of catalog `gear`.
///
/// In a center of another operator (`study::Center::colocation`) no rooms, plant and racks.  Else room
/// converted (by racks) up to a size, above it a building (kW of IT power the rooms carry), UPS,
/// batteries (kW installed), cooling (kW of heat, spare units as of the UPS), generators (kVA) and racks by
/// the clients' share of the IT power planned for; hosts by their parts; storage by usable data, falling in
/// price by the year; devices by their catalog prices.  Hosts live to the end of the year before their
/// refresh.  Those of an earlier year of purchase come from elsewhere in the study at what they are still
/// worth.
[[nodiscard]] std::vector<economics::Stock> site_stock(const CostContext& context, const deploy::Site& where,
                                                       const deploy::SiteDeployment& site,
                                                       const Phase& phase);

/// Licences by core, upkeep of plant and devices by their price, positions filled (`staff_positions`), rent
/// of a room in another operator's center; `stock`: of the same site and phase.
[[nodiscard]] std::vector<RunningCost> running_costs(const CostContext& context, const deploy::Site& where,
                                                     const deploy::SiteDeployment& site,
                                                     const std::vector<economics::Stock>& stock,
                                                     double positions);

/// Age of what stood when the horizon began: hosts by their year of purchase, rooms and plant of a center by
/// the date it was commissioned and renewed since; all else has an even mix of ages.
void open_holdings(const CostContext& context, const deploy::Site& where,
                   const std::vector<economics::Stock>& stock, const Phase& phase,
                   economics::Holdings& holdings);

}  // namespace verbund::annual
