#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/evidence.hpp"
#include "models/base/place.hpp"
#include "models/base/units.hpp"
#include "models/catalog/cooling_plants.hpp"

/// The measured and published tables behind the models, as plain rows.
///
/// `models/catalog/<name>.csv` holds the data (one row struct each below, one column per member plus
/// `evidence` and `source`); `scenarios/read` parses it.  A study may replace any table by its own CSV of the
/// same columns.
namespace verbund::catalog {

/// A server with its measured SPECpower_ssj2008 load curve.  Table `servers.csv`.
struct ServerModel {
    std::string id;
    std::string series;  ///< "entry" (1 socket, <= 8 cores), "one-socket", "two-socket"
    int year = 0;        ///< hardware availability
    std::string model;
    int sockets = 1;
    int cores = 1;
    int height_units = 1;
    double performance_ops = 0.0;      ///< ssj_ops at 100 % target load
    std::array<double, 11> power_w{};  ///< watts at 0, 10, ... 100 % target load, as measured
    Evidence evidence;
};

/// Rule for servers after the last measured year; entry servers keep their full-load power.  Table
/// `server_trend.csv`, one row per year.
struct ServerTrend {
    int year = 0;
    double performance_per_watt_factor = 1.0;  ///< against the last measured generation of the series
    double full_load_power_factor = 1.0;       ///< against the last measured generation of the series
    double performance_per_core_factor = 1.0;  ///< against the last measured generation of the series
    double idle_share = 0.25;                  ///< idle power / full-load power
    Evidence evidence;
};

/// UPS loss curve: P_loss = P_rated (a0 + a1 x + a2 x^2).  Table `ups.csv`.
struct UpsType {
    std::string id;
    std::string name;
    double a0 = 0.0;
    double a1 = 0.0;
    double a2 = 0.0;
    Evidence evidence;
};

/// Cooling archetype.  Table `cooling.csv`.
struct CoolingType {
    std::string id;
    std::string name;
    CoolingPlant plant;
    Evidence evidence;
};

/// Monthly climate of a DWD test reference year.  Table `climate_normals.csv`.
struct ClimateNormal {
    int region = 1;  ///< 1..15
    std::string station;
    int try_year = 2015;  ///< 2015 or 2045
    int month = 1;
    double mean_c = 0.0;
    double mean_daily_min_c = 0.0;
    double mean_daily_max_c = 0.0;
    double sd_daily_mean_k = 0.0;
    double lag1_autocorrelation = 0.0;
    double mean_rh_pct = 0.0;
    Evidence evidence;
};

/// Low, middle and high path of one figure.
struct Path {
    double low = 0.0;
    double mid = 0.0;
    double high = 0.0;
};

/// Grid emission factor of a year, g CO2 per kWh consumed.  Table `grid_emission.csv`.
struct GridEmission {
    int year = 0;
    Path direct_g_per_kwh;            ///< past years: the three are equal
    double upstream_g_per_kwh = 0.0;  ///< added for the whole chain
    Evidence evidence;
};

/// Electricity price of a year, ct/kWh without VAT.  Table `electricity_price.csv`.
struct ElectricityPrice {
    int year = 0;
    Path commercial_ct_per_kwh;  ///< Gewerbe, sites below 100 MWh/a
    Path industry_ct_per_kwh;    ///< medium voltage, sites from 160 MWh/a
    Evidence evidence;
};

/// How soon a service must run again after a failure, the most urgent first.
enum class Criticality { very_critical, critical, normal, low };

/// Kind of VM group or of physical servers.  Table `workloads.csv`.
struct WorkloadClass {
    std::string id;  ///< e.g. "groupware"
    std::string name_de;
    std::string name_en;
    bool physical = false;  ///< runs on dedicated physical servers, not on VMs
    Criticality criticality = Criticality::normal;
    double server_share = 0.0;  ///< share of an administration's VMs (physical: of its physical servers)
    int vcpu = 1;               ///< per VM; physical: cores used
    double ram_gb = 0.0;        ///< per VM
    double storage_gb = 0.0;    ///< per VM
    double gpus = 0.0;          ///< per VM, or a share of one; such VMs run on hosts of their own
    double storage_gb_per_seat = 0.0;         ///< in addition, per seat of the administration
    double cpu_at_peak = 0.0;                 ///< mean use of the vCPUs while the profile is 1, share 0..1
    double cpu_floor = 0.0;                   ///< background use at all times, share 0..1
    std::string profile;                      ///< id in profiles.csv
    double interactions_per_seat_hour = 0.0;  ///< user transactions at profile 1; 0 = nobody waits for it
    double traffic_kbit_s = 0.0;              ///< mean traffic per active user at profile 1
    double active_share = 0.0;                ///< share of seats active at profile 1
    double traffic_growth = 0.0;              ///< of the traffic per seat, a year; 0.1 = 10 %/a
    double traffic_growth_low = 0.0;          ///< ends of the plausible range
    double traffic_growth_high = 0.0;
    double daily_change_share = 0.0;  ///< of the base year's storage, per day (replication, backup)
    double rto_h = 0.0;
    double rpo_h = 0.0;
    double rtt_limit_ms = 0.0;  ///< round trip above which work suffers; 0 = none
    bool keep_local = false;    ///< must stay in the administration's own room
    double containerisable_share = 0.0;
    double application_share = 0.0;  ///< share of the administration's applications
    Evidence evidence;
    bool terminal = false;         ///< no column: people work on its servers, `estate.terminals.class`
    bool beside_terminal = false;  ///< no column: one of `estate.terminals.services`
};

/// Kind of procedure (Fachverfahren) of German local government.  Table `procedures.csv`.
struct ProcedureKind {
    std::string id;
    std::string name_de;
    std::string name_en;
    std::string workload;   ///< class whose servers it runs on
    double district = 0.0;  ///< procedures of this kind of a district as the survey has them
    double city = 0.0;
    double municipality = 0.0;
    double weight = 1.0;          ///< servers of one against those of the others of its class
    double critical_share = 0.0;  ///< of them that must run in a crisis
    double shared_share = 0.0;    ///< of its servers that one instance for all clients can replace
    double shared_low = 0.0;      ///< ends of the plausible range
    double shared_high = 0.0;
    Evidence evidence;
};

/// What a person does and waits for.  Table `transactions.csv`.
struct Transaction {
    std::string id;
    std::string workload;  ///< class that serves it
    std::string name_de;
    std::string name_en;
    double rate_share = 1.0;    ///< of the class's interactions
    double request_kb = 0.0;    ///< mean, exponential
    double response_kb = 0.0;   ///< mean, exponential
    double cpu_ms = 0.0;        ///< mean on a core of a two-socket server of 2018, exponential
    double storage_kb = 0.0;    ///< mean, read from storage, exponential
    double round_trips = 1.0;   ///< exchanges one after the other, the request and response included
    double threshold_ms = 0.0;  ///< response time above which work suffers
    Evidence evidence;
};

/// Load over the day as a share of the peak.  Table `profiles.csv`.
struct Profile {
    std::string id;
    std::string day_kind;  ///< workday, long-thursday, friday, weekend-or-holiday
    std::array<double, 24> share{};
    double quiet_factor = 1.0;  ///< in August and over Christmas
    Evidence evidence;
};

/// Price or emissions of electricity over the hours of a kind of day, against each other: only ratios count.
/// Table `hour_shapes.csv`.
struct HourShape {
    std::string of;    ///< price, emission
    std::string days;  ///< winter-workday, ... (`hour_shape_days`)
    std::array<double, 24> ratio{};
    Evidence evidence;
};

/// A named figure with unit that a model needs and no study states.  Table `figures.csv`.
struct Figure {
    std::string id;     ///< e.g. "cost.host.core"
    std::string value;  ///< quantity text, e.g. "26000 EUR"
    std::string low;    ///< end of the plausible range, quantity text or empty
    std::string high;
    std::string text;
    Evidence evidence;
};

/// A Landkreis, or a city that is a district of its own.
enum class DistrictKind { district, city };

/// District (Landkreis) or district-free city.  Table `districts.csv`.
struct District {
    std::string ags;  ///< 5 digits
    std::string name;
    DistrictKind kind = DistrictKind::district;
    std::string state;  ///< 2 digits
    std::string nuts3;
    double area_km2 = 0.0;
    double population = 0.0;
    std::string seat;
    Place place;
    int climate_region = 1;
    Evidence evidence;
};

/// Municipality inside a district.  Table `municipalities.csv`.
struct Municipality {
    std::string ags;  ///< 8 digits
    std::string name;
    std::string district;  ///< 5-digit AGS of its district
    Place place;
    double population = 0.0;
    Evidence evidence;
};

/// Usual capacity of a site's connection to the WAN in a year.  Table `access_links.csv`.
struct AccessLink {
    std::string
        kind;  ///< "municipality", "district" (administration), "city", "center" (data center to data center)
    int year = 0;
    double capacity_mbit_s = 0.0;
    double low =
        0.0;  ///< Mbit/s, lower end of the usual range; equal to the capacity where no range is known
    double high = 0.0;  ///< Mbit/s, upper end
    Evidence evidence;
};

/// A public IT provider and the IT power of what it runs.  Table `providers.csv`.
///
/// `it_kw` follows from the first of these that is known: energy / hours / PUE (1.5 where none is known),
/// servers x 230 W, seats x 0.08 servers, staff x 50 seats, people x 9 seats per 1,000.  0 = not known.
struct Provider {
    std::string id;
    std::string name;
    std::string state;  ///< 2 digits
    std::string place;  ///< town of its seat
    int year = 0;       ///< of the figures
    double energy_mwh = 0.0;
    double pue = 0.0;
    double servers = 0.0;  ///< as published, most often without telling physical from virtual ones
    double seats = 0.0;
    double staff = 0.0;
    double people = 0.0;
    double it_kw = 0.0;
    double it_kw_low = 0.0;
    double it_kw_high = 0.0;
    Evidence evidence;
};

/// What a size of plant on offer is of, in the order of the words of `plant_modules.csv`.
enum class ModuleKind { ups, cooling_dx, cooling_chilled, generator };

/// A size in which plant is sold.  Table `plant_modules.csv`.
struct PlantModule {
    std::string id;
    ModuleKind kind = ModuleKind::ups;
    double size = 0.0;  ///< kW, of heat for cooling; generators kVA
    Evidence evidence;
};

/// A rate in which carriers sell lines.  Table `line_rates.csv`.
struct LineRate {
    double rate_mbit_s = 0.0;
    Evidence evidence;
};

/// Where a device of a room or an office stands.
enum class GearPlace {
    room,    ///< server room; goes with it
    office,  ///< where the line enters: in the server room, without one in a cabinet, as long as people work
    floors,  ///< distributors of the floors; for the seats wired to the server room in it
    desks,   ///< on desks; never part of a room
};

/// What the devices of a row are counted by.
enum class GearBasis {
    office,        ///< 1 where people work
    seats,         ///< of the people in the building
    workplaces,    ///< served, or in the building if more
    room,          ///< server rooms that hold something
    hosts,         ///< hosts and physical servers
    array_hosts,   ///< the same where a storage array stands
    racks,         ///< that the room needs
    center,        ///< 1 at a provider's or shared center
    center_hosts,  ///< hosts and physical servers of such a center
};
inline constexpr std::size_t gear_bases = 9;

/// A device of network, backup or management: how many there are, and what one draws.  Table `gear.csv`.
struct GearDevice {
    std::string id;
    std::string name_de;
    std::string name_en;
    GearPlace place = GearPlace::room;
    GearBasis per = GearBasis::office;
    double from = 0.0;    ///< of the basis, from which on there is any
    double each = 0.0;    ///< of the basis that one set serves; 0 = one set serves all
    int count = 1;        ///< devices of a set
    std::string profile;  ///< only where a class of this daily profile runs; empty = everywhere
    Path power_w;         ///< of one device, typical
    int height_units = 1;
    double life_years = 7.0;
    Path price_eur;  ///< of one device, without VAT
    Evidence evidence;
};

/// A kind of device on desks.  Table `endpoints.csv`.
struct EndpointDevice {
    std::string id;
    std::string name_de;
    std::string name_en;
    double hours_per_workday = 0.0;  ///< of use
    Path power_w;                    ///< while in use
    double standby_w = 0.0;          ///< at all other hours
    double life_years = 5.0;
    Path price_eur;  ///< of one device, without VAT
    Evidence evidence;
};

/// Where the plausible range of a column of figures stands, in the order of the words of `bounds.csv`.
enum class BoundKind {
    factor,  ///< each figure times `low` to `high`
    beside,  ///< in columns of the table itself
    fixed,   ///< there is none, for the reason given
};

/// Plausible range of the figures of a column of a catalog table.  Table `bounds.csv`.
struct ColumnBound {
    std::string table;
    std::string column;
    BoundKind kind = BoundKind::fixed;
    double low = 1.0;    ///< factor on the figure, at most 1
    double high = 1.0;   ///< factor on the figure, at least 1
    std::string reason;  ///< of a fixed one; the columns of one beside
    Evidence evidence;
};

/// Every table of the catalog, as read from its files.
struct Catalog {
    Catalog();
    Catalog(const Catalog&);
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(const Catalog&);
    Catalog& operator=(Catalog&&) noexcept;
    ~Catalog();

    std::vector<ServerModel> servers;
    std::vector<ServerTrend> server_trend;
    std::vector<UpsType> ups;
    std::vector<CoolingType> cooling;
    std::vector<ClimateNormal> climate;
    std::vector<GridEmission> grid_emission;
    std::vector<ElectricityPrice> electricity_price;
    std::vector<WorkloadClass> workloads;
    std::vector<Transaction> transactions;
    std::vector<Profile> profiles;
    std::vector<HourShape> hour_shapes;
    std::vector<Figure> figures;
    std::vector<District> districts;
    std::vector<Municipality> municipalities;
    std::vector<AccessLink> access_links;
    std::vector<Provider> providers;
    std::vector<PlantModule> plant_modules;
    std::vector<LineRate> line_rates;
    std::vector<GearDevice> gear;
    std::vector<EndpointDevice> endpoints;
    std::vector<ProcedureKind> procedures;
    std::vector<ColumnBound> bounds;
};

/// Rows by id; each throws `std::out_of_range` naming the id (the study checks make sure that ids exist).
[[nodiscard]] const UpsType& ups_type(const Catalog& catalog, std::string_view id);
[[nodiscard]] const CoolingType& cooling_type(const Catalog& catalog, std::string_view id);
[[nodiscard]] const EndpointDevice& endpoint_device(const Catalog& catalog, std::string_view id);
[[nodiscard]] const Figure& figure(std::span<const Figure> figures, std::string_view id);
[[nodiscard]] const Figure& figure(const Catalog& catalog, std::string_view id);
[[nodiscard]] const Provider& provider(const Catalog& catalog, std::string_view id);
/// Sizes on offer of a kind of plant, ascending.
[[nodiscard]] std::vector<double> module_sizes(const Catalog& catalog, ModuleKind kind);
/// Climate region of a place outside the district table: that of the nearest district seat.  Throws
/// `std::out_of_range` if there are no districts.
[[nodiscard]] int climate_region_at(const Catalog& catalog, Place place);

}  // namespace verbund::catalog
