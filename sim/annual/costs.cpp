#include "sim/annual/costs.hpp"

#include <cmath>

#include <fmt/format.h>

#include "models/catalog/figure_value.hpp"
#include "sim/annual/host_life.hpp"

namespace verbund::annual {
namespace {

double hosts_eur(const CostBook& book, const deploy::SiteDeployment& site, const deploy::HostTypes& types,
                 const study::Hosts& rules) {
    double total = 0.0;
    for (const deploy::Pool& pool : site.pools) {
        for (const deploy::HostSet& set : pool.hosts) {
            const compute::HostType& type = types[set.type];
            total += set.count * type.price_eur / life_of(pool, rules);
            if (pool.kind != deploy::PoolKind::physical)
                total += set.count * type.cores * book.licence_eur_per_core;
        }
    }
    return total;
}

double storage_eur(const CostBook& book, const study::Storage& storage, double stored_tb, int years) {
    const double fall = std::pow(1.0 - storage.density_gain.in(per_year), years);
    const double per_tb = book.storage_eur_per_tb + storage.backup_share.in(one)*book.backup_eur_per_tb;
    return stored_tb * per_tb * fall / book.storage_life_years;
}

}  // namespace

CostBook CostBook::from(const catalog::Catalog& c) {
    CostBook b;
    b.storage_eur_per_tb = catalog::figure_of<DataPrice>(c, "cost.storage").in(euro_per_terabyte);
    b.backup_eur_per_tb = catalog::figure_of<DataPrice>(c, "cost.backup-storage").in(euro_per_terabyte);
    b.licence_eur_per_core = catalog::figure_of<MoneyRate>(c, "cost.licence").in(euro_per_year);
    b.small_room_eur_per_kw = catalog::figure_of<PowerPrice>(c, "cost.building.small").in(euro_per_kilowatt);
    b.center_eur_per_kw = catalog::figure_of<PowerPrice>(c, "cost.building.large").in(euro_per_kilowatt);
    b.route_eur_per_km = catalog::figure_of<LengthPrice>(c, "cost.wan-route").in(euro_per_kilometre);
    b.staff_eur_per_year = catalog::figure_of<MoneyRate>(c, "cost.staff-fte").in(euro_per_year);
    b.servers_per_staff_small = catalog::count_of(c, "staff.vms-per-fte.small");
    b.servers_per_staff_center = catalog::count_of(c, "staff.vms-per-fte.provider");
    b.storage_life_years = catalog::figure_of<Duration>(c, "life.storage").in(julian_years);
    b.building_life_years = catalog::figure_of<Duration>(c, "life.building").in(julian_years);
    b.embodied = EmbodiedBook::from(c);
    return b;
}

outcome::Cost capacity_cost(const CostBook& book, const study::Study& study, const deploy::Site& where,
                            const deploy::SiteDeployment& site, const deploy::HostTypes& types, int year) {
    const bool small = where.center == nullptr || where.center->role == study::CenterRole::own;
    outcome::Cost cost;
    cost.hardware_eur = hosts_eur(book, site, types, study.hosts) +
                        storage_eur(book, study.storage, site.storage_tb, year - study.estate.base_year);
    if (site.plant) {
        cost.building_eur = site.plant->limits[Resource::it_power] *
                            (small ? book.small_room_eur_per_kw : book.center_eur_per_kw) /
                            book.building_life_years;
    }
    cost.staff_eur = site.servers_placed /
                     (small ? book.servers_per_staff_small : book.servers_per_staff_center) *
                     book.staff_eur_per_year;
    return cost;
}

double two_routes_eur(const CostBook& book, Length air) {
    return 2.0 * air.in(kilometre)*book.route_eur_per_km;
}

}  // namespace verbund::annual
