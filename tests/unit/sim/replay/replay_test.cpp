#include "sim/replay/replay.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "tests/support/catch.hpp"

using namespace verbund;
using replay::HostGroup;
using replay::Rules;
using workload::MeasuredVm;

namespace {

using Steps = std::vector<std::pair<double, double>>;  ///< time in s, MHz

/// Steps as they are, a run a VM, with or without times of their own.
class ListedSteps final : public workload::StepSource {
public:
    explicit ListedSteps(std::vector<Steps> steps) : steps_{std::move(steps)} {}

    [[nodiscard]] std::size_t runs(std::size_t vm) const override { return steps_[vm].empty() ? 0 : 1; }
    [[nodiscard]] workload::StepRun run(std::size_t vm, std::size_t) const override {
        const Steps& of = steps_[vm];
        double interval_s = of.size() > 1 ? of[1].first - of[0].first : 0.0;
        for (std::size_t i = 0; i < of.size(); ++i)
            if (of[i].first != of[0].first + static_cast<double>(i) * interval_s) interval_s = 0.0;
        return {of.size(), of.front().first, of.back().first, interval_s};
    }
    [[nodiscard]] std::span<const double> values(std::size_t vm, std::size_t, std::uint64_t first,
                                                 std::size_t count, Room& room) const override {
        room.clear();
        for (std::size_t i = 0; i < count; ++i) room.push_back(steps_[vm].at(first + i).second);
        return room;
    }
    [[nodiscard]] std::span<const double> times(std::size_t vm, std::size_t, std::uint64_t first,
                                                std::size_t count, Room& room) const override {
        room.clear();
        for (std::size_t i = 0; i < count; ++i) room.push_back(steps_[vm].at(first + i).first);
        return room;
    }

private:
    std::vector<Steps> steps_;
};

HostGroup linear_host(double cores, std::uint64_t count = 1) {
    return {"h", count, cores, 2000.0, 1e6, compute::ShapedPower{100.0, 200.0, compute::PowerShape::linear}};
}

MeasuredVm vm(double start_s, std::optional<double> duration_s) {
    return {"v", 1.0, 2000.0, 10.0, start_s, duration_s};
}

outcome::Replay replayed(const std::vector<HostGroup>& hosts, const std::vector<MeasuredVm>& vms,
                         const std::vector<Steps>& steps, const Rules& rules = {}) {
    const ListedSteps source{steps};
    return replay::replay({hosts, vms, source}, rules);
}

/// Use at a time; times are compared as the sums they are, for a difference may round to before the step.
double value_at(const Steps& steps, double start_s, double time_s) {
    double value = 0.0;
    for (const auto& [at, mhz] : steps)
        if (start_s + at <= time_s) value = mhz;
    return value;
}

/// Energy of one host that runs all: at every change of any VM the uses of all are looked up and summed.
double slow_energy_j(const HostGroup& host, const std::vector<MeasuredVm>& vms,
                     const std::vector<Steps>& steps, double end_s) {
    std::set<double> times{0.0, end_s};
    const auto vm_end = [&](std::size_t v) {
        return vms[v].start_s + vms[v].duration_s.value_or(steps[v].empty() ? 0.0 : steps[v].back().first);
    };
    for (std::size_t v = 0; v < vms.size(); ++v) {
        times.insert({vms[v].start_s, vm_end(v)});
        for (const auto& [at, mhz] : steps[v]) times.insert(vms[v].start_s + at);
    }
    double energy_j = 0.0;
    for (auto from = times.begin(); std::next(from) != times.end() && *std::next(from) <= end_s; ++from) {
        double use = 0.0;
        for (std::size_t v = 0; v < vms.size(); ++v)
            if (vms[v].start_s <= *from && *from < vm_end(v))
                use += value_at(steps[v], vms[v].start_s, *from);
        const double share = std::min(1.0, use / host.capacity_mhz());
        energy_j += compute::power_w(host.power, share) * (*std::next(from) - *from);
    }
    return energy_j;
}

}  // namespace

TEST_CASE("ten minutes at half load, and five at full load behind them, take 150 kJ", "[replay]") {
    // (100 + 100 x 1000/2000) W x 600 s + 200 W x 300 s, as another simulator's manual works it out
    const auto found =
        replayed({linear_host(1.0)}, {vm(0.0, 600.0), vm(0.0, 300.0)}, {{{0.0, 1000.0}}, {{0.0, 2000.0}}});
    CHECK(found.energy_j == Approx(150'000.0).epsilon(1e-12));
    CHECK(found.end_s == 900.0);
    CHECK(found.mean_wait_s == 300.0);  // of two, one waits 600 s
}

TEST_CASE("a million slots and a step that begins between them are summed window by window", "[replay]") {
    // 40,000 slots of 300 s at 1000 MHz; from 150 s on, and for 600 s, another 500 MHz.
    Steps regular;
    for (int i = 0; i <= 40'000; ++i) regular.emplace_back(300.0 * i, 1000.0);
    const auto found =
        replayed({linear_host(2.0)}, {vm(0.0, std::nullopt), vm(150.0, 600.0)}, {regular, {{0.0, 500.0}}});
    const double end_s = 40'000 * 300.0;
    CHECK(found.energy_j == Approx(100.0 * end_s + 25.0 * end_s + 12.5 * 600.0).epsilon(1e-12));
    CHECK(found.steps.read == 40'002);
    CHECK(found.steps.applied == 40'002);  // the last step marks the end
}

TEST_CASE("steps far apart in time do not cost slots in between", "[replay]") {
    const auto found = replayed({linear_host(1.0, 2)}, {vm(0.0, std::nullopt), vm(9e9, std::nullopt)},
                                {{{0.0, 2000.0}, {1.0, 2000.0}, {2.0, 0.0}}, {{0.0, 2000.0}, {1.0, 0.0}}});
    CHECK(found.energy_j == Approx(200.0 * (9e9 + 1.0) + 100.0 * 3.0).epsilon(1e-12));
}

TEST_CASE("random uses give the energy of a reference that looks up every VM at every change", "[replay]") {
    std::mt19937_64 engine{11};
    const auto below = [&engine](std::uint64_t n) { return static_cast<double>(engine() % n); };
    for (int round = 0; round < 200; ++round) {
        std::vector<MeasuredVm> vms;
        std::vector<Steps> steps;
        const bool gridded = round % 2 == 0;
        for (int v = 0; v < 9; ++v) {
            Steps of;
            double at_s = gridded ? 0.0 : below(500) / 7.0;
            for (double i = below(30); i >= 0.0; i -= 1.0) {
                of.emplace_back(at_s, below(4) == 0.0 ? 0.0 : below(900'000) / 1000.0);
                at_s += gridded ? 60.0 : 0.01 + below(9000) / 70.0;
            }
            vms.push_back(vm(gridded ? 60.0 * below(9) : below(1000) / 3.0, std::nullopt));
            if (below(2) == 0.0) vms.back().duration_s = below(3000) / 1.5;
            steps.push_back(std::move(of));
        }
        const auto shape = static_cast<compute::PowerShape>(round % 4);
        HostGroup host = linear_host(1.0);
        host.power = compute::ShapedPower{80.0, 310.0, shape};
        Rules rules;
        rules.overcommit = 100.0;
        const auto found = replayed({host}, vms, steps, rules);
        CHECK(found.energy_j == Approx(slow_energy_j(host, vms, steps, found.end_s)).epsilon(1e-9));
        CHECK(found.steps.read == found.steps.applied + found.steps.clipped());
        CHECK(found.use.asked_mhz_s ==
              Approx(found.use.applied_mhz_s + found.use.clipped_mhz_s).epsilon(1e-12));
    }
}

TEST_CASE("who waits holds up those behind, and who fits nowhere holds up nobody", "[replay]") {
    std::vector<MeasuredVm> vms{vm(0.0, 100.0), vm(1.0, 10.0), vm(2.0, 10.0), vm(3.0, 10.0)};
    vms[1].vcpus = 2.0;  // waits for the whole host
    vms[2].vcpus = 3.0;  // never fits
    const std::vector<Steps> none(4);
    const auto found = replayed({linear_host(2.0)}, vms, none);
    // 1 begins at 100 s and takes both cores, so 3, which would have fitted at 3 s, begins at 110 s
    CHECK(found.refused.too_large == 1);
    CHECK(found.mean_wait_s == Approx((0.0 + 99.0 + 107.0) / 3.0));
    CHECK(found.end_s == 120.0);
}

TEST_CASE("an idle host draws its idle power, and nothing where idle hosts are off", "[replay]") {
    Rules off;
    off.idle_hosts = replay::IdleHosts::off;
    const std::vector<MeasuredVm> vms{vm(100.0, 50.0)};
    const std::vector<Steps> steps{{{0.0, 2000.0}}};
    CHECK(replayed({linear_host(1.0, 3)}, vms, steps).energy_j == Approx(3 * 100.0 * 150.0 + 100.0 * 50.0));
    CHECK(replayed({linear_host(1.0, 3)}, vms, steps, off).energy_j == Approx(200.0 * 50.0));
    off.host_power = replay::HostPower::constant_max;
    CHECK(replayed({linear_host(1.0, 3)}, vms, {{{0.0, 1.0}}}, off).energy_j == Approx(200.0 * 50.0));
}
