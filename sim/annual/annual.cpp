#include "sim/annual/annual.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <span>

#include "models/base/unit_factors.hpp"
#include "models/economics/electricity.hpp"
#include "models/network/topology.hpp"
#include "sim/annual/network_year.hpp"
#include "sim/annual/phase_sum.hpp"
#include "sim/annual/played_hours.hpp"
#include "sim/annual/shared_cost.hpp"
#include "sim/annual/site_sum.hpp"
#include "sim/deploy/joined_pairs.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/sites.hpp"
#include "sim/deploy/supply.hpp"

namespace verbund::annual {
namespace {

using outcome::SiteYear;

/// Shared by all sites of a year.
struct YearFacts {
    CarbonIntensity location;
    CarbonIntensity renewable_upstream;
};

YearFacts year_facts(const YearTask& in) {
    const study::Economics& e = in.at.study().economics;
    YearFacts f;
    f.location = economics::grid_emission(in.at.set().catalog, in.at.year().year, e.emission);
    f.renewable_upstream = e.renewable_upstream;
    return f;
}

void write_emissions(const YearTask& in, const YearFacts& facts, const deploy::Site& where,
                     const deploy::SiteDeployment& site, double hours_factor, SitePhase& phase) {
    const int year = in.at.year().year;
    SiteYear& row = phase.row;
    const Energy grid = row.energy.grid_mwh * megawatt_hour;
    const double share = renewable_share(in.at.study().economics, where.center, year);
    const CarbonIntensity location = facts.location * hours_factor;
    row.co2_location_t = (grid * location).in(tonne_co2);
    row.co2_market_t =
        (grid * economics::market_emission(location, facts.renewable_upstream, share)).in(tonne_co2);
    row.co2_embodied_t =
        embodied(in.embodied, in.at.study(), site, in.at.variant().host_types, phase.clients_share).total_t();
}

/// Bill of a site for a year's electricity, its peak included, and the part of the study's clients: by
/// energy; and their water.  Sites with a transformer of their own are customers at medium voltage.
void write_energy_cost(const YearTask& in, const SiteSum& sum, WholeCenter& whole, SiteYear& row) {
    const Energy grid = sum.grid_mwh() * megawatt_hour;
    const bool medium_voltage =
        row.resources[Resource::grid].limit * kilowatt >= in.at.study().facility.transformer_from;
    const Money by_energy = economics::electricity_bill(in.at.set().catalog, in.at.year().year, grid,
                                                        in.at.study().economics.price) *
                            sum.price_factor();
    const Money bill = by_energy + economics::demand_charge(in.costs.demand(medium_voltage), grid,
                                                            sum.billed_peak_kw() * kilowatt);
    whole = {sum.clients_share(), sum.it_mwh(), sum.grid_mwh(), in.costs.with_tax(bill.in(euro))};
    row.cost.energy_eur =
        whole.energy_eur * sum.clients_share_of_grid() + row.water_m3 * in.costs.water_eur_per_m3();
}

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
void add_site(const SiteYear& site, outcome::VariantYear& sum, double& reused_mwh) {
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
    sum.co2_location_t += site.co2_location_t;
    sum.co2_market_t += site.co2_market_t;
    sum.co2_embodied_t += site.co2_embodied_t;
    add_energy(sum.energy, site.energy);
    add_cost(sum.cost, site.cost);
    sum.cost.total_eur += site.cost.total_eur;
    reused_mwh += site.erf * site.energy.grid_mwh;
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

void finish_summary(const HourlySum& hours, double reused_mwh, double renewable_mwh,
                    outcome::VariantYear& sum) {
    sum.it_power_peak_kw = *std::max_element(hours.it_kw().begin(), hours.it_kw().end());
    sum.grid_power_peak_kw = *std::max_element(hours.grid_kw().begin(), hours.grid_kw().end());
    if (sum.energy.it_mwh > 0.0) {
        sum.pue = sum.energy.grid_mwh / sum.energy.it_mwh;
        sum.wue_l_per_kwh = sum.water_m3 / sum.energy.it_mwh;
        sum.erf = reused_mwh / sum.energy.grid_mwh;
        sum.ref = renewable_mwh / sum.energy.grid_mwh;
        sum.cer = cooling_efficiency_ratio(sum.energy);
        sum.cue_kg_per_kwh = carbon_usage_effectiveness(sum.co2_location_t, sum.energy);
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

/// `racks`: those needed on the last day of the year.
void write_home(const SiteYear& home, double racks, const deploy::AdministrationDeployment& a,
                outcome::AdministrationYear& row) {
    row.workplaces = a.seats;
    row.servers = a.servers;
    row.servers_at_home = a.servers_at_home;
    if (home.in_operation == 0.0) return;
    row.home_racks = racks;
    row.home_it_power_mean_kw = home.it_power_mean_kw;
    row.home_grid_energy_mwh = home.energy.grid_mwh;
    row.home_pue = home.pue;
    row.home_binding_share = home.binding_share;
}

double racks_of(const deploy::SiteDeployment& site) {
    return site.in_operation ? site.needs.of[Resource::racks] : 0.0;
}

/// A year, phase by phase and site by site, and what the sites come to together.
class YearRun {
public:
    explicit YearRun(const YearTask& task)
        : task_{task},
          phases_{task.phases.empty() ? std::span{&task.at.year(), 1} : task.phases},
          facts_{year_facts(task)},
          hours_{hours_in_year(task.at.year().year)},
          centers_{deploy::center_count(task.at.variant().sites)},
          sums_(task.at.year().sites.size()),
          sum_{hours_},
          known_{task.hours != nullptr && task.hours->sum.has_value()} {
        if (task.hours != nullptr && !known_)
            task.hours->sites.assign(phases_.size(), std::vector<PlayedSite>(sums_.size()));
        if (task.keep_hours) center_hours_.resize(centers_);
        if (task.at.study().economics.hourly_shape)
            factors_ = economics::hour_factors(task.at.set().catalog, task.at.year().year);
    }

    YearOutcome outcome() {
        out_.sites.resize(sums_.size());
        for (const deploy::Deployment& phase : phases_) run_phase(phase);
        sum_up_sites();
        add_network();
        finish_summary(sum_, reused_mwh_, renewable_mwh_, out_.summary);
        finish_phases();
        if (task_.keep_hours) {
            out_.it_kw.assign(sum_.it_kw().begin(), sum_.it_kw().end());
            out_.grid_kw.assign(sum_.grid_kw().begin(), sum_.grid_kw().end());
            out_.duration_grid_kw.assign(centers_ * outcome::duration_points, 0.0F);
            for (std::size_t c = 0; c < centers_; ++c)
                if (!center_hours_[c].empty())
                    write_duration(std::move(center_hours_[c]), c, out_.duration_grid_kw);
        }
        return std::move(out_);
    }

private:
    void run_phase(const deploy::Deployment& phase) {
        PhaseSum of_phase{phase, centers_};
        double wan_peak_gbit_s = 0.0;
        for (std::size_t s = 0; s < phase.sites.size(); ++s) {
            if (!phase.sites[s].in_operation) {
                add_closed(phase, s, of_phase);
                continue;
            }
            const SitePhase played = run_site(phase, s);
            sums_[s].add(played, share_of_year(phase), out_.sites[s]);
            if (s < centers_) wan_peak_gbit_s += played.row.traffic_peak_gbit_s;
            of_phase.add(s, played);
        }
        out_.summary.wan_peak_gbit_s = std::max(out_.summary.wan_peak_gbit_s, wan_peak_gbit_s);
        of_phases_.push_back(std::move(of_phase));
    }

    /// The lines of an administration are paid also where no room of its own is left.
    void add_closed(const deploy::Deployment& phase, std::size_t s, PhaseSum& of_phase) {
        const outcome::Cost& cost = task_.costs.of(phase, s);
        add_cost(out_.sites[s].cost, cost);
        of_phase.add_cost(total_of(cost));
    }

    SitePhase run_site(const deploy::Deployment& phase, std::size_t s) {
        const PlayedSite played = known_ ? known(s) : play(phase, s);
        SitePhase out = played.phase;
        write_emissions(task_, facts_, task_.at.variant().sites[s], phase.sites[s], played.emission_factor,
                        out);
        out.row.cost = task_.costs.of(phase, s);
        return out;
    }

    [[nodiscard]] PlayedSite& known(std::size_t s) const { return task_.hours->sites[of_phases_.size()][s]; }

    /// All of a site's phase but its emissions and what it costs.
    PlayedSite play(const deploy::Deployment& phase, std::size_t s) {
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
        PlayedSite out{.phase = {.row = played.year,
                                 .tightness = {},
                                 .clients_share = played.clients_share,
                                 .it_mwh = played.it_mwh,
                                 .grid_mwh = played.grid_mwh,
                                 .it_peak_kw = played.it_peak_kw,
                                 .grid_peak_kw = played.grid_peak_kw,
                                 .capacity_ops = capacity_ops(site, at.variant().host_types),
                                 .price_factor = played.price_factor},
                       .emission_factor = played.emission_factor};
        outcome::SiteYear& row = out.phase.row;
        row.hosts_bought = site.hosts_bought;
        out.phase.tightness = write_needs_and_limits(site, row);
        row.traffic_mean_gbit_s = traffic_mean(site, grid, row.traffic_peak_gbit_s);
        if (keep_hours) keep(hours.grid_kw, grid.patterns->first_hour(), s);
        out_.host_hours +=
            deploy::host_count(deploy::hosts_of(site.pools, deploy::all_pools)) * hours_of(phase);
        if (task_.hours != nullptr) known(s) = out;
        return out;
    }

    void finish_hours() {
        if (known_)
            sum_ = *task_.hours->sum;
        else
            sum_.finish();
        if (task_.hours != nullptr && !known_) task_.hours->sum = sum_;
    }

    void keep(const std::vector<double>& grid_kw, std::size_t first_hour, std::size_t center) {
        center_hours_[center].resize(static_cast<std::size_t>(hours_), 0.0);
        std::copy(grid_kw.begin(), grid_kw.end(),
                  center_hours_[center].begin() + static_cast<std::ptrdiff_t>(first_hour));
    }

    void sum_up_sites() {
        const std::vector<deploy::SiteDeployment>& last = phases_.back().sites;
        out_.tightness.resize(sums_.size());
        out_.whole.resize(centers_);
        for (std::size_t s = 0; s < sums_.size(); ++s) {
            SiteYear& row = out_.sites[s];
            if (sums_[s].in_operation()) {
                out_.tightness[s] = sums_[s].tightness();
                if (last[s].in_operation) write_counts(last[s], row);
                WholeCenter whole;
                write_energy_cost(task_, sums_[s], whole, row);
                if (s < centers_) out_.whole[s] = whole;
                out_.summary.racks += racks_of(last[s]);
                write_metrics(task_.at.variant().sites[s], last[s], row);
                renewable_mwh_ += row.ref * row.energy.grid_mwh;
            }
            row.cost.total_eur = total_of(row.cost);
            add_site(row, out_.summary, reused_mwh_);
        }
        write_utilisation(sums_, out_.summary);
        finish_hours();
    }

    void write_metrics(const deploy::Site& where, const deploy::SiteDeployment& site, SiteYear& row) const {
        row.ref = renewable_share(task_.at.study().economics, where.center, task_.at.year().year);
        row.cer = cooling_efficiency_ratio(row.energy);
        row.cue_kg_per_kwh = carbon_usage_effectiveness(row.co2_location_t, row.energy);
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

    /// Each administration's part of what the centers draw, by its servers there.
    void share_energy(const deploy::Deployment& last) {
        const ClientShares by_servers{economics::ShareKey::servers, task_.at.variant().administrations, last,
                                      centers_};
        for (std::size_t c = 0; c < centers_; ++c) {
            const double mwh = out_.sites[c].energy.grid_mwh;
            if (mwh == 0.0) continue;
            const std::vector<double> parts = by_servers.of_center(c);
            for (std::size_t a = 0; a < parts.size(); ++a)
                out_.administrations[a].center_grid_energy_mwh += mwh * parts[a];
        }
    }

    void add_network() {
        const deploy::WorldYear& at = task_.at;
        NetworkYear network = known_ ? task_.hours->network
                                     : network_year(at.network(), at.study(), at.variant(), phases_,
                                                    at.profiles(), at.set().catalog);
        if (task_.hours != nullptr && !known_) task_.hours->network = network;
        const deploy::Deployment& last = phases_.back();
        out_.administrations = std::move(network.administrations);
        out_.links = std::move(network.links);
        out_.summary.administrations = static_cast<double>(last.administrations.size());
        for (std::size_t a = 0; a < out_.administrations.size(); ++a) {
            const deploy::AdministrationDeployment& deployed = last.administrations[a];
            write_home(out_.sites[deployed.home], racks_of(last.sites[deployed.home]), deployed,
                       out_.administrations[a]);
            out_.summary.workplaces += deployed.seats;
        }
        const ClientShares shares{at.study().economics.share_key, at.variant().administrations, last,
                                  centers_};
        share_costs(shares, last, out_.sites, centers_, out_.administrations);
        share_energy(last);
        out_.bills =
            bill_clients({at.study(), at.variant(), phases_}, shares, out_.sites, out_.administrations);
        out_.summary.latency_p50_ms = network.latency_p50_ms;
        out_.summary.latency_p95_ms = network.latency_p95_ms;
        out_.summary.latency_over_limit_share = network.over_limit_share;
    }

    void finish_phases() {
        for (const PhaseSum& of_phase : of_phases_)
            out_.phases.push_back(of_phase.finish(out_.sites, sum_.it_kw()));
    }

    const YearTask& task_;
    std::span<const deploy::Deployment> phases_;
    YearFacts facts_;
    int hours_;
    std::size_t centers_;
    std::vector<SiteSum> sums_;  ///< [site]
    HourlySum sum_;
    bool known_;  ///< what the hours come to
    std::optional<economics::HourFactors> factors_;
    deploy::PatternCache patterns_;
    std::vector<PhaseSum> of_phases_;
    std::vector<std::vector<double>> center_hours_;  ///< [center], of the year; only if kept
    double reused_mwh_ = 0.0;
    double renewable_mwh_ = 0.0;
    YearOutcome out_;
};

}  // namespace

double renewable_share(const study::Economics& economics, const study::Center* center, int year) {
    constexpr int full_share_from = 2027;  // EnEfG s.11(5)
    if (center != nullptr && center->renewable_share) return center->renewable_share->in(one);
    return (year >= full_share_from ? economics.renewable_share_from_2027 : economics.renewable_share)
        .in(one);
}

std::vector<CoolingKey> weather_keys(const study::Study& study, const catalog::Catalog& catalog,
                                     int first_year, int last_year) {
    std::set<std::pair<std::string, int>> plants;
    const auto administrations = study::resolve_territory(study, catalog);
    const deploy::SiteTable table = deploy::make_sites(study, catalog, administrations);
    // Offices need their gear cooled also where their own center does not stand.
    for (const std::size_t home : table.home_of)
        plants.emplace(study.home.cooling, table.sites[home].climate_region);
    for (const deploy::Site& site : table.sites) {
        if (site.center == nullptr) continue;
        for (const auto& [id, room] : site.center->rooms) plants.emplace(room.cooling, site.climate_region);
    }
    std::vector<CoolingKey> keys;
    for (const auto& [type, region] : plants)
        for (int year = first_year; year <= last_year; ++year)
            keys.push_back({type, region, year, study.facility.imperfection});
    return keys;
}

YearOutcome simulate_year(const YearTask& task) { return YearRun{task}.outcome(); }

}  // namespace verbund::annual
