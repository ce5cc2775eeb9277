#include "sim/annual/embodied.hpp"

#include <algorithm>
#include <string>

#include "models/catalog/figure_value.hpp"
#include "sim/annual/host_life.hpp"
#include "sim/deploy/needs.hpp"

namespace verbund::annual {
namespace {

double life_years(const catalog::Catalog& catalog, const std::string& thing) {
    return catalog::figure_of<Duration>(catalog, "life." + thing).in(julian_years);
}

double per_year_t(CarbonMass mass, double years) { return mass.in(tonne_co2) / years; }

double hosts_t(const economics::EmbodiedParts& parts, const study::Hosts& rules,
               const deploy::SiteDeployment& site, const deploy::HostTypes& types) {
    double sum = 0.0;
    for (const deploy::Pool& pool : site.pools) {
        const int cards = pool.kind == deploy::PoolKind::physical ? 0 : 1;
        for (const deploy::HostSet& set : pool.hosts)
            sum += set.count * per_year_t(economics::embodied_in_server(parts, types[set.type], cards),
                                          life_of(pool, rules));
    }
    return sum;
}

/// Needs count what was refused, too; what has no place fills no rack.
double own_racks(const deploy::SiteDeployment& site) {
    const double needed = site.needs.of[Resource::racks];
    const double filled = site.plant ? std::min(needed, site.plant->limits[Resource::racks]) : needed;
    return std::max(0.0, filled - site.other_racks);
}

}  // namespace

EmbodiedBook EmbodiedBook::from(const catalog::Catalog& catalog) {
    return {.parts = economics::EmbodiedParts::from(catalog),
            .storage_life_years = life_years(catalog, "storage"),
            .rack_life_years = life_years(catalog, "rack"),
            .building_life_years = life_years(catalog, "building")};
}

EmbodiedYear embodied(const EmbodiedBook& book, const study::Study& study, const deploy::SiteDeployment& site,
                      const deploy::HostTypes& types, double clients_share) {
    const study::Storage& rules = study.storage;
    const Data stored = (site.storage_tb + deploy::backup_tb(rules, site) / rules.backup_density) * terabyte;
    EmbodiedYear year;
    year.hosts_t = hosts_t(book.parts, study.hosts, site, types);
    year.storage_t = per_year_t(economics::embodied_in_storage(book.parts, stored), book.storage_life_years);
    year.racks_t =
        per_year_t(economics::embodied_in_racks(book.parts, own_racks(site)), book.rack_life_years);
    if (site.plant) {
        const Power built = site.plant->limits[Resource::it_power] * kilowatt;
        year.building_t = clients_share * per_year_t(economics::embodied_in_building(book.parts, built),
                                                     book.building_life_years);
    }
    return year;
}

}  // namespace verbund::annual
