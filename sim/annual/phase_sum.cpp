#include "sim/annual/phase_sum.hpp"

#include <algorithm>
#include <cstddef>

#include "models/base/unit_factors.hpp"

namespace verbund::annual {

PhaseSum::PhaseSum(const deploy::Deployment& phase, std::size_t first_home)
    : phase_{static_cast<const Phase&>(phase)} {
    out_.sites.resize(phase.sites.size());
    outcome::VariantPhase& row = out_.row;
    row.year = phase.year;
    row.first_day = to_string(first_date(phase));
    row.last_day = to_string(last_date(phase));
    row.starts_with = phase_start_ids[phase.starts_with];
    row.hours = hours_of(phase);
    for (std::size_t s = 0; s < phase.sites.size(); ++s) {
        const deploy::SiteDeployment& site = phase.sites[s];
        if (!site.in_operation) continue;
        const bool home = s >= first_home;
        (home ? row.servers_at_home : row.servers_at_centers) += site.servers_placed;
        (home ? row.hosts_at_home : row.hosts_at_centers) +=
            deploy::host_count(deploy::hosts_of(site.pools, deploy::virtualised));
        row.hosts_bought += site.hosts_bought;
        for (const deploy::Refused& r : site.refused) row.servers_refused += r.servers;
    }
}

void PhaseSum::add(std::size_t site, const SitePhase& played) {
    out_.row.energy_it_mwh += played.row.energy.it_mwh;
    out_.row.energy_grid_mwh += played.row.energy.grid_mwh;
    out_.row.it_power_mean_kw += played.row.it_power_mean_kw;
    out_.sites[site] = {.in_operation = true,
                        .grid_mwh = played.row.energy.grid_mwh,
                        .clients_share = played.clients_share,
                        .emission_factor = played.emission_factor};
}

PlayedPhase PhaseSum::finish(const std::vector<outcome::SiteYear>& year, const std::vector<double>& it_kw) {
    const auto first = it_kw.begin() + static_cast<std::ptrdiff_t>(phase_.first_day) * hours_per_day;
    out_.row.it_power_peak_kw = *std::max_element(first, first + hours_of(phase_));
    for (std::size_t s = 0; s < out_.sites.size(); ++s) {
        PhaseOfSite& site = out_.sites[s];
        if (site.grid_mwh > 0.0) site.grid_share = site.grid_mwh / year[s].energy.grid_mwh;
    }
    return std::move(out_);
}

}  // namespace verbund::annual
