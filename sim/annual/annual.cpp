#include "sim/annual/annual.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "models/base/unit_factors.hpp"
#include "models/economics/electricity.hpp"
#include "models/network/topology.hpp"
#include "sim/annual/network_year.hpp"
#include "sim/deploy/joined_pairs.hpp"
#include "sim/deploy/pattern_cache.hpp"
#include "sim/deploy/sites.hpp"

namespace verbund::annual {
namespace {

using outcome::SiteYear;

/// Shared by all sites of a year.
struct YearFacts {
    CarbonIntensity location;
    CarbonIntensity renewable_upstream;
    double tax = 1.0;
};

YearFacts year_facts(const YearTask& in) {
    const study::Economics& e = in.at.study().economics;
    YearFacts f;
    f.location = economics::grid_emission(in.at.set().catalog, in.at.year().year, e.emission);
    f.renewable_upstream = e.renewable_upstream;
    f.tax = 1.0 + e.value_added_tax.in(one);
    return f;
}

double finite_or_nan(double limit) { return std::isfinite(limit) ? limit : outcome::not_applicable; }

void write_limits(const deploy::Limits& limits, SiteYear& out) {
    for (const Resource r : site_resources) out.resources[r].limit = finite_or_nan(limits[r]);
}

/// Needs count what was refused, so that the table shows by how much a limit is missed: the chain's needs
/// scale with IT.
void write_needs(const deploy::SiteDeployment& site, SiteYear& out) {
    const double running = out.resources[Resource::it_power].need;
    const double asked = std::max(site.needs.of[Resource::it_power], running);
    const double scale = running > 0.0 ? asked / running : 1.0;
    for (const Resource r : site_resources) {
        const bool of_chain = r == Resource::ups || r == Resource::cooling || r == Resource::grid;
        double& need = out.resources[r].need;
        need = of_chain ? need * scale : r == Resource::it_power ? asked : site.needs.of[r];
    }
}

/// Racks count as such where their space asks for them, and as rack power where that does.
Tightness find_binding(const deploy::StaticNeeds& static_needs, SiteYear& out) {
    Tightness tightest;
    for (const Resource r : site_resources) {
        const bool of_racks = r == Resource::racks || r == Resource::rack_power;
        if (of_racks && r != static_needs.racks_bound_by()) continue;
        const outcome::Need& need = out.resources[r];
        if (std::isnan(need.limit) || need.limit <= 0.0) continue;
        const double share = need.need / need.limit;
        if (share > out.binding_share) {
            out.binding_share = share;
            out.binding = r;
            tightest = {r, need.need, need.limit};
        }
    }
    return tightest;
}

void write_counts(const deploy::SiteDeployment& site, SiteYear& out) {
    out.in_operation = 1.0;
    out.administrations = site.administrations;
    out.workplaces = site.workplaces;
    out.servers_asked = site.servers_asked;
    out.servers_placed = site.servers_placed;
    for (const deploy::Refused& r : site.refused) out.servers_refused += r.servers;
    out.vms = site.vms;
    out.physical_servers = site.physical_servers;
    out.hosts = deploy::host_count(deploy::hosts_of(site.pools, deploy::virtualised));
    out.standby_hosts = site.standby_hosts;
    out.hosts_bought = site.hosts_bought;
    out.vcpu = site.vcpu;
    out.ram_tb = site.ram_gb / gb_per_tb;
    out.storage_tb = site.storage_tb;
    out.host_age_years = site.host_age_years;
    out.replication_gbit_s = site.replication_gbit_s;
}

/// Of a center with other clients: theirs is the same share of the bill and of the building as of the energy.
void write_emissions_and_cost(const YearTask& in, const YearFacts& facts, const deploy::Site& where,
                              const deploy::SiteDeployment& site, WholeCenter& whole, SiteYear& out) {
    const Energy grid = out.energy.grid_mwh * megawatt_hour;
    const double share = renewable_share(in.at.study().economics, where.center, in.at.year().year);
    out.co2_location_t = (grid * facts.location).in(tonne_co2);
    out.co2_market_t =
        (grid * economics::market_emission(facts.location, facts.renewable_upstream, share)).in(tonne_co2);
    out.co2_embodied_t = embodied_t(in.costs, in.at.study().hosts, site);
    out.cost =
        capacity_cost(in.costs, in.at.study(), where, site, in.at.variant().host_types, in.at.year().year);
    const Money bill =
        economics::electricity_bill(in.at.set().catalog, in.at.year().year, whole.grid_mwh * megawatt_hour,
                                    in.at.study().economics.price);
    whole.energy_eur = bill.in(euro)*facts.tax;
    out.cost.energy_eur = whole.energy_eur * whole.clients_share;
    out.cost.building_eur *= whole.clients_share;
}

/// Two diverse routes between the sites of each pair that they join; two that back each other up share them.
void write_network_cost(const YearTask& in, std::vector<SiteYear>& sites) {
    for (const std::size_t i : deploy::joined_pairs(in.at.year().replications, in.at.variant().sites)) {
        const deploy::Replication& r = in.at.year().replications[i];
        const Length air =
            network::great_circle(in.at.variant().sites[r.primary].at, in.at.variant().sites[r.backup].at);
        sites[r.backup].cost.network_eur += two_routes_eur(in.costs, air);
    }
}

void add_total(outcome::Cost& cost) {
    cost.total_eur =
        cost.energy_eur + cost.hardware_eur + cost.building_eur + cost.staff_eur + cost.network_eur;
}

void add_energy(outcome::EnergyParts& sum, const outcome::EnergyParts& e) {
    sum.it_mwh += e.it_mwh;
    sum.distribution_mwh += e.distribution_mwh;
    sum.ups_mwh += e.ups_mwh;
    sum.auxiliary_mwh += e.auxiliary_mwh;
    sum.cooling_mwh += e.cooling_mwh;
    sum.transformer_mwh += e.transformer_mwh;
    sum.grid_mwh += e.grid_mwh;
}

void add_cost(outcome::Cost& sum, const outcome::Cost& c) {
    sum.energy_eur += c.energy_eur;
    sum.hardware_eur += c.hardware_eur;
    sum.building_eur += c.building_eur;
    sum.staff_eur += c.staff_eur;
    sum.network_eur += c.network_eur;
    sum.total_eur += c.total_eur;
}

/// Utilisation of all sites, weighted by the performance of their running hosts: many small idle hosts must
/// not outweigh a few large busy ones.
struct UtilisationSum {
    double used_ops = 0.0;
    double capacity_ops = 0.0;
};

/// Performance of the cluster hosts and physical servers; standby hosts wait idle and do not count.
double capacity_ops(const deploy::SiteDeployment& site, const deploy::HostTypes& types) {
    return deploy::sum_over_hosts(deploy::hosts_of(site.pools, deploy::own_load), types,
                                  &compute::HostType::performance_ops);
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
    sum.racks += site.resources[Resource::racks].need;
    sum.storage_tb += site.storage_tb;
    sum.it_power_mean_kw += site.it_power_mean_kw;
    sum.grid_power_mean_kw += site.grid_power_mean_kw;
    sum.water_m3 += site.water_m3;
    sum.co2_location_t += site.co2_location_t;
    sum.co2_market_t += site.co2_market_t;
    sum.co2_embodied_t += site.co2_embodied_t;
    add_energy(sum.energy, site.energy);
    add_cost(sum.cost, site.cost);
    reused_mwh += site.erf * site.energy.grid_mwh;
}

void finish_summary(const HourlySum& hours, const UtilisationSum& utilisation, double reused_mwh,
                    outcome::VariantYear& sum) {
    sum.it_power_peak_kw = *std::max_element(hours.it_kw().begin(), hours.it_kw().end());
    sum.grid_power_peak_kw = *std::max_element(hours.grid_kw().begin(), hours.grid_kw().end());
    if (utilisation.capacity_ops > 0.0)
        sum.utilisation_mean = utilisation.used_ops / utilisation.capacity_ops;
    if (sum.energy.it_mwh > 0.0) {
        sum.pue = sum.energy.grid_mwh / sum.energy.it_mwh;
        sum.wue_l_per_kwh = sum.water_m3 / sum.energy.it_mwh;
        sum.erf = reused_mwh / sum.energy.grid_mwh;
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

void write_home(const SiteYear& home, const deploy::AdministrationDeployment& a,
                outcome::AdministrationYear& row) {
    row.workplaces = a.seats;
    row.servers = a.servers;
    row.servers_at_home = a.servers_at_home;
    if (home.in_operation == 0.0) return;
    row.home_racks = home.resources[Resource::racks].need;
    row.home_it_power_mean_kw = home.it_power_mean_kw;
    row.home_grid_energy_mwh = home.energy.grid_mwh;
    row.home_pue = home.pue;
    row.home_binding_share = home.binding_share;
}

/// A year, site by site, and what the sites come to together.
class YearRun {
public:
    explicit YearRun(const YearTask& task)
        : task_{task},
          facts_{year_facts(task)},
          hours_{hours_in_year(task.at.year().year)},
          centers_{deploy::center_count(task.at.variant().sites)},
          sum_{hours_} {}

    YearOutcome outcome() {
        const std::vector<deploy::SiteDeployment>& sites = task_.at.year().sites;
        out_.sites.resize(sites.size());
        out_.tightness.resize(sites.size());
        out_.whole.resize(centers_);
        if (task_.keep_hours) out_.duration_grid_kw.assign(centers_ * outcome::duration_points, 0.0F);
        for (std::size_t s = 0; s < sites.size(); ++s)
            if (sites[s].in_operation) run_site(s);
        write_network_cost(task_, out_.sites);
        sum_up_sites();
        add_network();
        finish_summary(sum_, utilisation_, reused_mwh_, out_.summary);
        if (task_.keep_hours) {
            out_.it_kw.assign(sum_.it_kw().begin(), sum_.it_kw().end());
            out_.grid_kw.assign(sum_.grid_kw().begin(), sum_.grid_kw().end());
        }
        return std::move(out_);
    }

private:
    void run_site(std::size_t s) {
        const deploy::WorldYear& at = task_.at;
        const deploy::SiteDeployment& site = at.year().sites[s];
        const deploy::Site& where = at.variant().sites[s];
        const deploy::SlotGrid grid{&at.profiles(),
                                    &patterns_.get(at.year().year, deploy::states_of(site, where.state))};
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
             .keep_hours = keep_hours},
            sum_, hours);
        SiteYear& year = played.year;
        WholeCenter whole{played.clients_share, played.it_mwh, played.grid_mwh};
        write_counts(site, year);
        write_needs(site, year);
        write_limits(site.plant->limits, year);
        out_.tightness[s] = find_binding(site.needs, year);
        year.traffic_mean_gbit_s = traffic_mean(site, grid, year.traffic_peak_gbit_s);
        write_emissions_and_cost(task_, facts_, where, site, whole, year);
        if (s < centers_) out_.whole[s] = whole;
        if (keep_hours) write_duration(std::move(hours.grid_kw), s, out_.duration_grid_kw);
        out_.host_hours += deploy::host_count(deploy::hosts_of(site.pools, deploy::all_pools)) * hours_;
        const double ops = capacity_ops(site, at.variant().host_types);
        utilisation_.used_ops += year.utilisation_mean * ops;
        utilisation_.capacity_ops += ops;
        out_.sites[s] = year;
    }

    void sum_up_sites() {
        for (SiteYear& site : out_.sites) {
            if (site.in_operation == 0.0) continue;
            add_total(site.cost);
            add_site(site, out_.summary, reused_mwh_);
        }
        for (std::size_t s = 0; s < centers_; ++s)
            out_.summary.wan_peak_gbit_s += out_.sites[s].traffic_peak_gbit_s;
        sum_.finish();
    }

    void add_network() {
        const deploy::WorldYear& at = task_.at;
        NetworkYear network =
            network_year(at.network(), at.study(), at.variant(), at.year(), at.profiles(), at.set().catalog);
        out_.administrations = std::move(network.administrations);
        out_.links = std::move(network.links);
        out_.summary.administrations = static_cast<double>(at.year().administrations.size());
        for (std::size_t a = 0; a < out_.administrations.size(); ++a) {
            const deploy::AdministrationDeployment& deployed = at.year().administrations[a];
            write_home(out_.sites[deployed.home], deployed, out_.administrations[a]);
            out_.summary.workplaces += deployed.seats;
        }
        out_.summary.latency_p50_ms = network.latency_p50_ms;
        out_.summary.latency_p95_ms = network.latency_p95_ms;
        out_.summary.latency_over_limit_share = network.over_limit_share;
    }

    const YearTask& task_;
    YearFacts facts_;
    int hours_;
    std::size_t centers_;
    HourlySum sum_;
    deploy::PatternCache patterns_;
    UtilisationSum utilisation_;
    double reused_mwh_ = 0.0;
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
