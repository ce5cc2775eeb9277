#pragma once

#include <string>

#include "models/catalog/catalog.hpp"
#include "results/outcome/outcome.hpp"
#include "sim/annual/embodied.hpp"
#include "sim/deploy/deployment.hpp"

/// Yearly cost of a site, from the catalog's figures.
namespace verbund::annual {

/// Figures of table `figures.csv` in the units the formulas need.
struct CostBook {
    double storage_eur_per_tb = 0.0;
    double backup_eur_per_tb = 0.0;
    double licence_eur_per_core = 0.0;  ///< per year
    double small_room_eur_per_kw = 0.0;
    double center_eur_per_kw = 0.0;
    double route_eur_per_km = 0.0;  ///< per year
    double staff_eur_per_year = 0.0;
    double servers_per_staff_small = 0.0;
    double servers_per_staff_center = 0.0;
    double storage_life_years = 0.0;
    double building_life_years = 0.0;
    EmbodiedBook embodied;

    /// Throws `RunFailed` naming the figure if one is missing or has another unit.
    [[nodiscard]] static CostBook from(const catalog::Catalog& catalog);
};

/// Everything but energy and wide-area links: straight-line cost of hosts (the price of their parts), storage
/// and rooms, licences, and staff.  Hosts live as long as the study's refresh says, stand-alone servers as
/// its stand_alone_refresh.  Storage gets cheaper by the study's density gain. Small rooms and centers differ
/// in price per kW and in servers per person.  Switches and firewalls have no price here.
[[nodiscard]] outcome::Cost capacity_cost(const CostBook& book, const study::Study& study,
                                          const deploy::Site& where, const deploy::SiteDeployment& site,
                                          const deploy::HostTypes& types, int year);

/// Cost per year of two routes between a primary and its backup site: 2 x air line x price per km of air
/// line, which has the detours in it (cost.wan-route).
[[nodiscard]] double two_routes_eur(const CostBook& book, Length air);

}  // namespace verbund::annual
