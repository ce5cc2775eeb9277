#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/resource.hpp"
#include "results/outcome/availability.hpp"
#include "results/outcome/events.hpp"
#include "results/outcome/not_applicable.hpp"
#include "results/outcome/sites.hpp"

/// The vocabulary of every number reported: plain structs, units in the names, and a table that describes
/// each member.
namespace verbund::outcome {

using verbund::Resource;
inline constexpr int resource_count = 13;
[[nodiscard]] std::string_view resource_id(Resource resource);  ///< "height-units", ...
[[nodiscard]] std::string_view resource_name_de(Resource resource);
[[nodiscard]] std::string_view resource_name_en(Resource resource);
/// The resource of a stored code; `none` for a code that no resource has (rounded to the nearest integer).
[[nodiscard]] Resource resource_from_code(double code);

/// Need against limit of one resource.
struct Need {
    double need = 0.0;
    double limit = not_applicable;  ///< NaN = none known
};

/// Energy along the chain; the parts sum to the grid energy.
struct EnergyParts {
    double it_mwh = 0.0;
    double distribution_mwh = 0.0;
    double ups_mwh = 0.0;
    double auxiliary_mwh = 0.0;
    double cooling_mwh = 0.0;
    double transformer_mwh = 0.0;
    double grid_mwh = 0.0;
};

struct Cost {
    double energy_eur = 0.0;
    double hardware_eur = 0.0;  ///< hosts and storage, straight line over their lives; licences
    double building_eur = 0.0;  ///< rooms, UPS, cooling, straight line
    double staff_eur = 0.0;
    double network_eur = 0.0;  ///< wide-area links
    double total_eur = 0.0;
};

/// What a site (center or home room) serves, needs and uses in a year.
struct SiteYear {
    double in_operation = 0.0;  ///< 1 or 0
    double administrations = 0.0;
    double workplaces = 0.0;
    double servers_asked = 0.0;  ///< VMs and physical servers to be placed
    double servers_placed = 0.0;
    double servers_refused = 0.0;
    double vms = 0.0;
    double physical_servers = 0.0;
    double hosts = 0.0;  ///< virtualisation hosts, standby included
    double standby_hosts = 0.0;
    double hosts_bought = 0.0;
    double vcpu = 0.0;
    double ram_tb = 0.0;
    double storage_tb = 0.0;
    double utilisation_mean = 0.0;  ///< of running hosts' performance, 0..1
    double utilisation_peak = 0.0;
    double host_age_years = 0.0;  ///< mean, years
    Need height_units;
    Need racks;
    Need rack_power_kw;
    Need it_power_kw;  ///< peak
    Need ups_kw;       ///< peak load on the UPS output against its rated power without redundancy
    Need cooling_kw;   ///< peak heat
    Need grid_kw;      ///< peak
    Need storage_need_tb;
    Need uplink_gbit_s;  ///< peak times sizing factor
    double it_power_mean_kw = 0.0;
    double grid_power_mean_kw = 0.0;
    double it_peak_hour = -1.0;  ///< hour of the year, 0-based
    double grid_peak_hour = -1.0;
    EnergyParts energy;
    double pue = not_applicable;
    double wue_l_per_kwh = not_applicable;
    double erf = not_applicable;
    double water_m3 = 0.0;
    double free_cooling_h = 0.0;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double traffic_mean_gbit_s = 0.0;
    double traffic_peak_gbit_s = 0.0;
    double replication_gbit_s = 0.0;
    Cost cost;
    Resource binding = Resource::none;  ///< with the highest need / limit
    double binding_share = 0.0;         ///< its need / limit
};

/// All sites of a variant in a year.
struct VariantYear {
    double administrations = 0.0;
    double workplaces = 0.0;
    double servers_asked = 0.0;
    double servers_placed = 0.0;
    double servers_refused = 0.0;
    double hosts = 0.0;
    double physical_servers = 0.0;
    double standby_hosts = 0.0;
    double sites = 0.0;  ///< that run servers or hold data
    double racks = 0.0;
    double storage_tb = 0.0;
    double it_power_mean_kw = 0.0;
    double it_power_peak_kw = 0.0;  ///< of the sum, at one hour
    double grid_power_mean_kw = 0.0;
    double grid_power_peak_kw = 0.0;
    double utilisation_mean = 0.0;
    EnergyParts energy;
    double pue = not_applicable;
    double wue_l_per_kwh = not_applicable;
    double erf = not_applicable;
    double water_m3 = 0.0;
    double co2_location_t = 0.0;
    double co2_market_t = 0.0;
    double co2_embodied_t = 0.0;
    double energy_per_workplace_kwh = 0.0;
    double latency_p50_ms = not_applicable;  ///< round trip of a random transaction of a random workplace
    double latency_p95_ms = not_applicable;
    double latency_over_limit_share = 0.0;  ///< transactions above their class's round-trip limit
    double wan_peak_gbit_s = 0.0;           ///< sum over centers' uplinks
    Cost cost;
    double rules_missed = 0.0;
};

/// What an administration sees and keeps.
struct AdministrationYear {
    double workplaces = 0.0;
    double servers = 0.0;  ///< asked, wherever they run
    double servers_at_home = 0.0;
    double home_racks = 0.0;
    double home_it_power_mean_kw = 0.0;
    double home_grid_energy_mwh = 0.0;
    double home_pue = not_applicable;
    double home_binding_share = 0.0;
    double latency_mean_ms = not_applicable;
    double latency_p95_ms = not_applicable;
    double access_mean_gbit_s = 0.0;
    double access_peak_gbit_s = 0.0;
    double access_limit_gbit_s = not_applicable;
    double main_center =
        -1.0;  ///< index into `Run::centers` of the center with most of its servers; -1 = home
};

struct LinkYear {
    double mean_gbit_s = 0.0;
    double peak_gbit_s = 0.0;
    double limit_gbit_s = not_applicable;
    double need_gbit_s = 0.0;  ///< peak times sizing factor
};

/// A building stage of a center that the run sizes.
struct BuildStep {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    Resource resource = Resource::none;
    double from = 0.0;
    double to = 0.0;
    std::string unit;
};

/// Servers that found no place.
struct Refusal {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string administration;
    std::string workload;
    double servers = 0.0;
    Resource binding = Resource::none;
};

/// Servers of a site that its backup site protects only in part: copies or standby hosts found no place.
struct MissingStandby {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;         ///< backup site
    std::string primary;      ///< site whose servers they are
    std::string criticality;  ///< very-critical, critical, normal, low
    double asked = 0.0;       ///< servers
    double missing = 0.0;
    double share = 0.0;  ///< missing / asked
    Resource binding = Resource::none;
};

/// First year in which a need exceeds its limit, per site.
struct Bottleneck {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    Resource resource = Resource::none;
    double need = 0.0;
    double limit = 0.0;
    std::string unit;
};

struct RuleFinding {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string rule;
    std::string subject;
    std::string verdict;  ///< met, missed, exempt, upcoming, info
    double value = not_applicable;
    double limit = not_applicable;
    std::string unit;
    std::string since;  ///< ISO date or empty
    std::string text_de;
    std::string text_en;
    std::string source;
};

struct AssumptionRow {
    std::string key;
    std::string value;
    bool given = false;
    std::string text;
    std::string evidence;
    std::string source;
};

struct NamedPlace {
    std::string id;
    std::string name;
    double latitude = not_applicable;
    double longitude = not_applicable;
    std::string
        kind;  ///< center: own, provider, shared; administration: district, city, municipality, stated
};

struct LinkEnds {
    std::string id;
    std::string from;
    std::string to;
    double length_km = 0.0;
    bool synthetic = false;
};

struct VariantName {
    std::string id;
    std::string title;
    std::string text;
};

/// A class of servers, and the round trip that the work with it bears.
struct WorkloadLimit {
    std::string id;
    std::string name_de;
    std::string name_en;
    double rtt_limit_ms = not_applicable;  ///< round trip above which work suffers; none for most machines
};

/// Hourly sums over all sites of a variant in a milestone year, and per center the load duration curve.
struct HourlySeries {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::vector<float> it_kw;  ///< 8760 or 8784
    std::vector<float> grid_kw;
};
inline constexpr int duration_points = 101;  ///< grid power exceeded during 0, 1, ... 100 % of the year

/// Everything a run found.  Arrays are dense, index order as in the comments; absent entries hold
/// `in_operation` 0.
struct Run {
    std::string title;
    std::string question;
    std::string base_variant;
    std::uint64_t seed = 0;
    std::string program_version;
    std::string program_commit;
    std::string study_sha256;
    std::string resolved_study;
    std::vector<VariantName> variants;
    std::vector<int> years;
    std::vector<int> milestones;
    std::vector<NamedPlace> centers;
    std::vector<NamedPlace> administrations;
    std::vector<LinkEnds> links;
    std::vector<VariantYear> summary;                ///< [variant][year]
    std::vector<SiteYear> yearly;                    ///< [variant][year][center]
    std::vector<AdministrationYear> administration;  ///< [variant][year][administration]
    std::vector<LinkYear> link_loads;                ///< [variant][year][link]
    std::vector<HourlySeries> hourly;                ///< one per variant and milestone year
    std::vector<float> duration_grid_kw;             ///< [variant][milestone][center][duration_points]
    std::vector<BuildStep> build_steps;
    std::vector<Refusal> refusals;
    std::vector<Bottleneck> bottlenecks;  ///< sorted by variant, year, site
    std::vector<RuleFinding> findings;
    std::vector<AssumptionRow> assumptions;
    std::vector<MissingStandby> missing_standby;  ///< empty where every backup site holds all
    std::vector<WorkloadLimit> workload_limits;   ///< in the order of the catalog
    std::vector<TransactionName> transactions;

    // --- Event engine; empty when it was not asked for
    // --------------------------------------------------------------------------------------------------------
    std::vector<LatencyDay> latency_days;
    std::vector<LatencyAdministration> latency_administrations;
    std::vector<BusyLink> busy_links;
    std::vector<NightBackup> backups;
    std::vector<ReplicationLag> lags;
    std::vector<MigrationWave> waves;
    std::vector<Cutover> cutovers;
    std::vector<DrillSummary> drills;
    std::vector<DrillResult> drill_results;
    std::vector<DrillEvent> drill_events;
    std::vector<EnergyCheck> energy_checks;
    std::vector<FailedCase> failed_cases;

    // --- Availability engine; empty when it was not asked for
    std::vector<AvailabilitySummary> availability;
    std::vector<AvailabilityAdministration> availability_administrations;
    std::vector<AvailabilityCause> availability_causes;
    std::vector<RoutePair> route_pairs;  ///< administrations first, then centers

    // --- Comparison of sites (`verbund sites`); empty elsewhere
    std::vector<SiteOption> site_options;  ///< by rank
    std::vector<SiteCriterion> site_criteria;
    std::vector<SiteReach> site_reach;
    std::vector<SiteLeftOut> sites_left_out;

    [[nodiscard]] std::size_t summary_index(std::size_t variant, std::size_t year_index) const {
        return variant * years.size() + year_index;
    }
    [[nodiscard]] std::size_t yearly_index(std::size_t variant, std::size_t year_index,
                                           std::size_t center) const {
        return summary_index(variant, year_index) * centers.size() + center;
    }
};

/// How a metric's number is to be read.
enum class MetricKind : std::int8_t {
    number,
    resource,  ///< the number is a `Resource`
};

/// Describes one member for stores, tables and documentation.
template <class Row>
struct Metric {
    std::string_view name;  ///< "energy_grid_mwh", also the dataset's name
    std::string_view unit;  ///< UDUNITS text ("EUR" apart, which UDUNITS lacks), "1" for counts and ratios
    std::string_view long_name;  ///< English
    std::string_view label_de;
    double (*get)(const Row&);
    void (*set)(Row&, double);
    MetricKind kind = MetricKind::number;
};

[[nodiscard]] const std::vector<Metric<SiteYear>>& site_metrics();
[[nodiscard]] const std::vector<Metric<VariantYear>>& summary_metrics();
[[nodiscard]] const std::vector<Metric<AdministrationYear>>& administration_metrics();
[[nodiscard]] const std::vector<Metric<LinkYear>>& link_metrics();

}  // namespace verbund::outcome
