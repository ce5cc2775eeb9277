#include "models/workload/right_size.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "models/base/unit_factors.hpp"

namespace verbund::workload {
namespace {

/// A use and for how long it holds.
struct Held {
    double mhz = 0.0;
    double for_s = 0.0;
};

/// All steps of a VM that begin before its end.
std::vector<Held> held_of(const MeasuredVm& vm, const StepSource& steps, std::size_t number) {
    std::vector<double> times;
    std::vector<Held> held;
    StepSource::Room times_room;
    StepSource::Room values_room;
    for (std::size_t run = 0; run < steps.runs(number); ++run) {
        const StepRun of = steps.run(number, run);
        const auto count = static_cast<std::size_t>(of.count);
        for (const double mhz : steps.values(number, run, 0, count, values_room)) held.push_back({mhz, 0.0});
        if (of.regular()) {
            for (std::size_t i = 0; i < count; ++i)
                times.push_back(of.first_s + static_cast<double>(i) * of.interval_s);
        } else {
            const std::span<const double> own = steps.times(number, run, 0, count, times_room);
            times.insert(times.end(), own.begin(), own.end());
        }
    }
    const double end_s = vm.duration_s.value_or(times.empty() ? 0.0 : times.back());
    for (std::size_t i = 0; i < held.size(); ++i) {
        const double until_s = i + 1 < held.size() ? std::min(times[i + 1], end_s) : end_s;
        held[i].for_s = std::max(0.0, until_s - times[i]);
    }
    std::erase_if(held, [](const Held& of) { return of.for_s <= 0.0; });
    return held;
}

/// The interval that half of the steps do not exceed.
double usual_interval_s(std::vector<Held> held) {
    const auto middle = held.begin() + static_cast<std::ptrdiff_t>(held.size() / 2);
    std::nth_element(held.begin(), middle, held.end(),
                     [](const Held& a, const Held& b) { return a.for_s < b.for_s; });
    return middle->for_s;
}

/// The least use that is not exceeded in a share of the time.
double percentile_mhz(std::vector<Held> held, double known_s, double share) {
    std::sort(held.begin(), held.end(), [](const Held& a, const Held& b) { return a.mhz < b.mhz; });
    constexpr double rounding = 1e-12;
    double time_s = 0.0;
    for (const Held& of : held) {
        time_s += of.for_s;
        if (time_s >= share * known_s * (1.0 - rounding)) return of.mhz;
    }
    return held.back().mhz;
}

Confidence confidence_of(const VmNeed& need) {
    constexpr double week_s = 7.0 * seconds_per_day;
    constexpr double four_weeks_s = 4.0 * week_s;
    constexpr double most_of_it = 0.8;
    constexpr double nearly_all = 0.95;
    if (need.length_s >= four_weeks_s && need.completeness >= nearly_all) return Confidence::high;
    if (need.length_s >= week_s && need.completeness >= most_of_it) return Confidence::medium;
    return Confidence::low;
}

}  // namespace

VmNeed need_of(const MeasuredVm& vm, const StepSource& steps, std::size_t number, const SizingRules& rules) {
    VmNeed need;
    need.vcpus = vm.vcpus;
    std::vector<Held> held = held_of(vm, steps, number);
    if (held.empty() || vm.core_mhz <= 0.0) return need;
    constexpr double longer = 1.5;
    const double longest_s = longer * usual_interval_s(held);
    double known_s = 0.0;
    for (Held& of : held) {
        need.length_s += of.for_s;
        of.for_s = std::min(of.for_s, longest_s);
        known_s += of.for_s;
        need.mean_mhz += of.mhz * of.for_s;
        need.peak_mhz = std::max(need.peak_mhz, of.mhz);
    }
    need.mean_mhz /= known_s;
    need.completeness = known_s / need.length_s;
    need.percentile_mhz = percentile_mhz(std::move(held), known_s, rules.percentile);
    constexpr double rounding = 1e-9;
    need.vcpus =
        std::max(1.0, std::ceil(rules.comfort * need.percentile_mhz / vm.core_mhz * (1.0 - rounding)));
    need.confidence = confidence_of(need);
    return need;
}

}  // namespace verbund::workload
