#include "models/continuity/supply.hpp"

#include <algorithm>

namespace verbund::continuity {
namespace {

/// Still from a time until the utility is back, unless that comes first.
std::optional<Standstill> still(Duration from, Duration until) {
    if (!(from < until)) return std::nullopt;
    return Standstill{from, until};
}

}  // namespace

double generator_fuel_l(double load_kw, double hours_at_load) {
    constexpr double litres_per_kwh = 0.27;
    return load_kw * hours_at_load * litres_per_kwh;
}

int generator_from_class(bool data_center) { return data_center ? 2 : 3; }

SiteSupply site_supply(const SupplySteps& steps, const EmergencySupply& stated, SupplyRole role) {
    const int from_class = steps.genset_from_class.value_or(generator_from_class(role.data_center));
    const EmergencyPower by_role =
        role.availability_class >= from_class ? EmergencyPower::own : EmergencyPower::none;
    SiteSupply supply;
    supply.generator = stated.generator.value_or(by_role);
    const bool at_once = supply.generator == EmergencyPower::own;
    supply.ups_autonomy = stated.ups_autonomy.value_or(
        steps.ups_autonomy.value_or(at_once ? autonomy_beside_generator : autonomy_alone));
    supply.generator_start = at_once ? steps.genset_start : steps.mobile_genset;
    supply.fuel = stated.fuel.value_or(steps.genset_fuel);
    return supply;
}

SupplyCourse ride_through(const SiteSupply& supply, const std::optional<Generator>& generator, Duration lasts,
                          double chance, double life) {
    if (!generator) return {GeneratorRun::none, {}, still(supply.ups_autonomy, lasts)};
    if (supply.generator_start >= lasts)
        return {GeneratorRun::not_needed, {}, still(supply.ups_autonomy, lasts)};
    if (chance < generator->fails_to_start)
        return {GeneratorRun::does_not_start, {}, still(supply.ups_autonomy, lasts)};
    const bool stops = generator->running_mttf > Duration{} && life * generator->running_mttf < supply.fuel &&
                       supply.generator_start + life * generator->running_mttf < lasts;
    const Duration runs = stops ? life * generator->running_mttf : supply.fuel;
    const Duration ends = supply.generator_start + runs;
    const GeneratorRun run = stops          ? GeneratorRun::stops
                             : ends < lasts ? GeneratorRun::out_of_fuel
                                            : GeneratorRun::runs;
    const std::optional<Standstill> at_start = still(supply.ups_autonomy, supply.generator_start);
    const std::optional<Standstill> at_end = still(ends + supply.ups_autonomy, lasts);
    // Two standstills of one failure are one from the first on: what started between them stops again.
    if (at_start && at_end) return {run, ends, Standstill{at_start->from, at_end->until}};
    return {run, ends, at_start ? at_start : at_end};
}

}  // namespace verbund::continuity
