#include "models/workload/known_use.hpp"

#include <algorithm>
#include <span>

namespace verbund::workload {
namespace {

/// All steps of a VM with the times at which they begin.
std::vector<KnownUse> steps_of(const StepSource& steps, std::size_t number) {
    std::vector<KnownUse> all;
    StepSource::Room times_room;
    StepSource::Room values_room;
    for (std::size_t run = 0; run < steps.runs(number); ++run) {
        const StepRun of = steps.run(number, run);
        const auto count = static_cast<std::size_t>(of.count);
        const std::size_t first = all.size();
        for (const double mhz : steps.values(number, run, 0, count, values_room)) all.push_back({mhz});
        const std::span<const double> times =
            of.regular() ? std::span<const double>{} : steps.times(number, run, 0, count, times_room);
        for (std::size_t i = 0; i < count; ++i)
            all[first + i].from_s =
                of.regular() ? of.first_s + static_cast<double>(i) * of.interval_s : times[i];
    }
    return all;
}

/// The interval that half of the steps do not exceed.
double usual_interval_s(std::vector<KnownUse> held) {
    const auto middle = held.begin() + static_cast<std::ptrdiff_t>(held.size() / 2);
    std::nth_element(held.begin(), middle, held.end(),
                     [](const KnownUse& a, const KnownUse& b) { return a.for_s < b.for_s; });
    return middle->for_s;
}

}  // namespace

UseHistory known_use(const MeasuredVm& vm, const StepSource& steps, std::size_t number) {
    UseHistory history{steps_of(steps, number)};
    std::vector<KnownUse>& known = history.known;
    const double end_s = vm.duration_s.value_or(known.empty() ? 0.0 : known.back().from_s);
    for (std::size_t i = 0; i < known.size(); ++i) {
        const double until_s = i + 1 < known.size() ? std::min(known[i + 1].from_s, end_s) : end_s;
        known[i].for_s = std::max(0.0, until_s - known[i].from_s);
    }
    std::erase_if(known, [](const KnownUse& of) { return of.for_s <= 0.0; });
    if (known.empty()) return history;
    constexpr double longer = 1.5;
    const double longest_s = longer * usual_interval_s(known);
    for (KnownUse& of : known) {
        history.length_s += of.for_s;
        of.for_s = std::min(of.for_s, longest_s);
    }
    return history;
}

}  // namespace verbund::workload
