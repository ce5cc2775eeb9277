#pragma once

#include <optional>

#include "models/base/units.hpp"

/// What carries a site when its utility or its cooling fails.
namespace verbund::continuity {

/// What feeds a site once its utility has failed: nothing but its batteries, a generator of its own, or a
/// feed-in point to which a mobile one is brought.
enum class EmergencyPower { none, own, feed_in };

/// What is stated of one site's emergency supply; empty = as `SupplySteps` says.
struct EmergencySupply {
    std::optional<EmergencyPower> generator;
    std::optional<Duration> fuel;
    std::optional<Duration> ups_autonomy;
};

/// What follows when a site's supply fails, and how long each step lasts.
struct SupplySteps {
    /// Battery time at full load; default: `autonomy_beside_generator`, else `autonomy_alone`.
    std::optional<Duration> ups_autonomy;
    Duration genset_start = 30.0 * seconds;
    Duration mobile_genset = 4.0 * hours;  ///< until a mobile generator is there and carries
    /// A generator does not start, per demand; default: the catalog's figure by how it is maintained.
    std::optional<Fraction> genset_failure;
    /// Availability class from which a site has a generator; default: by `generator_from_class`.
    std::optional<int> genset_from_class;
    Duration genset_fuel = 48.0 * hours;
    Duration thermal_limit = 10.0 * minutes;  ///< without cooling, until hosts shut down
};

inline constexpr Duration autonomy_beside_generator = 10.0 * minutes;  ///< 10-15 min (M-h)
inline constexpr Duration autonomy_alone = 20.0 * minutes;  ///< 10-60 min; Landkreis Oder-Spree 2009: 20 min

/// Diesel that a generator takes for so many hours at a load: 0.27 l per kWh (M-h, as figure
/// emission.genset).
[[nodiscard]] double generator_fuel_l(double load_kw, double hours_at_load);

/// What a site is to those who plan its supply.
struct SupplyRole {
    int availability_class = 1;  ///< EN 50600, 1 to 4
    bool data_center = false;    ///< a provider's or shared center, not one administration's server room
};

/// Availability class from which a site that states nothing has a generator of its own: a data center from 2
/// (BSI INF.2.A14 wants one or a feed-in point), a server room from 3.
[[nodiscard]] int generator_from_class(bool data_center);

/// What feeds one site when its utility fails, and for how long.
struct SiteSupply {
    EmergencyPower generator = EmergencyPower::none;
    Duration ups_autonomy = autonomy_alone;
    Duration generator_start;  ///< from the failure until it carries the load
    Duration fuel;
};

/// A site's supply: as stated of the site, else as stated for all (`steps`), else by its role.
[[nodiscard]] SiteSupply site_supply(const SupplySteps& steps, const EmergencySupply& stated,
                                     SupplyRole role);

/// How reliable a generator is.
struct Generator {
    double fails_to_start = 0.0;  ///< probability per demand
    Duration running_mttf;        ///< mean time until it stops while it runs; zero = it does not
};

/// When a site stands still after its utility has failed, and when it is fed again; after the failure.
struct Standstill {
    Duration from;
    Duration until;
};

/// What happened to the generator.
enum class GeneratorRun { none, not_needed, does_not_start, runs, stops, out_of_fuel };

/// From when to when a site stands still for want of power or cooling.
struct SupplyCourse {
    GeneratorRun generator = GeneratorRun::none;
    Duration generator_ends;               ///< out of fuel or stopped
    std::optional<Standstill> standstill;  ///< empty: the load is carried until the utility is back
};

/// A loss of utility that lasts `lasts`: the UPS carries for its autonomy; a generator from its start until
/// its fuel ends or it stops, the battery (charged meanwhile) then carrying once more.  `chance` in [0, 1)
/// decides whether the generator starts (not below its probability to fail), `life` (standard exponential)
/// how long it runs in units of its mean time to failure.  A battery that ends before the generator runs
/// leaves the site still until then.  Neglects refuelling and that load changes autonomy and fuel.
[[nodiscard]] SupplyCourse ride_through(const SiteSupply& supply, const std::optional<Generator>& generator,
                                        Duration lasts, double chance, double life);

}  // namespace verbund::continuity
