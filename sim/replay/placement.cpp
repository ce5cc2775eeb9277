#include "sim/replay/placement.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <queue>
#include <tuple>
#include <utility>

namespace verbund::replay {
namespace {

/// Relative; lets ten VMs of 0.1 cores fill one core.
constexpr double rounding = 1e-9;

struct Host {
    std::size_t group = 0;
    double free_vcpus = 0.0;
    double free_ram_mib = 0.0;
    double reserved_mhz = 0.0;
    std::size_t vms = 0;
};

/// A VM leaves its host.
struct Leaving {
    double at_s = 0.0;
    std::size_t vm = 0;
    std::size_t host = 0;

    friend bool operator>(const Leaving& a, const Leaving& b) {
        return std::tie(a.at_s, a.vm) > std::tie(b.at_s, b.vm);
    }
};

class Placer {
public:
    Placer(const Input& input, const Rules& rules) : input_{input}, rules_{rules} {
        for (std::size_t g = 0; g < input.hosts.size(); ++g) {
            const HostGroup& group = input.hosts[g];
            const Host empty{g, group.cores * rules.overcommit, group.ram_mib, 0.0, 0};
            hosts_.insert(hosts_.end(), group.count, empty);
            schedule_.group_of.insert(schedule_.group_of.end(), group.count, g);
        }
        schedule_.hosts.resize(hosts_.size());
        if (rules.horizon) horizon_s_ = rules.horizon->in(seconds);
    }

    Schedule place() {
        for (const std::size_t vm : by_start()) arrive(vm);
        while (!waiting_.empty() && leave_next()) seat_waiting();
        for (const std::size_t vm : waiting_) refuse(vm, schedule_.refused.after_horizon);
        schedule_.end_s = rules_.horizon ? horizon_s_ : last_end_s_;
        return std::move(schedule_);
    }

private:
    [[nodiscard]] std::vector<std::size_t> by_start() const {
        std::vector<std::size_t> order(input_.vms.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return input_.vms[a].start_s < input_.vms[b].start_s;
        });
        return order;
    }

    void arrive(std::size_t vm) {
        const double start_s = input_.vms[vm].start_s;
        while (!leaving_.empty() && leaving_.top().at_s <= start_s && leave_next()) seat_waiting();
        now_s_ = start_s;
        if (start_s >= horizon_s_) return refuse(vm, schedule_.refused.after_horizon);
        if (!fits_empty(vm)) return refuse(vm, schedule_.refused.too_large);
        if (waiting_.empty() && seat(vm)) return;
        if (rules_.when_full == WhenFull::refuse) return refuse(vm, schedule_.refused.full);
        waiting_.push_back(vm);
    }

    /// All that leave at the next time at which some do; false if nobody does before the horizon.
    bool leave_next() {
        if (leaving_.empty() || leaving_.top().at_s >= horizon_s_) return false;
        now_s_ = leaving_.top().at_s;
        while (!leaving_.empty() && leaving_.top().at_s <= now_s_) {
            const Leaving next = leaving_.top();
            leaving_.pop();
            hold(hosts_[next.host], input_.vms[next.vm], -1.0);
            --hosts_[next.host].vms;
        }
        return true;
    }

    void seat_waiting() {
        while (!waiting_.empty() && seat(waiting_.front())) waiting_.pop_front();
    }

    void refuse(std::size_t vm, std::uint64_t& reason) {
        ++reason;
        schedule_.refused_vms.push_back(vm);
    }

    [[nodiscard]] bool fits_empty(std::size_t vm) const {
        const workload::MeasuredVm& wanted = input_.vms[vm];
        return std::any_of(input_.hosts.begin(), input_.hosts.end(), [&](const HostGroup& group) {
            return group.count > 0 && group.cores * rules_.overcommit * (1.0 + rounding) >= wanted.vcpus &&
                   group.ram_mib * (1.0 + rounding) >= wanted.ram_mib;
        });
    }

    [[nodiscard]] bool fits(const Host& host, const workload::MeasuredVm& vm) const {
        const HostGroup& group = input_.hosts[host.group];
        return vm.vcpus <= host.free_vcpus + group.cores * rules_.overcommit * rounding &&
               vm.ram_mib <= host.free_ram_mib + group.ram_mib * rounding;
    }

    static void hold(Host& host, const workload::MeasuredVm& vm, double sign) {
        host.free_vcpus -= sign * vm.vcpus;
        host.free_ram_mib -= sign * vm.ram_mib;
        host.reserved_mhz += sign * vm.vcpus * vm.core_mhz;
    }

    /// How unfit a host with room is for a VM: the least is taken, the first of several.
    [[nodiscard]] std::pair<double, double> burden(const Host& host, const workload::MeasuredVm& vm) const {
        switch (rules_.placement) {
            case Placement::first_fit:
                return {0.0, 0.0};
            case Placement::best_fit:
                return {host.free_vcpus, host.free_ram_mib};
            case Placement::power_aware:
                return {added_power_w(host, vm), 0.0};
        }
        return {0.0, 0.0};
    }

    [[nodiscard]] double added_power_w(const Host& host, const workload::MeasuredVm& vm) const {
        const HostGroup& group = input_.hosts[host.group];
        const double before = host.reserved_mhz / group.capacity_mhz();
        const double after = (host.reserved_mhz + vm.vcpus * vm.core_mhz) / group.capacity_mhz();
        const bool wakes = rules_.idle_hosts == IdleHosts::off && host.vms == 0;
        return compute::power_w(group.power, after) - (wakes ? 0.0 : compute::power_w(group.power, before));
    }

    /// Powers that differ by rounding alone are equal: then the first host in order counts.
    static bool is_less(const std::pair<double, double>& a, const std::pair<double, double>& b) {
        const double margin = rounding * std::abs(b.first);
        return a.first < b.first - margin || (a.first < b.first + margin && a.second < b.second);
    }

    [[nodiscard]] std::optional<std::size_t> host_for(const workload::MeasuredVm& vm) const {
        std::optional<std::size_t> best;
        std::pair<double, double> least;
        for (std::size_t h = 0; h < hosts_.size(); ++h) {
            if (!fits(hosts_[h], vm)) continue;
            if (rules_.placement == Placement::first_fit) return h;
            const std::pair<double, double> found = burden(hosts_[h], vm);
            if (best && !is_less(found, least)) continue;
            best = h;
            least = found;
        }
        return best;
    }

    bool seat(std::size_t vm) {
        const workload::MeasuredVm& wanted = input_.vms[vm];
        const std::optional<std::size_t> host = host_for(wanted);
        if (!host) return false;
        const double length_s = wanted.duration_s.value_or(workload::last_step_s(input_.steps, vm));
        const double end_s = now_s_ + length_s;
        hold(hosts_[*host], wanted, 1.0);
        ++hosts_[*host].vms;
        leaving_.push({end_s, vm, *host});
        schedule_.hosts[*host].push_back({vm, now_s_, std::min(end_s, horizon_s_)});
        schedule_.waited_s += now_s_ - wanted.start_s;
        ++schedule_.placed;
        last_end_s_ = std::max(last_end_s_, end_s);
        return true;
    }

    const Input& input_;
    const Rules& rules_;
    std::vector<Host> hosts_;
    std::deque<std::size_t> waiting_;
    std::priority_queue<Leaving, std::vector<Leaving>, std::greater<>> leaving_;
    double now_s_ = 0.0;
    double last_end_s_ = 0.0;
    double horizon_s_ = std::numeric_limits<double>::infinity();
    Schedule schedule_;
};

}  // namespace

Schedule place(const Input& input, const Rules& rules) { return Placer{input, rules}.place(); }

}  // namespace verbund::replay
