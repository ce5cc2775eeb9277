#include "sim/replay/replay.hpp"

#include <algorithm>
#include <mutex>

#include "models/base/tasks.hpp"
#include "sim/replay/host_use.hpp"
#include "sim/replay/placement.hpp"

namespace verbund::replay {
namespace {

/// Seconds in which a host has at least one VM.
double occupied_s(std::vector<Stay> stays) {
    std::sort(stays.begin(), stays.end(), [](const Stay& a, const Stay& b) { return a.begin_s < b.begin_s; });
    double sum_s = 0.0;
    double until_s = 0.0;
    for (const Stay& stay : stays) {
        const double from_s = std::max(stay.begin_s, until_s);
        if (stay.end_s > from_s) sum_s += stay.end_s - from_s;
        until_s = std::max(until_s, stay.end_s);
    }
    return sum_s;
}

std::vector<HostUse> use_by_host(const Input& input, const Schedule& schedule, const Progress& progress) {
    std::vector<HostUse> uses(schedule.hosts.size());
    std::mutex telling;
    std::size_t done = 0;
    run_tasks(uses.size(), [&](std::size_t h) {
        const std::vector<Stay>& stays = schedule.hosts[h];
        if (!stays.empty()) uses[h] = use_of(input.hosts[schedule.group_of[h]], stays, input);
        if (!progress) return;
        const std::lock_guard<std::mutex> lock{telling};
        progress(static_cast<double>(++done) / static_cast<double>(uses.size()));
    });
    return uses;
}

/// Energy of a host over the replay: idle power while it is on, and what its use adds.
double energy_j(const HostGroup& host, const HostUse& use, double on_s, HostPower rule) {
    if (rule == HostPower::constant_max) return compute::power_w(host.power, 1.0) * on_s;
    return compute::power_w(host.power, 0.0) * on_s + use.dynamic_j;
}

}  // namespace

outcome::Replay replay(const Input& input, const Rules& rules, const Progress& progress) {
    const Schedule schedule = place(input, rules);
    const std::vector<HostUse> uses = use_by_host(input, schedule, progress);
    outcome::Replay found;
    found.end_s = schedule.end_s;
    for (const HostGroup& group : input.hosts) found.host_types.push_back({group.name, group.count});
    for (std::size_t h = 0; h < uses.size(); ++h) {
        const HostUse& use = uses[h];
        outcome::ReplayedHostType& type = found.host_types[schedule.group_of[h]];
        const double on_s =
            rules.idle_hosts == IdleHosts::always_on ? schedule.end_s : occupied_s(schedule.hosts[h]);
        type.on_s += on_s;
        type.energy_j += energy_j(input.hosts[schedule.group_of[h]], use, on_s, rules.host_power);
        type.mean_utilisation += use.utilised_s;
        type.overloaded_s += use.overloaded_s;
        type.vms += schedule.hosts[h].size();
        found.use.asked_mhz_s += use.asked_mhz_s;
        found.use.clipped_mhz_s += use.clipped_mhz_s;
        found.steps.read += use.steps;
        found.steps.applied += use.whole - use.over_capacity;
        found.steps.clipped_end += use.steps - use.whole;
        found.steps.clipped_capacity += use.over_capacity;
    }
    for (const std::size_t vm : schedule.refused_vms)
        found.steps.clipped_refused += workload::step_count(input.steps, vm);
    found.steps.read += found.steps.clipped_refused;
    found.use.applied_mhz_s = found.use.asked_mhz_s - found.use.clipped_mhz_s;
    double utilised_s = 0.0;
    for (outcome::ReplayedHostType& type : found.host_types) {
        found.energy_j += type.energy_j;
        found.overloaded_host_s += type.overloaded_s;
        utilised_s += type.mean_utilisation;
        const double host_s = static_cast<double>(type.hosts) * found.end_s;
        type.mean_utilisation = host_s > 0.0 ? type.mean_utilisation / host_s : 0.0;
    }
    const double host_s = static_cast<double>(uses.size()) * found.end_s;
    found.mean_host_utilisation = host_s > 0.0 ? utilised_s / host_s : 0.0;
    found.vms_placed = schedule.placed;
    found.refused = schedule.refused;
    if (schedule.placed > 0) found.mean_wait_s = schedule.waited_s / static_cast<double>(schedule.placed);
    return found;
}

}  // namespace verbund::replay
