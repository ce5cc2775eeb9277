#include "sim/deploy/slot_load.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "models/base/unit_factors.hpp"

namespace verbund::deploy {
namespace {

std::size_t state_index(const workload::YearPatterns& patterns, std::uint8_t state) {
    for (std::size_t i = 0; i < patterns.states.size(); ++i)
        if (patterns.states[i].number == state) return i;
    throw std::logic_error("a load follows the calendar of a state that the year's patterns lack");
}

/// Power of the whole pool at the eleven load points.  All its hosts run at the same utilisation and are
/// interpolated between the same points, so the sum of their curves is again such a curve: exact, and one
/// look-up per slot.
compute::PowerTable pool_table(const Pool& pool, const HostTypes& types) {
    compute::PowerTable table{};
    for (const HostSet& set : pool.hosts) {
        const double running = set.count * pool.running_share;
        for (std::size_t p = 0; p < table.size(); ++p) table[p] += running * types[set.type].power_w[p];
    }
    return table;
}

}  // namespace

std::vector<FederalState> states_of(const SiteDeployment& site, FederalState own) {
    std::set<int> numbers;
    for (const Pool& pool : site.pools)
        for (const LoadTerm& term : pool.load_ops) numbers.insert(term.state);
    for (const LoadTerm& term : site.traffic_gbit_s) numbers.insert(term.state);
    if (numbers.empty()) numbers.insert(own.number);
    std::vector<FederalState> states;
    for (const int number : numbers) states.push_back({number});
    return states;
}

std::vector<double> slot_load(const std::vector<LoadTerm>& terms, const SlotGrid& grid) {
    const std::size_t patterns = grid.patterns->day_type_of.size();
    std::vector<double> load(patterns * hours_per_day, 0.0);
    for (const LoadTerm& term : terms) {
        const std::size_t state = state_index(*grid.patterns, term.state);
        for (std::size_t p = 0; p < patterns; ++p) {
            const int type = grid.patterns->day_type_of[p][state];
            for (int hour = 0; hour < hours_per_day; ++hour) {
                load[p * hours_per_day + static_cast<std::size_t>(hour)] +=
                    term.base + term.swing * grid.profiles->share(term.profile, type, hour);
            }
        }
    }
    return load;
}

PoolSlots pool_slots(const Pool& pool, const HostTypes& types, const SlotGrid& grid) {
    PoolSlots slots;
    slots.performance_ops = running_performance_ops(pool, types);
    slots.utilisation = slot_load(pool.load_ops, grid);
    slots.power_w.assign(slots.utilisation.size(), 0.0);
    if (slots.performance_ops <= 0.0) {
        std::fill(slots.utilisation.begin(), slots.utilisation.end(), 0.0);
        return slots;
    }
    const compute::PowerTable table = pool_table(pool, types);
    for (std::size_t i = 0; i < slots.power_w.size(); ++i) {
        slots.utilisation[i] /= slots.performance_ops;
        slots.power_w[i] = compute::interpolate(table, slots.utilisation[i]);
    }
    return slots;
}

std::vector<double> site_it_power_w(const SiteDeployment& site, const HostTypes& types,
                                    const SlotGrid& grid) {
    std::vector<double> power(static_cast<std::size_t>(grid.patterns->slots()), site.constant_it_w);
    for (const Pool& pool : site.pools) {
        const PoolSlots slots = pool_slots(pool, types, grid);
        for (std::size_t i = 0; i < power.size(); ++i) power[i] += slots.power_w[i];
    }
    return power;
}

}  // namespace verbund::deploy
