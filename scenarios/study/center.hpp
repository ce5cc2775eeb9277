#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/base/place.hpp"
#include "models/base/units.hpp"
#include "models/continuity/supply.hpp"
#include "models/facility/power_chain.hpp"
#include "models/rules/rules.hpp"

/// Data centers and server rooms of a study: plant, rooms, who else is there, what its meters said.
namespace verbund::study {

using Id = std::string;

/// Plant and rooms, as far as a center does not state its own.
struct Facility {
    double imperfection = 1.3;  ///< on the cooling term: bypass air, humidity, part load, oversizing
    Fraction distribution_losses = 1.5 * percent;
    Fraction auxiliary_small_room = 2.5 * percent;
    Fraction auxiliary_center = 1.0 * percent;
    Power transformer_from =
        300.0 * kilowatt;  ///< connection power from which a site has its own MV transformer
    Fraction transformer_no_load = 0.16 * percent;
    Fraction transformer_load = 1.1 * percent;
    Temperature design_temperature = Temperature::from_celsius(40.0);
    int usable_height_units = 38;
    Power rack_power = 8.0 * kilowatt;   ///< that a rack is planned for where its room states none
    std::optional<std::string> weather;  ///< file of hourly weather at all sites; default: the climate region
};

/// What every administration without a stated own room has: a small server room.
struct Home {
    int rooms = 1;  ///< 2: each room alone can carry the load
    std::string ups = "legacy";
    facility::Redundancy redundancy = facility::Redundancy::n;
    std::string cooling = "room-dx";
    Power rack_power = 4.0 * kilowatt;  ///< that a rack is planned for
    Fraction reserve = 50.0 * percent;  ///< capacity built beyond the need of the base year
    int availability_class = 1;
    bool outside_copy = true;                ///< backups are also kept where nothing of the study lies
    Duration given_up = 1.0 * julian_years;  ///< whole years that an emptied room keeps its gear
    continuity::EmergencySupply emergency;
};

/// A room of a center; what is empty is sized in steps.
struct Room {
    std::optional<int> racks;         ///< auto
    std::optional<Power> rack_power;  ///< no limit: racks are planned for `Facility::rack_power`
    std::optional<Power> it_power;    ///< auto
    std::string ups = "modern";
    std::optional<Power> ups_power;  ///< installed, all modules; auto
    int ups_modules = 4;             ///< most modules that share the load without the spare
    facility::Redundancy redundancy = facility::Redundancy::n_plus_1;
    std::string cooling = "chilled-free-warm";
    std::optional<Power> cooling_power;  ///< heat it can remove; auto
};

/// Whose a center is.
enum class CenterRole { own, provider, shared };

/// IT of clients outside the study in a center.  Its power is stated once, in one of three ways, and grows
/// from `as_of`: P(year) = P (1 + growth)^(year - as_of) from `from` on.  It draws the same at all hours.
struct OtherLoad {
    std::optional<Id> provider;         ///< row of the catalog's table of providers
    Fraction share = 100.0 * percent;   ///< of the provider's load that is in this center
    std::optional<Power> it_power;      ///< mean, with storage and network
    std::optional<double> servers;      ///< machines, not VMs
    Power server_power = 359.0 * watt;  ///< per machine, with its part of storage and network
    Rate growth = 1.0 * percent_per_year;
    std::optional<int> as_of;           ///< year of the figure; default: the row's, else estate.base_year
    std::optional<int> from;            ///< first year with it; default: from the center's start on
    Power rack_power = 4.0 * kilowatt;  ///< IT power in a rack of these clients
    std::optional<DataRate> traffic;    ///< of their users at its peak, on the center's lines; not known
};

/// What a center's meters said in a year: its chain is fitted to it.
struct Metered {
    std::optional<double> pue;
    std::optional<Energy> energy;  ///< of the whole center, from the grid
    int year = 2024;
};

/// What a run found a metered center's chain to be; not stated in a study.
struct MeteredFit {
    double cooling_factor = 1.0;  ///< on the electricity of cooling and auxiliaries
    double other_it_w = 0.0;      ///< that the meters show beside what is stated, in `year`
    int year = 0;
};

/// Words of `Center::outside_copy` that are no center.
inline constexpr std::string_view outside_elsewhere = "elsewhere";
inline constexpr std::string_view outside_none = "none";

/// What its operator charges each client for a year, without tax; nothing of it stated: cost is shared.
struct Tariff {
    MoneyRate client{};     ///< of an administration, whatever it has there
    MoneyRate workplace{};  ///< of a workplace served
    MoneyRate server{};     ///< of a VM or physical server
    MoneyRate terabyte{};   ///< of primary data
    MoneyRate gbit_s{};     ///< of the peak of its users' traffic

    [[nodiscard]] bool stated() const;
};

/// A data center or server room.
struct Center {
    Center();
    Center(const Center&);
    Center(Center&&) noexcept;
    Center& operator=(const Center&);
    Center& operator=(Center&&) noexcept;
    ~Center();

    std::string name;
    Place at;
    std::optional<std::string> state;    ///< 2 digits; default: state of the nearest district
    std::optional<int> climate_region;   ///< default: nearest
    std::optional<std::string> weather;  ///< file of hourly weather; default: as the facility
    CenterRole role = CenterRole::shared;
    std::string group;                ///< e.g. "land", for moves to "group:land"
    std::vector<std::string> serves;  ///< states (2 digits) a group's center serves; empty = everyone
    std::optional<Id> partner;        ///< its twin, for backup to "partner"
    Date commissioned{2000, 1, 1};
    std::optional<Date> closed;
    std::optional<Duration> given_up;  ///< whole years that it keeps its gear once emptied; default: as home
    std::optional<int> availability_class;
    rules::SupplyPath power_path = rules::SupplyPath::single_redundant_parts;
    rules::SupplyPath cooling_path = rules::SupplyPath::single_redundant_parts;
    rules::SupplyPath network_path = rules::SupplyPath::single_redundant_parts;
    bool public_operator = true;
    bool energy_management = true;
    bool colocation = false;            ///< its IT stands in the center of another operator
    std::optional<int> operator_staff;  ///< of its operator; not known
    std::optional<std::string> run_by;  ///< who runs it; default: an operator of its own
    bool round_the_clock = false;       ///< staffed at all hours, not only on call
    std::optional<double> positions;    ///< filled for running it; not known
    Tariff tariff;
    std::vector<rules::Proof> proofs;         ///< of the check list: what has been shown
    bool heat_network_near = false;           ///< a heat network within 5 km
    Fraction heat_reuse;                      ///< share of the heat that is used elsewhere
    std::optional<Fraction> renewable_share;  ///< default: economics.renewable_share
    std::optional<Power> grid_connection;     ///< auto
    std::optional<DataRate> uplink;           ///< auto
    std::optional<Data> storage;              ///< auto
    /// Where the outside copy of its backups lies: a center, "elsewhere" (where nothing of the study lies) or
    /// "none"; default: at its backup site, without one elsewhere.
    std::optional<std::string> outside_copy;
    Fraction reserve = 25.0 * percent;  ///< auto: capacity built beyond the need
    int stage_years = 5;                ///< auto: a building stage serves the need of this many years
    continuity::EmergencySupply emergency;
    std::optional<OtherLoad> other_load;
    std::optional<Metered> metered;
    MeteredFit fit{};
    std::map<Id, Room> rooms;
};

}  // namespace verbund::study
