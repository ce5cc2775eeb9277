#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "models/base/units.hpp"
#include "models/compute/power_curve.hpp"
#include "models/workload/measured_use.hpp"
#include "results/outcome/replay.hpp"

/// Measured VMs on given hosts: energy, use, overload and waiting.
namespace verbund::replay {

using compute::HostGroup;

/// Which of the hosts with room takes a VM; ties go to the first in the order given.
enum class Placement {
    first_fit,   ///< the first
    best_fit,    ///< the one with the fewest free cores
    power_aware  ///< the one whose power rises least were all its VMs at full use
};
/// What happens to a VM for which no host has room.
enum class WhenFull {
    wait,   ///< it waits, first come first served: who comes later waits behind it
    refuse  ///< it never runs
};
/// Hosts without a VM.
enum class IdleHosts {
    always_on,  ///< draw their idle power
    off         ///< draw nothing
};
/// What a host that is on draws.
enum class HostPower {
    table,        ///< its curve at its utilisation
    constant_max  ///< its full-load power
};

struct Rules {
    Placement placement = Placement::first_fit;
    WhenFull when_full = WhenFull::wait;
    IdleHosts idle_hosts = IdleHosts::always_on;
    HostPower host_power = HostPower::table;
    double overcommit = 1.0;            ///< vCPUs that may be placed on a core
    std::optional<Duration> horizon{};  ///< the replay lasts so long; empty: until the last VM ends
};

/// The VMs' wishes and their measured use.  `steps` is read while the call lasts.
struct Input {
    const std::vector<HostGroup>& hosts;
    const std::vector<workload::MeasuredVm>& vms;
    const workload::StepSource& steps;
};

/// Share of the work that is done, 0 to 1; may be called from any thread, one at a time.
using Progress = std::function<void(double)>;

/// Replays the VMs.
///
/// E = sum over hosts of the integral over [0, end] of P(min(1, U(t) / C)) dt, with U the sum of the uses of
/// the host's VMs (step functions, so the integral is exact) and C = cores x core_mhz.  A VM needs its vCPUs
/// in free cores times the overcommit and its memory, from when it is placed to its end; where it goes
/// depends on what VMs need, never on what they use.  Rules and limits: README.md.
/// Energy is the same, to the bit, for any number of threads.  Memory: VMs, hosts, and about a million steps
/// per thread.
[[nodiscard]] outcome::Replay replay(const Input& input, const Rules& rules, const Progress& progress = {});

}  // namespace verbund::replay
