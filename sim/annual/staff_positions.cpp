#include "sim/annual/staff_positions.hpp"

#include <algorithm>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

/// Procedures by site.
std::vector<double> procedures_at(const deploy::VariantDeployment& variant, const deploy::Deployment& phase,
                                  std::size_t centers) {
    std::vector<double> at(phase.sites.size(), 0.0);
    double at_home = 0.0;
    for (const deploy::ProcedureServers& row : phase.procedures) {
        if (row.procedure >= variant.procedures.size()) continue;  // in no procedure
        if (row.site >= centers)
            at_home += row.procedures;
        else if (row.clients > 0)
            at[row.site] += row.procedures / row.clients;
    }
    double servers = 0.0;
    for (std::size_t s = centers; s < phase.sites.size(); ++s) servers += phase.sites[s].servers_placed;
    if (servers <= 0.0) return at;
    for (std::size_t s = centers; s < phase.sites.size(); ++s)
        at[s] = at_home * phase.sites[s].servers_placed / servers;
    return at;
}

/// Of the site's IT power.
double clients_part(const deploy::SiteDeployment& site) {
    const double all_w = site.needs.of[Resource::it_power] * watts_per_kw;
    if (site.other_it_w <= 0.0 || all_w <= 0.0) return 1.0;
    return std::clamp(1.0 - site.other_it_w / all_w, 0.0, 1.0);
}

economics::StaffAsk ask_of(const deploy::Site& where, const deploy::SiteDeployment& site, double procedures) {
    const bool waits = site.servers_placed == 0;
    const int cared_for = waits ? site.standby_hosts : site.servers_placed;
    return {.sites = 1.0,
            .servers = site.in_operation ? static_cast<double>(cared_for) : 0.0,
            .procedures = procedures,
            .on_call = !waits && where.center != nullptr && where.center->role != study::CenterRole::own,
            .round_the_clock = where.center != nullptr && where.center->round_the_clock,
            .part = clients_part(site)};
}

}  // namespace

std::vector<double> staff_positions(const economics::StaffLaw& law, const deploy::VariantDeployment& variant,
                                    const deploy::Deployment& phase) {
    const std::vector<deploy::Site>& sites = variant.sites;
    const deploy::Operators operators = deploy::operators_of(sites);
    const std::size_t centers = operators.of_center.size();
    const std::vector<double> procedures = procedures_at(variant, phase, centers);
    std::vector<double> positions(phase.sites.size(), 0.0);
    std::vector<std::vector<std::size_t>> centers_of(operators.names.size());
    for (std::size_t c = 0; c < centers; ++c) centers_of[operators.of_center[c]].push_back(c);
    for (const std::vector<std::size_t>& of : centers_of) {
        std::vector<economics::StaffAsk> asks;
        for (const std::size_t c : of) asks.push_back(ask_of(sites[c], phase.sites[c], procedures[c]));
        const std::vector<double> at = law.positions_at(asks);
        for (std::size_t i = 0; i < of.size(); ++i) positions[of[i]] = at[i];
    }
    for (std::size_t s = centers; s < phase.sites.size(); ++s)
        positions[s] = law.positions(ask_of(sites[s], phase.sites[s], procedures[s]));
    return positions;
}

}  // namespace verbund::annual
