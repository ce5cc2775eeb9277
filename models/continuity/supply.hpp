#pragma once

#include <optional>

#include "models/base/units.hpp"

/// What carries a site when its utility or its cooling fails.
namespace verbund::continuity {

/// What follows when a site's supply fails, and how long each step lasts.
struct SupplySteps {
    Duration ups_autonomy = 10.0 * minutes;
    Duration genset_start = 30.0 * seconds;
    /// A generator does not start, per demand; default: the catalog's figure by how it is maintained.
    std::optional<Fraction> genset_failure;
    int genset_from_class = 3;  ///< availability class from which a site has a generator
    Duration genset_fuel = 48.0 * hours;
    Duration thermal_limit = 10.0 * minutes;  ///< without cooling, until hosts shut down
};

/// Whether a site of that availability class (EN 50600, 1 to 4) has a generator.
[[nodiscard]] bool has_generator(const SupplySteps& steps, int availability_class);

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
[[nodiscard]] SupplyCourse ride_through(const SupplySteps& steps, const std::optional<Generator>& generator,
                                        Duration lasts, double chance, double life);

}  // namespace verbund::continuity
