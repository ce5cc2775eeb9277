#include "models/workload/step_table.hpp"

#include <algorithm>
#include <numeric>

namespace verbund::workload {
namespace {

/// Runs shorter than this on the average take more room than a time for each step.
constexpr std::size_t shortest_run = 6;

}  // namespace

void StepTable::extend(VmSteps& steps, double time_s, double mhz) {
    if (!steps.runs.empty()) {
        StoredRun& run = steps.runs.back();
        if (run.count == 1) run.interval_s = time_s - run.first_s;
        if (run.first_s + static_cast<double>(run.count) * run.interval_s == time_s) {
            ++run.count;
            steps.values.push_back(mhz);
            steps.last_s = time_s;
            return;
        }
        if (run.count == 1) run.interval_s = 0.0;
    }
    steps.runs.push_back({.begin = steps.values.size(), .count = 1, .first_s = time_s});
    steps.values.push_back(mhz);
    steps.last_s = time_s;
}

void StepTable::give_times(VmSteps& steps) {
    steps.timed = true;
    steps.times.reserve(steps.values.size());
    for (const StoredRun& run : steps.runs)
        for (std::size_t i = 0; i < run.count; ++i)
            steps.times.push_back(run.first_s + static_cast<double>(i) * run.interval_s);
    steps.runs.clear();
}

void StepTable::add(std::size_t vm, double time_s, double mhz) {
    VmSteps& steps = vms_[vm];
    const bool first = steps.values.empty();
    if (!steps.timed) {
        if (first || time_s > steps.last_s) return extend(steps, time_s, mhz);
        if (time_s == steps.last_s) {
            steps.values.back() = mhz;
            ++counts_.repeated;
            return;
        }
        give_times(steps);
    }
    if (time_s < steps.last_s) {
        ++counts_.unordered;
        steps.ordered = false;
    }
    steps.times.push_back(time_s);
    steps.values.push_back(mhz);
    steps.last_s = std::max(steps.last_s, time_s);
}

/// Adds the steps once more, by time; of those at one time the one added last.
void StepTable::bring_into_order(VmSteps& steps) {
    std::vector<std::size_t> order(steps.values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&steps](std::size_t a, std::size_t b) { return steps.times[a] < steps.times[b]; });
    VmSteps ordered;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t step = order[i];
        if (i + 1 < order.size() && steps.times[order[i + 1]] == steps.times[step])
            ++counts_.repeated;
        else
            extend(ordered, steps.times[step], steps.values[step]);
    }
    steps = std::move(ordered);
}

void StepTable::count_gaps(const VmSteps& steps) {
    const auto usual =
        std::max_element(steps.runs.begin(), steps.runs.end(),
                         [](const StoredRun& a, const StoredRun& b) { return a.count < b.count; });
    if (usual == steps.runs.end() || usual->interval_s <= 0.0) return;
    constexpr double longer = 1.5;
    double last_s = steps.runs.front().first_s;
    for (const StoredRun& run : steps.runs) {
        const double between_s = run.first_s - last_s;
        if (between_s > longer * usual->interval_s) {
            ++counts_.gaps;
            counts_.longest_gap_s = std::max(counts_.longest_gap_s, between_s);
        }
        last_s = run.first_s + static_cast<double>(run.count - 1) * run.interval_s;
    }
}

void StepTable::finish() {
    for (VmSteps& steps : vms_) {
        if (steps.timed) bring_into_order(steps);
        count_gaps(steps);
        if (steps.runs.size() * shortest_run > steps.values.size()) {
            give_times(steps);
            if (!steps.times.empty())
                steps.runs.push_back({.count = steps.times.size(), .first_s = steps.times.front()});
        }
        steps.values.shrink_to_fit();
    }
}

StepRun StepTable::run(std::size_t vm, std::size_t number) const {
    const VmSteps& steps = vms_[vm];
    const StoredRun& run = steps.runs[number];
    const double last_s =
        steps.timed ? steps.times.back() : run.first_s + static_cast<double>(run.count - 1) * run.interval_s;
    return {run.count, run.first_s, last_s, run.interval_s};
}

std::span<const double> StepTable::values(std::size_t vm, std::size_t run, std::uint64_t first,
                                          std::size_t count, Room& /*room*/) const {
    const VmSteps& steps = vms_[vm];
    return {steps.values.data() + steps.runs[run].begin + first, count};
}

std::span<const double> StepTable::times(std::size_t vm, std::size_t run, std::uint64_t first,
                                         std::size_t count, Room& room) const {
    const VmSteps& steps = vms_[vm];
    if (steps.timed) return {steps.times.data() + first, count};
    const StoredRun& stored = steps.runs[run];
    room.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        room[i] = stored.first_s + static_cast<double>(first + i) * stored.interval_s;
    return room;
}

}  // namespace verbund::workload
