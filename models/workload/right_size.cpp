#include "models/workload/right_size.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "models/workload/known_use.hpp"

namespace verbund::workload {
namespace {

/// The least use that is not exceeded in a share of the time.
double percentile_mhz(std::vector<KnownUse> held, double known_s, double share) {
    std::sort(held.begin(), held.end(), [](const KnownUse& a, const KnownUse& b) { return a.mhz < b.mhz; });
    constexpr double rounding = 1e-12;
    double time_s = 0.0;
    for (const KnownUse& of : held) {
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
    UseHistory history = known_use(vm, steps, number);
    if (history.known.empty() || vm.core_mhz <= 0.0) return need;
    double known_s = 0.0;
    for (const KnownUse& of : history.known) {
        known_s += of.for_s;
        need.mean_mhz += of.mhz * of.for_s;
        need.peak_mhz = std::max(need.peak_mhz, of.mhz);
    }
    need.length_s = history.length_s;
    need.mean_mhz /= known_s;
    need.completeness = known_s / need.length_s;
    need.percentile_mhz = percentile_mhz(std::move(history.known), known_s, rules.percentile);
    constexpr double rounding = 1e-9;
    need.vcpus =
        std::max(1.0, std::ceil(rules.comfort * need.percentile_mhz / vm.core_mhz * (1.0 - rounding)));
    need.confidence = confidence_of(need);
    return need;
}

}  // namespace verbund::workload
