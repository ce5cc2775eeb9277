#include "sim/annual/phase_sum.hpp"

#include <algorithm>
#include <cstddef>

#include "models/base/unit_factors.hpp"

namespace verbund::annual {

PhaseSum::PhaseSum(const deploy::Deployment& phase, std::size_t first_home)
    : phase_{static_cast<const Phase&>(phase)}, grid_mwh_(phase.sites.size(), 0.0) {
    row_.year = phase.year;
    row_.first_day = to_string(first_date(phase));
    row_.last_day = to_string(last_date(phase));
    row_.starts_with = phase_start_ids[phase.starts_with];
    row_.hours = hours_of(phase);
    for (std::size_t s = 0; s < phase.sites.size(); ++s) {
        const deploy::SiteDeployment& site = phase.sites[s];
        if (!site.in_operation) continue;
        const bool home = s >= first_home;
        (home ? row_.servers_at_home : row_.servers_at_centers) += site.servers_placed;
        (home ? row_.hosts_at_home : row_.hosts_at_centers) +=
            deploy::host_count(deploy::hosts_of(site.pools, deploy::virtualised));
        row_.hosts_bought += site.hosts_bought;
        for (const deploy::Refused& r : site.refused) row_.servers_refused += r.servers;
    }
}

void PhaseSum::add(std::size_t site, const SitePhase& played) {
    row_.energy_it_mwh += played.row.energy.it_mwh;
    row_.energy_grid_mwh += played.row.energy.grid_mwh;
    row_.it_power_mean_kw += played.row.it_power_mean_kw;
    grid_mwh_[site] = played.row.energy.grid_mwh;
    cost_eur_ += total_of(played.row.cost);
}

outcome::VariantPhase PhaseSum::finish(const std::vector<outcome::SiteYear>& year,
                                       const std::vector<double>& it_kw) const {
    outcome::VariantPhase row = row_;
    const auto first = it_kw.begin() + static_cast<std::ptrdiff_t>(phase_.first_day) * hours_per_day;
    row.it_power_peak_kw = *std::max_element(first, first + hours_of(phase_));
    row.cost_total_eur = cost_eur_;
    for (std::size_t s = 0; s < grid_mwh_.size(); ++s)
        if (grid_mwh_[s] > 0.0)
            row.cost_total_eur += year[s].cost.energy_eur * (grid_mwh_[s] / year[s].energy.grid_mwh);
    return row;
}

}  // namespace verbund::annual
