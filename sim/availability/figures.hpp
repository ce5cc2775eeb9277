#pragma once

#include "models/catalog/catalog.hpp"
#include "models/continuity/supply.hpp"
#include "scenarios/study/availability.hpp"
#include "sim/availability/cause.hpp"
#include "sim/availability/core/system.hpp"

/// Failure rates and repair times of the catalog, ready for use.
namespace verbund::availability {

/// How often a thing fails and how long it is down.
struct Failures {
    double per_year = 0.0;
    RepairTime repair;
    Cause cause = Cause::utility;
    double sampled_per_year = 0.0;  ///< of rare failures, see core/monte_carlo.hpp; 0 = not rare
};

/// All failure rates and repair times that the engine uses.
struct Figures {
    Failures host;
    Failures storage;
    Failures room_switch;
    Failures ups_module;
    Failures cooling_dx;
    Failures cooling_chilled;
    Failures utility_long;
    Failures utility_short;
    Failures utility_wide;
    Failures site_loss;
    Failures software;
    Failures ransomware;
    Failures fibre_per_km;
    double utility_wide_km = 0.0;   ///< two sites nearer than this can be hit together
    double utility_local_km = 0.0;  ///< the same of other losses of utility
    double site_loss_km = 0.0;      ///< the same of losses of a site
    double two_feeders = 0.0;       ///< share of utility failures that hit both of two feeders
    double ups_on_demand = 0.0;
    double genset_on_demand = 0.0;
    double genset_mttf_h = 0.0;  ///< running
    double common_cause = 0.0;   ///< beta factor of redundant parts in one building
    double hidden_duct_km = 0.0;
    double duct_cut = 0.0;  ///< share of the failures inside a duct that take all links in it
};

/// Repair times have the figure's value as their mean and lie within its range (`RangeTime`), of utility
/// (long) and fibre they are lognormal.  Whether a generator starts: as the study states it, else as the
/// catalog has it.  Throws `InvalidInput` naming every figure that is missing or cannot be what it should be.
[[nodiscard]] Figures read_figures(const catalog::Catalog& catalog, const study::Availability& study,
                                   const continuity::SupplySteps& supply = {});

}  // namespace verbund::availability
