#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/diagnostics.hpp"
#include "models/base/evidence.hpp"
#include "models/base/place.hpp"
#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"
#include "models/continuity/standby.hpp"
#include "models/economics/electricity.hpp"
#include "models/economics/price_choices.hpp"
#include "models/facility/weather_year.hpp"
#include "models/rules/rules.hpp"
#include "scenarios/study/availability.hpp"
#include "scenarios/study/center.hpp"
#include "scenarios/study/events.hpp"
#include "scenarios/study/key_places.hpp"
#include "scenarios/study/start_day.hpp"
#include "scenarios/study/sweep.hpp"

/// A planning question as plain structs, one member per key of the study file.
///
/// In-class initialisers are the documented defaults; `scenarios/study/fields.*` holds for every member its
/// key, unit, range, meaning and source, and is what the reader, the checks, `verbund schema` and the
/// reference page share. `std::optional` members that read "auto" are sized by the run when empty.
namespace verbund::study {

/// The calendar years that are simulated, both included.
struct Horizon {
    int first = 2022;
    int last = 2035;
};

/// An administration stated in the study: new, or (same AGS) a correction of one from the catalog.
struct Administration {
    std::optional<std::string> ags;  ///< 5 or 8 digits; fills name, place, people and state from the catalog
    std::optional<std::string> name;
    std::optional<Place> at;
    std::optional<std::string> state;  ///< 2 digits; default: nearest district
    std::optional<double> population;
    std::optional<double> seats;    ///< IT workplaces
    std::optional<double> servers;  ///< physical and virtual, base year
    std::optional<double> applications;
    std::optional<Id> home;  ///< center of the study that is its own room, instead of the default home room
    std::optional<Id>
        provider;  ///< center that runs its provider share; default: the nearest with role provider
    std::optional<Fraction> provider_share;
    std::optional<DataRate> access;        ///< capacity of its access link, constant over the years
    std::optional<bool> second_access;     ///< in a synthetic network; default: availability.second_access
    std::optional<std::string> inventory;  ///< CSV of VM groups that replaces the survey figures
    std::optional<int> as_of;  ///< year in which the inventory was taken; its growth counts from there
};

/// Which districts take part without being named.
enum class DistrictSelection { none, all };

/// Whose IT is planned.
struct Territory {
    DistrictSelection districts = DistrictSelection::none;  ///< all 294 Landkreise
    bool cities = false;                                    ///< also the 106 district-free cities
    bool municipalities = false;      ///< also the municipalities inside the selected districts
    std::vector<std::string> states;  ///< restrict the catalog selection to these (2 digits); empty = all
    std::optional<std::string> file;  ///< CSV of administrations: id,name,state,lat,lon,population,seats
    std::map<Id, Administration> administrations;
};

/// IT workplaces per 1,000 inhabitants by kind of body.
struct SeatsPerThousand {
    double district = 4.5;
    double municipality = 4.5;
    double city = 9.0;
};

/// Servers of a body by its seats, base + per_seat x seats, by kind of body.
struct ServersBySeats {
    double district_base = 20.0;
    std::optional<double> district_per_seat;  ///< empty: so that the districts have `servers_per_district`
    double city_base = 20.0;
    double city_per_seat = 0.15;
    double municipality_base = 2.5;
    double municipality_per_seat = 0.21;
};

/// Share of the servers that a provider runs, by kind of body.
struct ProviderShares {
    Fraction district = 30.0 * percent;
    Fraction city = 30.0 * percent;
    Fraction municipality = 60.0 * percent;
};

/// How demand grows by year.
struct GrowthRates {
    Rate vms = 5.0 * percent_per_year;
    Rate compute = 6.0 * percent_per_year;
    Rate memory = 7.0 * percent_per_year;
    std::optional<Rate> memory_per_vm;  ///< in place of `memory`; empty: what memory and vms leave
    Rate storage = 20.0 * percent_per_year;
    std::optional<Rate> traffic;  ///< of all classes; default: each class its own
    Rate seats = 1.0 * percent_per_year;
};

/// Factors on the sizes of all workload classes together: what nobody knows of an estate without an
/// inventory.
struct ServerSizes {
    double memory = 1.0;
    double storage = 1.0;
    double cpu_use = 1.0;
};

/// Where the list of procedures (Fachverfahren) comes from.
enum class ProcedureBasis { none, survey, file };

/// Which procedures administrations run: what merges when they share a center, and what is protected.
struct Procedures {
    ProcedureBasis basis = ProcedureBasis::none;
    std::optional<std::string> file;      ///< CSV: procedure,kind,servers, besides who, critical, run_by
    std::optional<Fraction> fixed_share;  ///< of its servers, whatever its seats; empty: as the size law
};

/// People who work on terminal servers: what their sessions ask of services beside them stays inside.
struct Terminals {
    Fraction via_terminal_share = 30.0 * percent;                   ///< of the seats
    std::string workload = "terminal";                              ///< class of the terminal servers
    std::vector<std::string> services{"file", "groupware", "dms"};  ///< classes that sessions work with
};

/// What servers administrations have, as far as they do not state it.
struct Estate {
    std::string basis = "dlt-survey-2022";
    int base_year = 2022;
    double servers_per_district = 154.0;
    ServersBySeats servers_by_seats;
    Fraction physical_share = 13.0 * percent;
    bool physical_includes_hosts = true;  ///< whether `physical_share` counts virtualisation hosts too
    double vms_per_host = 25.0;           ///< by which these hosts are taken off the physical servers
    double applications_per_district = 161.0;
    double application_exponent = 0.5;
    Fraction own_server_application_share = 80.0 * percent;
    Fraction critical_application_share = 20.0 * percent;
    std::optional<Fraction> provider_share;  ///< of every kind of body; empty: by kind
    ProviderShares provider_share_by_kind;
    SeatsPerThousand seats_per_thousand;
    ServerSizes server_sizes;
    GrowthRates growth;
    Procedures procedures;
    Terminals terminals;
};

/// Corrections of a workload class of the catalog; empty = as in the catalog.
struct Workload {
    std::optional<Fraction> server_share;
    std::optional<int> vcpu;
    std::optional<Data> ram;
    std::optional<Data> storage;
    std::optional<Data> storage_per_seat;
    std::optional<Fraction> cpu_at_peak;
    std::optional<Fraction> cpu_floor;
    std::optional<bool> keep_local;
    std::optional<Fraction> containerisable_share;
    std::optional<DataRate> traffic;     ///< per active user
    std::optional<Rate> traffic_growth;  ///< of the traffic per seat
    std::optional<Duration> rtt_limit;
    std::optional<double> gpus;            ///< of a VM
    std::optional<int> outside_from;       ///< first year in which an outside service does it: no servers
    std::optional<MoneyRate> outside_fee;  ///< that it charges for a workplace
};

/// Which hosts are bought.
enum class HostSeries { automatic, entry, one_socket, two_socket };

/// What is least of the hosts that are bought: cost over their life, or power.
enum class HostChoice { cost, power };

/// How hosts are bought, filled and replaced.
struct Hosts {
    HostSeries series = HostSeries::automatic;  ///< automatic: what `choose` says for the need, per site
    HostChoice choose = HostChoice::cost;
    Fraction compared_at = 30.0 * percent;  ///< CPU use at which the power of series is compared
    EnergyPrice compared_price = 27.0 * cent_per_kilowatt_hour;  ///< where cost chooses
    double compared_pue = 1.5;
    std::optional<MoneyRate> compared_licence;  ///< of a core; empty: that of the hypervisor chosen
    int most_entry = 4;  ///< entry servers of a cluster where other series are on offer
    double overcommit = 4.0;
    std::optional<Data> ram_per_core;          ///< empty: by need, from the least to the most
    Data ram_per_core_least = 8.0 * gigabyte;  ///< on offer
    Data ram_per_core_most = 32.0 * gigabyte;  ///< on offer
    Rate ram_per_core_growth{};                ///< of both since 2022
    Fraction cpu_target = 70.0 * percent;
    Fraction cpu_target_failed = 85.0 * percent;
    int reserve = 1;
    Duration refresh = 5.0 * julian_years;              ///< whole years
    Duration stand_alone_refresh = 6.0 * julian_years;  ///< of physical servers; whole years
    Fraction virtualise_on_refresh =
        50.0 * percent;          ///< physical servers that become VMs when they are renewed, once each
    std::vector<int> installed;  ///< purchase years of the hosts that stand today; empty: each of their life
    double real_host_factor = 1.15;
    Rate performance_per_watt_growth = 10.0 * percent_per_year;
    Fraction warm_running = 25.0 * percent;     ///< hosts of a warm standby that are switched on
    Fraction container_memory = 9.0 * percent;  ///< that a container platform takes of what runs on it
};

/// How data is stored.
struct Storage {
    Power base = 600.0 * watt;  ///< both controllers of an array, per site that has one
    Data array_from =
        20.0 * terabyte;  ///< from here the controllers draw their full power; below, proportionally less
    PowerPerData power_per_data = 3.0 * watt_per_terabyte;  ///< in the base year, usable
    Rate density_gain = 12.0 * percent_per_year;            ///< yearly fall of power and height units per TB
    Data per_height_unit = 40.0 * terabyte;                 ///< in the base year
    int shelf_height_units = 2;                             ///< of one shelf of drives
    Fraction backup_share = 100.0 * percent;  ///< backup data on disk per primary data (after deduplication)
    PowerPerData backup_power_per_data = 4.0 * watt_per_terabyte;
    double backup_density = 4.0;  ///< data per height unit, backup disks / flash
};

/// Network, backup and management gear of rooms and offices: the devices of catalog `gear`, or three figures.
struct Gear {
    double wired_seats = 96.0;     ///< of an office, whose access switches stand in its server room
    std::optional<Power> base;     ///< per site, in place of the catalog's devices; with it count the others
    Power per_host = 16.0 * watt;  ///< switch ports of a host; also what a host more adds when kinds compete
    Power per_seat = 0.5 * watt;   ///< core switching for those who work there
    int height_units_base = 6;
};

/// How many devices of a kind (catalog `endpoints`) stand on desks.
struct Endpoint {
    double per_seat = 0.0;  ///< none are counted
};

/// A place of a given network where links end.
struct NetworkNode {
    Place at;
    bool of_file = false;  ///< read from `Network::file`
};
/// A line of a given network, the same in both directions.
struct NetworkLink {
    Id from;  ///< administration, center or node
    Id to;
    std::optional<Length> length;      ///< laid; default: air line x route factor
    std::optional<DataRate> capacity;  ///< auto
    std::vector<std::string> ducts;    ///< shared-risk groups: links in one duct fail together
};

/// Links that lie in one trench for some way, and fail together there.
struct NetworkDuct {
    std::optional<Length> length;  ///< default: see `network::duct_lengths`
};

/// Where the network comes from.
enum class TopologyKind { synthetic, given };

/// Links, and what is assumed of those that are not given.
struct Network {
    TopologyKind topology = TopologyKind::synthetic;
    std::optional<std::string> file;  ///< GraphML or GML with the nodes and links of a given network
    double route_factor = 1.5;
    Duration per_kilometre = 4.9 * microseconds;
    Duration per_hop = 60.0 * microseconds;
    Duration gateway = 400.0 * microseconds;
    Duration local_round_trip = 0.5 * milliseconds;
    std::optional<DataRate> backbone;   ///< of every synthetic trunk; auto
    double sizing_factor = 1.4;         ///< link to plan / peak load
    Fraction reserve = 25.0 * percent;  ///< auto: capacity built beyond the need
    int stage_years = 5;                ///< auto: a building stage serves the need of this many years
    Duration replication_window = 10.0 * hours;
    economics::AccessProduct access_product = economics::AccessProduct::administration_network;
    Fraction hidden_common_duct = 20.0 * percent;  ///< that two routes of unknown ducts share one after all
    std::map<Id, NetworkNode> nodes;
    std::map<Id, NetworkLink> links;
    std::map<Id, NetworkDuct> ducts;  ///< those with a length of their own
};

/// With whom data are exchanged.
enum class ExchangeWith { each_other, outside };

/// Data that administrations exchange, beside what their own people ask of their own servers.
struct Exchange {
    std::vector<std::string> who{"all"};  ///< as `Move::who`
    ExchangeWith with = ExchangeWith::each_other;
    DataRate traffic{};  ///< of a workplace in the base year, both ways, at the profile's peak
    std::string workload = "specialist";  ///< class whose profile and growth it has
};

/// Who moves first.
enum class WaveOrder { ags, population, distance };

/// Years over which a move's administrations go, in equal waves on 1 January.
struct MoveYears {
    int first = 2024;
    int last = 2024;
};

/// Quarters over which they go, in equal waves on the first day of each.
struct MoveQuarters {
    Quarter first{2024, 1};
    Quarter last{2024, 1};
};

/// Who moves where in which years, and what stays.
struct Move {
    std::vector<std::string>
        who;  ///< "all", administration ids, "state:05", "ags:05162", "kind:district|city|municipality"
    std::string to;  ///< center id or "group:<name>"
    /// One of the three (`wave_days`).
    std::optional<MoveYears> years;
    std::optional<MoveQuarters> quarters;
    std::optional<Date> date;  ///< one wave
    WaveOrder order = WaveOrder::ags;
    std::vector<std::string> keep_local;  ///< workload classes that stay, besides those that always do
    std::optional<std::vector<std::string>> only;  ///< workload classes that go; default: all
    bool containerised_only = false;               ///< only the containerisable share of each class goes
    Fraction virtualise_physical = 0.0 * percent;  ///< physical servers turned into VMs on the way
    bool include_provider_share = true;            ///< the share run by a provider moves too
    Fraction multi_tenant_saving =
        0.0 * percent;  ///< servers saved because the target already hosts the procedure
};

/// Which services a backup site stands in for.
enum class ProtectedLoad { critical, all, critical_procedures };

/// Whether a primary's load falls back on one center of a group or, in equal parts, on all of them.
enum class FallbackSpread { nearest, all };

/// Where a site's services go when it fails, and how its data gets there.
struct Backup {
    std::string center;  ///< center id, "partner" or "group:<name>"
    continuity::ReplicationMode replication = continuity::ReplicationMode::asynchronous;
    continuity::StandbyMode standby = continuity::StandbyMode::warm;
    ProtectedLoad protects = ProtectedLoad::critical;
    continuity::StandbySizing sizing = continuity::StandbySizing::own;
    FallbackSpread spread = FallbackSpread::nearest;
    Length min_distance = 100.0 * kilometre;  ///< of a partner chosen from a group
    std::optional<StartDay> from;             ///< first day; default: as soon as both centers stand
};

/// Real rise of prices by year; falling where negative.
struct PriceRise {
    Rate staff{};
    Rate licences{};
    Rate wan{};
    Rate hardware{};
    Rate building{};
};

/// Products, taxes and interest, price of electricity and who buys it how.
struct Economics {
    economics::PathChoice price = economics::PathChoice::mid;
    economics::PathChoice emission = economics::PathChoice::mid;
    bool hourly_shape = false;               ///< price and emissions by the hour, at the level of the year
    Fraction movable_share = 0.0 * percent;  ///< of the energy, moved to the cheapest hours of its day
    Fraction value_added_tax = 19.0 * percent;
    economics::ProviderVat provider_vat = economics::ProviderVat::exempt;
    economics::Hypervisor hypervisor = economics::Hypervisor::vendor;
    economics::GuestLicences guest_licences = economics::GuestLicences::none;
    economics::StandbyLicences standby_licences = economics::StandbyLicences::running;
    economics::ShareKey share_key = economics::ShareKey::servers;
    Duration double_running = 60.0 * days;        ///< of the old machines after a move
    Rate discount_rate = 2.0 * percent_per_year;  ///< real
    PriceRise price_rise;
    Fraction renewable_share = 50.0 * percent;  ///< balance-sheet green electricity up to 2026
    Fraction renewable_share_from_2027 = 100.0 * percent;
    CarbonIntensity renewable_upstream = 20.0 * gram_co2_per_kilowatt_hour;
};

/// Which rules of law and standards are checked.
struct Rules {
    rules::Law law = rules::Law::enefg_2023;
};

/// One variant with everything that holds in it.
struct Study {
    Study();
    Study(const Study&);
    Study(Study&&) noexcept;
    Study& operator=(const Study&);
    Study& operator=(Study&&) noexcept;
    ~Study();

    Territory territory;
    Estate estate;
    std::map<Id, Workload> workloads;
    Hosts hosts;
    Storage storage;
    Gear gear;
    std::map<Id, Endpoint> endpoints;  ///< by kind; empty: not asked
    Facility facility;
    Home home;
    std::map<Id, Center> centers;
    Network network;
    std::map<Id, Exchange> exchanges;
    std::map<Id, Move> moves;
    std::map<Id, Backup>
        backups;  ///< by primary: center id or "group:<name>"; "all" = every center that serves anyone
    Events events;
    std::map<Id, Drill> drills;
    Availability availability;
    Economics economics;
    std::map<std::string, std::string> prices;  ///< in place of figures, by `price_key`
    Rules rules;
};

/// One way to plan, merged with the study's own part.
struct Variant {
    Variant();
    Variant(const Variant&);
    Variant(Variant&&) noexcept;
    Variant& operator=(const Variant&);
    Variant& operator=(Variant&&) noexcept;
    ~Variant();

    Id id;
    std::string title;
    std::string text;
    Study study;
    KeyPlaces places{};  ///< of what the study file states, for messages
};

/// One value that entered the run.
struct Assumption {
    std::string key;     ///< dotted path; "<variant>:" in front where only that variant differs
    std::string value;   ///< quantity text
    bool given = false;  ///< stated in the study (or by --set), not a default
    std::string text;    ///< meaning
    Evidence evidence;
    Bounds bounds{};  ///< of a default
};

/// Row of a study's own inventory or administrations CSV, already resolved.
struct InventoryGroup {
    std::string workload;
    bool physical = false;
    int count = 0;
    double vcpu = 0.0;
    double ram_gb = 0.0;
    double storage_gb = 0.0;  ///< per VM
    SourcePosition at{};      ///< its row
};

/// Row of a study's own list of procedures.
struct ListedProcedure {
    std::string name;                ///< what makes it the same for two clients, with its kind
    std::string kind;                ///< row of catalog `procedures`
    double servers = 0.0;            ///< of each administration meant, in the base year; 0.5 = half of one
    std::vector<std::string> who{};  ///< selectors as in `Move::who`; empty: everybody
    std::optional<bool> critical{};  ///< default: as its kind
    std::vector<Id> run_by{};        ///< centers and providers that run it already
    MoneyRate licence{};             ///< of its software, for each administration meant, without tax
    MoneyRate provider_fee{};        ///< to a provider outside the study until a center of the study runs it
    SourcePosition at{};             ///< its row
};

/// A study file, read, checked and resolved.
struct StudySet {
    StudySet();
    StudySet(const StudySet&);
    StudySet(StudySet&&) noexcept;
    StudySet& operator=(const StudySet&);
    StudySet& operator=(StudySet&&) noexcept;
    ~StudySet();

    std::string title;
    std::string question;
    Horizon horizon;
    std::vector<int> milestones{2025, 2030, 2035};
    std::uint64_t seed = 1;
    std::vector<Variant> variants;  ///< in the order written
    std::string base_variant;       ///< the one others are compared with; default: the first
    catalog::Catalog catalog;
    std::map<std::string, std::vector<InventoryGroup>> inventories;    ///< by file name as written
    std::map<std::string, std::vector<ListedProcedure>> procedures{};  ///< by file name as written
    std::map<std::string, facility::WeatherYear> weathers{};           ///< by file name as written
    std::vector<Assumption> assumptions;
    Sweep sweep{};                    ///< what `verbund sweep` varies
    std::vector<Diagnostic> hints{};  ///< what is probably not meant but may be, and what was assumed
    std::string resolved_text;        ///< the study with every default, as YAML
    std::string resolved_sha256;
};

}  // namespace verbund::study
