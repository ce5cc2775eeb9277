#include "sim/batch/import/bundle_steps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "results/outcome/measured_usage.hpp"

namespace verbund::batch {
namespace {

/// Hands out the numbers of all runs, one behind the other, to who asks from front to back.
class RunWalker {
public:
    using Read = std::span<const double> (workload::StepSource::*)(std::size_t, std::size_t, std::uint64_t,
                                                                   std::size_t,
                                                                   workload::StepSource::Room&) const;

    RunWalker(const workload::StepSource& steps, std::vector<std::pair<std::size_t, std::size_t>> runs,
              Read read)
        : steps_{steps}, runs_{std::move(runs)}, read_{read} {}

    void fill(std::span<double> into) {
        while (!into.empty()) {
            const auto [vm, run] = runs_[run_];
            const std::uint64_t left = steps_.run(vm, run).count - step_;
            const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left, into.size()));
            const std::span<const double> numbers = (steps_.*read_)(vm, run, step_, count, room_);
            std::copy(numbers.begin(), numbers.end(), into.begin());
            into = into.subspan(count);
            step_ += count;
            if (count < left) continue;
            ++run_;
            step_ = 0;
        }
    }

private:
    const workload::StepSource& steps_;
    std::vector<std::pair<std::size_t, std::size_t>> runs_;  ///< VM and number
    Read read_;
    workload::StepSource::Room room_;
    std::size_t run_ = 0;
    std::uint64_t step_ = 0;
};

}  // namespace

BundleSteps::BundleSteps(const std::filesystem::path& file) : bundle_{file} {
    const outcome::BundledUsage& usage = bundle_.usage();
    Place place;
    for (const outcome::BundledRun& run : usage.runs) {
        place.last_s = run.first_s + static_cast<double>(run.count - 1) * run.interval_s;
        if (run.timed()) bundle_.read_times(place.first_time + run.count - 1, {&place.last_s, 1});
        places_.push_back(place);
        place.first_value += run.count;
        if (run.timed()) place.first_time += run.count;
    }
    std::size_t first = 0;
    for (const outcome::BundledVm& vm : usage.vms) {
        first_run_.push_back(first);
        first += vm.runs;
    }
}

std::vector<workload::MeasuredVm> BundleSteps::vms() const {
    std::vector<workload::MeasuredVm> vms;
    for (const outcome::BundledVm& vm : bundle_.usage().vms) {
        workload::MeasuredVm& made = vms.emplace_back();
        made = {vm.name, vm.vcpus, vm.core_mhz, vm.ram_mib, vm.start_s};
        if (!std::isnan(vm.duration_s)) made.duration_s = vm.duration_s;
    }
    return vms;
}

std::size_t BundleSteps::runs(std::size_t vm) const { return bundle_.usage().vms[vm].runs; }

workload::StepRun BundleSteps::run(std::size_t vm, std::size_t number) const {
    const std::size_t place = first_run_[vm] + number;
    const outcome::BundledRun& run = bundle_.usage().runs[place];
    return {run.count, run.first_s, places_[place].last_s, run.interval_s};
}

std::span<const double> BundleSteps::values(std::size_t vm, std::size_t run, std::uint64_t first,
                                            std::size_t count, Room& room) const {
    room.resize(count);
    bundle_.read_values(places_[first_run_[vm] + run].first_value + first, room);
    return room;
}

std::span<const double> BundleSteps::times(std::size_t vm, std::size_t run, std::uint64_t first,
                                           std::size_t count, Room& room) const {
    const std::size_t place = first_run_[vm] + run;
    const outcome::BundledRun& bundled = bundle_.usage().runs[place];
    room.assign(count, bundled.first_s);
    if (bundled.timed()) bundle_.read_times(places_[place].first_time + first, room);
    return room;
}

void write_bundle(const std::filesystem::path& target, bool overwrite,
                  const std::vector<workload::MeasuredVm>& vms, const workload::StepSource& steps) {
    outcome::BundledUsage usage;
    std::vector<std::pair<std::size_t, std::size_t>> all;
    std::vector<std::pair<std::size_t, std::size_t>> timed;
    for (std::size_t vm = 0; vm < vms.size(); ++vm) {
        const std::size_t runs = steps.runs(vm);
        usage.vms.push_back({vms[vm].name, vms[vm].vcpus, vms[vm].core_mhz, vms[vm].ram_mib, vms[vm].start_s,
                             vms[vm].duration_s.value_or(std::numeric_limits<double>::quiet_NaN()), runs});
        for (std::size_t number = 0; number < runs; ++number) {
            const workload::StepRun run = steps.run(vm, number);
            usage.runs.push_back({run.count, run.first_s, run.interval_s});
            all.emplace_back(vm, number);
            if (usage.runs.back().timed()) timed.emplace_back(vm, number);
        }
    }
    RunWalker values{steps, std::move(all), &workload::StepSource::values};
    RunWalker times{steps, std::move(timed), &workload::StepSource::times};
    store::write_usage_bundle(
        target, overwrite, usage, [&values](std::uint64_t, std::span<double> into) { values.fill(into); },
        [&times](std::uint64_t, std::span<double> into) { times.fill(into); });
}

}  // namespace verbund::batch
