#include "sim/batch/energy_check.hpp"

#include <set>
#include <stdexcept>

#include "models/base/unit_factors.hpp"
#include "sim/deploy/slot_load.hpp"

namespace verbund::batch {
namespace {

/// States that any pool follows, ascending.
std::vector<FederalState> all_states(const deploy::Deployment& year) {
    std::set<int> numbers;
    for (const deploy::SiteDeployment& site : year.sites) {
        for (const deploy::Pool& pool : site.pools)
            for (const deploy::LoadTerm& term : pool.load_ops) numbers.insert(term.state);
    }
    std::vector<FederalState> states;
    for (const int number : numbers) states.push_back({number});
    return states;
}

/// A calendar of one day that is of the same type in every state.
workload::YearPatterns one_day(const deploy::Deployment& year, int day_type) {
    workload::YearPatterns patterns;
    patterns.year = year.year;
    patterns.states = all_states(year);
    patterns.day_type_of = {
        std::vector<std::uint8_t>(patterns.states.size(), static_cast<std::uint8_t>(day_type))};
    patterns.pattern_of_day = {0};
    patterns.days_of_pattern = {1};
    return patterns;
}

}  // namespace

double annual_day_kwh(const deploy::WorldYear& input, int day_type) {
    const workload::YearPatterns patterns = one_day(input.year(), day_type);
    const deploy::SlotGrid grid{&input.profiles(), &patterns};
    double watt_hours = 0.0;
    for (const deploy::SiteDeployment& site : input.year().sites) {
        for (const deploy::Pool& pool : site.pools)
            for (const double power_w : deploy::pool_slots(pool, input.variant().host_types, grid).power_w)
                watt_hours += power_w;
    }
    return watt_hours / wh_per_kwh;
}

outcome::EnergyCheck check_energy(const deploy::WorldYear& input, const events::EnergyDayOutcome& day) {
    const std::optional<int> type = events::ordinary_day_type(day.day);
    if (!type) throw std::invalid_argument{"check_energy: the annual engine has no such day"};
    outcome::EnergyCheck check;
    check.year = input.year().year;
    check.day = events::day_id(day.day);
    check.events_kwh = day.hosts_kwh;
    check.annual_kwh = annual_day_kwh(input, *type);
    check.deviation = check.annual_kwh > 0.0 ? check.events_kwh / check.annual_kwh - 1.0 : 0.0;
    return check;
}

}  // namespace verbund::batch
