#include "sim/annual/site_sum.hpp"

#include <algorithm>
#include <cmath>

#include "models/base/unit_factors.hpp"

namespace verbund::annual {
namespace {

/// Whether a need is closer to its limit than another; without limits the larger.
bool tighter(const outcome::Need& a, const outcome::Need& b) {
    const bool both = !std::isnan(a.limit) && !std::isnan(b.limit);
    if (both && a.limit > 0.0 && b.limit > 0.0) return a.need / a.limit > b.need / b.limit;
    return both || std::isnan(a.limit) == std::isnan(b.limit) ? a.need > b.need : std::isnan(b.limit);
}

}  // namespace

void add_energy(outcome::EnergyParts& sum, const outcome::EnergyParts& more) {
    sum.it_mwh += more.it_mwh;
    sum.distribution_mwh += more.distribution_mwh;
    sum.ups_mwh += more.ups_mwh;
    sum.auxiliary_mwh += more.auxiliary_mwh;
    sum.cooling_mwh += more.cooling_mwh;
    sum.transformer_mwh += more.transformer_mwh;
    sum.grid_mwh += more.grid_mwh;
}

void add_cost(outcome::Cost& sum, const outcome::Cost& more) {
    sum.energy_eur += more.energy_eur;
    sum.hardware_eur += more.hardware_eur;
    sum.licences_eur += more.licences_eur;
    sum.building_eur += more.building_eur;
    sum.staff_eur += more.staff_eur;
    sum.network_eur += more.network_eur;
    sum.change_eur += more.change_eur;
}

double total_of(const outcome::Cost& cost) {
    return cost.energy_eur + cost.hardware_eur + cost.licences_eur + cost.building_eur + cost.staff_eur +
           cost.network_eur + cost.change_eur;
}

void SiteSum::add(const SitePhase& phase, double part, outcome::SiteYear& row) {
    const outcome::SiteYear& more = phase.row;
    add_needs(phase, row);
    add_peaks(phase, row);
    add_ratios(phase, part, row);
    row.in_operation = 1.0;
    row.hosts_bought += more.hosts_bought;
    row.it_power_mean_kw += more.it_power_mean_kw * part;
    row.grid_power_mean_kw += more.grid_power_mean_kw * part;
    row.traffic_mean_gbit_s += more.traffic_mean_gbit_s * part;
    row.traffic_peak_gbit_s = std::max(row.traffic_peak_gbit_s, more.traffic_peak_gbit_s);
    row.utilisation_peak = std::max(row.utilisation_peak, more.utilisation_peak);
    add_energy(row.energy, more.energy);
    row.water_m3 += more.water_m3;
    row.free_cooling_h += more.free_cooling_h;
    ++phases_;
}

void SiteSum::add_needs(const SitePhase& phase, outcome::SiteYear& row) {
    for (const Resource r : site_resources) {
        outcome::Need& most = row.resources[r];
        if (phases_ == 0 || tighter(phase.row.resources[r], most)) most = phase.row.resources[r];
    }
    if (phases_ > 0 && !(phase.row.binding_share > row.binding_share)) return;
    row.binding = phase.row.binding;
    row.binding_share = phase.row.binding_share;
    tightness_ = phase.tightness;
}

void SiteSum::add_peaks(const SitePhase& phase, outcome::SiteYear& row) {
    if (phases_ == 0 || phase.it_peak_kw > it_peak_kw_) {
        it_peak_kw_ = phase.it_peak_kw;
        row.it_peak_hour = phase.row.it_peak_hour;
    }
    if (phases_ == 0 || phase.grid_peak_kw > grid_peak_kw_) {
        grid_peak_kw_ = phase.grid_peak_kw;
        row.grid_peak_hour = phase.row.grid_peak_hour;
    }
}

void SiteSum::add_ratios(const SitePhase& phase, double part, outcome::SiteYear& row) {
    const outcome::SiteYear& more = phase.row;
    it_mwh_ += phase.it_mwh;
    grid_mwh_ += phase.grid_mwh;
    priced_mwh_ += phase.grid_mwh * phase.price_factor;
    water_m3_ += more.wue_l_per_kwh * phase.it_mwh;  // l/kWh = m3/MWh
    reused_mwh_ += more.erf * phase.grid_mwh;
    parts_ += part;
    ups_load_share_ += more.ups_load_share * part;
    used_ops_ += more.utilisation_mean * phase.capacity_ops * part;
    capacity_ops_ += phase.capacity_ops * part;
    if (phases_ == 0) {
        clients_share_ = clients_share_of_grid_ = phase.clients_share;
        row.pue = more.pue;
        row.wue_l_per_kwh = more.wue_l_per_kwh;
        row.erf = more.erf;
        row.ups_load_share = more.ups_load_share;
        row.utilisation_mean = more.utilisation_mean;
        return;
    }
    clients_share_ = (row.energy.it_mwh + more.energy.it_mwh) / it_mwh_;
    clients_share_of_grid_ = (row.energy.grid_mwh + more.energy.grid_mwh) / grid_mwh_;
    row.pue = grid_mwh_ / it_mwh_;
    row.wue_l_per_kwh = water_m3_ / it_mwh_;
    row.erf = reused_mwh_ / grid_mwh_;
    row.ups_load_share = ups_load_share_ / parts_;
    row.utilisation_mean = capacity_ops_ > 0.0 ? used_ops_ / capacity_ops_ : 0.0;
}

}  // namespace verbund::annual
