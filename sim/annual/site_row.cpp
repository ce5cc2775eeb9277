#include "sim/annual/site_row.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"

namespace verbund::annual {
namespace {

using outcome::SiteYear;

double finite_or_nan(double limit) { return std::isfinite(limit) ? limit : outcome::not_applicable; }

void write_limits(const deploy::Limits& limits, SiteYear& row) {
    for (const Resource r : site_resources) row.resources[r].limit = finite_or_nan(limits[r]);
}

/// Needs count what was refused, so that the table shows by how much a limit is missed: the chain's needs
/// scale with IT.
void write_needs(const deploy::SiteDeployment& site, SiteYear& row) {
    const double running = row.resources[Resource::it_power].need;
    const double asked = std::max(site.needs.of[Resource::it_power], running);
    const double scale = running > 0.0 ? asked / running : 1.0;
    for (const Resource r : site_resources) {
        const bool of_chain = r == Resource::ups || r == Resource::cooling || r == Resource::grid;
        double& need = row.resources[r].need;
        need = of_chain ? need * scale : r == Resource::it_power ? asked : site.needs.of[r];
    }
}

Tightness find_binding(const deploy::StaticNeeds& static_needs, SiteYear& row) {
    Tightness tightest;
    for (const Resource r : site_resources) {
        const bool of_racks = r == Resource::racks || r == Resource::rack_power;
        if (of_racks && r != static_needs.racks_bound_by()) continue;
        const outcome::Need& need = row.resources[r];
        if (std::isnan(need.limit) || need.limit <= 0.0) continue;
        const double share = need.need / need.limit;
        if (share > row.binding_share) {
            row.binding_share = share;
            row.binding = r;
            tightest = {r, need.need, need.limit};
        }
    }
    return tightest;
}

}  // namespace

void write_counts(const deploy::SiteDeployment& site, SiteYear& row) {
    row.administrations = site.administrations;
    row.workplaces = site.workplaces;
    row.servers_asked = site.servers_asked;
    row.servers_placed = site.servers_placed;
    for (const deploy::Refused& r : site.refused) row.servers_refused += r.servers;
    row.vms = site.vms;
    row.physical_servers = site.physical_servers;
    row.hosts = deploy::host_count(deploy::hosts_of(site.pools, deploy::virtualised));
    row.standby_hosts = site.standby_hosts;
    row.vcpu = site.vcpu;
    row.ram_tb = site.ram_gb / gb_per_tb;
    row.storage_tb = site.storage_tb;
    row.host_age_years = site.host_age_years;
    row.replication_gbit_s = site.replication_gbit_s;
    row.exchange_gbit_s = site.exchange_gbit_s;
}

Tightness write_needs_and_limits(const deploy::SiteDeployment& site, SiteYear& row) {
    write_needs(site, row);
    write_limits(site.plant->limits, row);
    return find_binding(site.needs, row);
}

double cooling_efficiency_ratio(const outcome::EnergyParts& energy) {
    if (energy.cooling_mwh <= 0.0) return outcome::not_applicable;
    return (energy.it_mwh + energy.distribution_mwh + energy.ups_mwh) / energy.cooling_mwh;
}

double carbon_usage_effectiveness(double co2_t, const outcome::EnergyParts& energy) {
    return energy.it_mwh > 0.0 ? co2_t / energy.it_mwh : outcome::not_applicable;  // t/MWh = kg/kWh
}

void write_stranded(outcome::SiteYear& row) {
    const auto idle = [&row](Resource r) {
        const outcome::Need& need = row.resources[r];
        return std::isnan(need.limit) ? outcome::not_applicable : std::max(0.0, need.limit - need.need);
    };
    row.stranded_it_power_kw = idle(Resource::it_power);
    row.stranded_height_units = idle(Resource::height_units);
}

}  // namespace verbund::annual
