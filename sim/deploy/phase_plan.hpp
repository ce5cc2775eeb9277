#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "sim/deploy/deployment.hpp"
#include "sim/deploy/itinerary.hpp"

/// When a variant changes.
namespace verbund::deploy {

/// A phase that may differ from the one before, and why.
struct PlannedPhase {
    Phase phase;
    PhaseStart starts_with = PhaseStart::year;
};

/// The days on which the study states that something begins or ends.
class PhasePlan {
public:
    PhasePlan(const study::Study& study, const std::vector<std::vector<Leg>>& legs);

    /// Phases of a year: from 1 January on, a new one on each day on which a center is commissioned or
    /// closed, a wave moves, a backup rule begins or a room is given up (`given_up`; days of other years do
    /// not count).
    [[nodiscard]] std::vector<PlannedPhase> of(int year, const std::vector<Date>& given_up) const;

private:
    std::map<Date, PhaseStart> changes_;
};

/// Places of a year's phases in a list of phases.
struct PhaseRange {
    std::size_t first = 0;
    std::size_t end = 0;
};

/// The years of phases in the order of time.
[[nodiscard]] std::vector<PhaseRange> phases_by_year(const std::vector<Deployment>& phases);

}  // namespace verbund::deploy
