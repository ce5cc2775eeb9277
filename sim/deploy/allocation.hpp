#pragma once

#include <optional>
#include <vector>

#include "models/estate/estate.hpp"
#include "sim/deploy/itinerary.hpp"

/// Which servers of an administration run where in a phase.
namespace verbund::deploy {

/// Identical servers of one administration at one site.
struct Placement {
    std::size_t group = 0;  ///< index into the estate's groups
    std::size_t site = 0;
    bool physical = false;
    bool provider_run = false;
    int count = 0;
    double share = 0.0;          ///< of the group's storage, users and traffic
    bool moved = false;          ///< some of them came by a move
    double memory_factor = 1.0;  ///< on a server's memory: what a container platform takes
    double inside_kbit_s = 0.0;  ///< of its traffic between sessions on terminal servers and it, in one site
};

/// What servers are allotted to sites from.
struct AllocationInput {
    const estate::Estate* estate = nullptr;
    const std::vector<catalog::WorkloadClass>* workloads = nullptr;
    const std::vector<Leg>* legs = nullptr;
    std::size_t home = 0;
    std::optional<std::size_t> provider;  ///< empty: nobody runs a share
    double provider_share = 0.0;
    Date day;                         ///< legs up to it have been made
    double renewed_as_vms = 0.0;      ///< of the physical servers, `study::renewed_as_vms`
    double via_terminal_share = 0.0;  ///< of the seats, that work on terminal servers
    double container_memory = 0.0;    ///< that a container platform takes of what runs on it
    double phase = 0.5;  ///< where part of a server counts as one: from 1 - phase on; `phase_of_place`
};

/// Home and provider share first, then what became VMs at its renewal, then every leg up to the day; a leg
/// virtualises of the physical servers that are left as many as bring the share of all to its own, if that is
/// more: (v - r) / (1 - r).  Classes that must stay local never leave
/// home. Containers need their platform's memory. Counts are integers; what a target saves
/// (`multi_tenant_saving`) is no longer asked for anywhere. Each share (provider, containers, saving,
/// virtualisation) is taken of all servers of the leg together and spread over the groups by largest
/// remainder, ties to the smaller VM; how the estate is cut into groups changes no total.  The total of a
/// share q is floor(q + phase): over administrations of all phases its mean is q, however few servers each of
/// them has.
[[nodiscard]] std::vector<Placement> allocate(const AllocationInput& input);

}  // namespace verbund::deploy
