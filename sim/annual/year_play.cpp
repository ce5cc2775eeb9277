#include "sim/annual/year_play.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>

#include "models/base/unit_factors.hpp"
#include "sim/annual/phase_sum.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::annual {
namespace {

using outcome::SiteYear;

/// Performance of the cluster hosts and physical servers; standby hosts wait idle and do not count.
double capacity_ops(const deploy::SiteDeployment& site, const deploy::HostTypes& types) {
    return deploy::sum_over_hosts(deploy::hosts_of(site.pools, deploy::own_load), types,
                                  &compute::HostType::performance_ops);
}

/// Performance over power of all servers at full load; not applicable without any.
double effectiveness(const deploy::SiteDeployment& site, const deploy::HostTypes& types) {
    const std::vector<deploy::HostSet> hosts = deploy::hosts_of(site.pools, deploy::own_load);
    const double full_w = deploy::sum_over_hosts(
        hosts, types, [](const compute::HostType& host) { return host.power_w.back(); });
    if (full_w <= 0.0) return outcome::not_applicable;
    return deploy::sum_over_hosts(hosts, types, &compute::HostType::performance_ops) / full_w;
}

/// More than an office's firewall and switches.
bool holds_anything(const SiteYear& site) {
    return site.servers_asked > 0.0 || site.standby_hosts > 0.0 || site.storage_tb > 0.0;
}

void add_site(const SiteYear& site, outcome::VariantYear& sum) {
    sum.servers_asked += site.servers_asked;
    sum.servers_placed += site.servers_placed;
    sum.servers_refused += site.servers_refused;
    sum.hosts += site.hosts;
    sum.physical_servers += site.physical_servers;
    sum.standby_hosts += site.standby_hosts;
    if (holds_anything(site)) sum.sites += 1.0;
    sum.storage_tb += site.storage_tb;
    sum.it_power_mean_kw += site.it_power_mean_kw;
    sum.grid_power_mean_kw += site.grid_power_mean_kw;
    sum.water_m3 += site.water_m3;
    add_energy(sum.energy, site.energy);
}

/// Of all sites, weighted by the performance of their running hosts: many small idle hosts must not outweigh
/// a few large busy ones.
void write_utilisation(const std::vector<SiteSum>& sites, outcome::VariantYear& sum) {
    double used_ops = 0.0;
    double capacity_ops = 0.0;
    for (const SiteSum& site : sites) {
        used_ops += site.used_ops();
        capacity_ops += site.capacity_ops();
    }
    if (capacity_ops > 0.0) sum.utilisation_mean = used_ops / capacity_ops;
}

void write_ratios(double reused_mwh, outcome::VariantYear& sum) {
    if (sum.energy.it_mwh > 0.0) {
        sum.pue = sum.energy.grid_mwh / sum.energy.it_mwh;
        sum.wue_l_per_kwh = sum.water_m3 / sum.energy.it_mwh;
        sum.erf = reused_mwh / sum.energy.grid_mwh;
        sum.cer = cooling_efficiency_ratio(sum.energy);
    }
    if (sum.workplaces > 0.0)
        sum.energy_per_workplace_kwh = sum.energy.grid_mwh * kwh_per_mwh / sum.workplaces;
}

void write_duration(std::vector<double> grid_kw, std::size_t center, std::vector<float>& out) {
    std::sort(grid_kw.begin(), grid_kw.end(), std::greater<>{});
    for (int p = 0; p < outcome::duration_points; ++p) {
        const auto index =
            static_cast<std::size_t>(std::lround(p / 100.0 * static_cast<double>(grid_kw.size() - 1)));
        out[center * outcome::duration_points + static_cast<std::size_t>(p)] =
            static_cast<float>(grid_kw[index]);
    }
}

double traffic_mean(const deploy::SiteDeployment& site, const deploy::SlotGrid& grid, double& peak) {
    const std::vector<double> load = deploy::slot_load(site.traffic_gbit_s, grid);
    double mean = 0.0;
    double days = 0.0;
    for (std::size_t s = 0; s < load.size(); ++s) {
        const double weight = grid.patterns->days_of_pattern[s / hours_per_day];
        mean += weight * load[s];
        days += weight;
    }
    peak = *std::max_element(load.begin(), load.end());
    return mean / days;
}

double racks_of(const deploy::SiteDeployment& site) {
    return site.in_operation ? site.needs.of[Resource::racks] : 0.0;
}

/// Goes through a year.
class YearPlay {
public:
    explicit YearPlay(const YearTask& task)
        : task_{task},
          phases_{task.phases.empty() ? std::span{&task.at.year(), 1} : task.phases},
          hours_{hours_in_year(task.at.year().year)},
          centers_{deploy::center_count(task.at.variant().sites)},
          sum_{hours_} {
        out_.sites.resize(task.at.year().sites.size());
        out_.sums.resize(out_.sites.size());
        if (task.keep_hours) center_hours_.resize(centers_);
        if (task.at.study().economics.hourly_shape)
            factors_ = economics::hour_factors(task.at.set().catalog, task.at.year().year);
    }

    PlayedYear take() {
        for (const deploy::Deployment& phase : phases_) run_phase(phase);
        sum_.finish();
        for (PhaseSum& of_phase : of_phases_)
            out_.phases.push_back(of_phase.finish(out_.sites, sum_.it_kw()));
        sum_up_sites();
        add_network();
        sum_up();
        if (task_.keep_hours) keep_hours();
        return std::move(out_);
    }

private:
    void run_phase(const deploy::Deployment& phase) {
        PhaseSum of_phase{phase, centers_};
        double wan_peak_gbit_s = 0.0;
        for (std::size_t s = 0; s < phase.sites.size(); ++s) {
            if (!phase.sites[s].in_operation) continue;
            const SitePhase played = play(phase, s);
            out_.sums[s].add(played, share_of_year(phase), out_.sites[s]);
            if (s < centers_) wan_peak_gbit_s += played.row.traffic_peak_gbit_s;
            of_phase.add(s, played);
        }
        out_.summary.wan_peak_gbit_s = std::max(out_.summary.wan_peak_gbit_s, wan_peak_gbit_s);
        of_phases_.push_back(std::move(of_phase));
    }

    SitePhase play(const deploy::Deployment& phase, std::size_t s) {
        const deploy::WorldYear& at = task_.at;
        const deploy::SiteDeployment& site = phase.sites[s];
        const deploy::Site& where = at.variant().sites[s];
        const deploy::SlotGrid grid{&at.profiles(),
                                    &patterns_.get(phase, deploy::states_of(site, where.state))};
        const bool keep_hours = task_.keep_hours && s < centers_;
        SiteHours hours;
        SiteYearOutcome played = simulate_site_year(
            {.where = &where,
             .site = &site,
             .types = &at.variant().host_types,
             .grid = grid,
             .weather = &task_.weather,
             .imperfection = at.study().facility.imperfection,
             .heat_reuse = where.center != nullptr ? where.center->heat_reuse.in(one) : 0.0,
             .keep_hours = keep_hours,
             .factors = factors_ ? &*factors_ : nullptr,
             .movable_share = at.study().economics.movable_share.in(one)},
            sum_, hours);
        SitePhase out{.row = played.year,
                      .tightness = {},
                      .clients_share = played.clients_share,
                      .it_mwh = played.it_mwh,
                      .grid_mwh = played.grid_mwh,
                      .it_peak_kw = played.it_peak_kw,
                      .grid_peak_kw = played.grid_peak_kw,
                      .capacity_ops = capacity_ops(site, at.variant().host_types),
                      .price_factor = played.price_factor,
                      .emission_factor = played.emission_factor};
        out.row.hosts_bought = site.hosts_bought;
        out.tightness = write_needs_and_limits(site, out.row);
        out.row.traffic_mean_gbit_s = traffic_mean(site, grid, out.row.traffic_peak_gbit_s);
        if (keep_hours) keep(hours.grid_kw, grid.patterns->first_hour(), s);
        out_.host_hours +=
            deploy::host_count(deploy::hosts_of(site.pools, deploy::all_pools)) * hours_of(phase);
        return out;
    }

    void keep(const std::vector<double>& grid_kw, std::size_t first_hour, std::size_t center) {
        center_hours_[center].resize(static_cast<std::size_t>(hours_), 0.0);
        std::copy(grid_kw.begin(), grid_kw.end(),
                  center_hours_[center].begin() + static_cast<std::ptrdiff_t>(first_hour));
    }

    void sum_up_sites() {
        const std::vector<deploy::SiteDeployment>& last = phases_.back().sites;
        for (std::size_t s = 0; s < out_.sums.size(); ++s) {
            SiteYear& row = out_.sites[s];
            if (out_.sums[s].in_operation()) {
                if (last[s].in_operation) write_counts(last[s], row);
                out_.summary.racks += racks_of(last[s]);
                write_metrics(task_.at.variant().sites[s], last[s], row);
            }
            add_site(row, out_.summary);
            out_.reused_mwh += row.erf * row.energy.grid_mwh;
        }
        write_utilisation(out_.sums, out_.summary);
    }

    void write_metrics(const deploy::Site& where, const deploy::SiteDeployment& site, SiteYear& row) const {
        row.cer = cooling_efficiency_ratio(row.energy);
        write_stranded(row);
        if (where.center == nullptr || !site.plant) return;
        row.ups_autonomy_min = deploy::supply_of(task_.at.study(), where).ups_autonomy.in(minutes);
        row.generator_kva = site.plant->generators.together_kw();
        if (row.generator_kva > 0.0) {
            row.generator_fuel_l =
                continuity::generator_fuel_l(row.resources[Resource::grid].limit,
                                             deploy::supply_of(task_.at.study(), where).fuel.in(hours));
        }
        row.iteesv_ops_per_w = effectiveness(site, task_.at.variant().host_types);
    }

    void add_network() {
        const deploy::WorldYear& at = task_.at;
        out_.network =
            network_year(at.network(), at.study(), at.variant(), phases_, at.profiles(), at.set().catalog);
        out_.summary.latency_p50_ms = out_.network.latency_p50_ms;
        out_.summary.latency_p95_ms = out_.network.latency_p95_ms;
        out_.summary.latency_over_limit_share = out_.network.over_limit_share;
    }

    void sum_up() {
        const deploy::Deployment& last = phases_.back();
        out_.summary.administrations = static_cast<double>(last.administrations.size());
        for (const deploy::AdministrationDeployment& a : last.administrations)
            out_.summary.workplaces += a.seats;
        out_.summary.it_power_peak_kw = *std::max_element(sum_.it_kw().begin(), sum_.it_kw().end());
        out_.summary.grid_power_peak_kw = *std::max_element(sum_.grid_kw().begin(), sum_.grid_kw().end());
        write_ratios(out_.reused_mwh, out_.summary);
    }

    void keep_hours() {
        out_.it_kw.assign(sum_.it_kw().begin(), sum_.it_kw().end());
        out_.grid_kw.assign(sum_.grid_kw().begin(), sum_.grid_kw().end());
        out_.duration_grid_kw.assign(centers_ * outcome::duration_points, 0.0F);
        for (std::size_t c = 0; c < centers_; ++c)
            if (!center_hours_[c].empty())
                write_duration(std::move(center_hours_[c]), c, out_.duration_grid_kw);
    }

    const YearTask& task_;
    std::span<const deploy::Deployment> phases_;
    int hours_;
    std::size_t centers_;
    HourlySum sum_;
    std::optional<economics::HourFactors> factors_;
    deploy::PatternCache patterns_;
    std::vector<PhaseSum> of_phases_;
    std::vector<std::vector<double>> center_hours_;  ///< [center], of the year; only if kept
    PlayedYear out_;
};

}  // namespace

PlayedYear play_year(const YearTask& task) { return YearPlay{task}.take(); }

}  // namespace verbund::annual
