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

bool has_generator(const SupplySteps& steps, int availability_class) {
    return availability_class >= steps.genset_from_class;
}

SupplyCourse ride_through(const SupplySteps& steps, const std::optional<Generator>& generator, Duration lasts,
                          double chance, double life) {
    if (!generator) return {GeneratorRun::none, {}, still(steps.ups_autonomy, lasts)};
    if (steps.genset_start >= lasts) return {GeneratorRun::not_needed, {}, still(steps.ups_autonomy, lasts)};
    if (chance < generator->fails_to_start)
        return {GeneratorRun::does_not_start, {}, still(steps.ups_autonomy, lasts)};
    const bool stops = generator->running_mttf > Duration{} &&
                       life * generator->running_mttf < steps.genset_fuel &&
                       steps.genset_start + life * generator->running_mttf < lasts;
    const Duration runs = stops ? life * generator->running_mttf : steps.genset_fuel;
    const Duration ends = steps.genset_start + runs;
    const GeneratorRun run = stops          ? GeneratorRun::stops
                             : ends < lasts ? GeneratorRun::out_of_fuel
                                            : GeneratorRun::runs;
    const std::optional<Standstill> at_start = still(steps.ups_autonomy, steps.genset_start);
    const std::optional<Standstill> at_end = still(ends + steps.ups_autonomy, lasts);
    // Two standstills of one failure are one from the first on: what started between them stops again.
    if (at_start && at_end) return {run, ends, Standstill{at_start->from, at_end->until}};
    return {run, ends, at_start ? at_start : at_end};
}

}  // namespace verbund::continuity
