#pragma once

#include <string>
#include <vector>

#include "sim/batch/sites/site_question.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::batch {

/// A choice as it was simulated.
struct SimulatedChoice {
    const SiteQuestion* question = nullptr;
    const deploy::World* world = nullptr;
    const outcome::Run* run = nullptr;  ///< annual and availability outcomes of all choices
    std::size_t variant = 0;            ///< index into the run's variants; 0 is the one without backup sites
    std::vector<const study::SiteCandidate*> sites;
    std::string name;
    double model_cost_eur = 0.0;
};

/// Rows of one choice; rank and Pareto front are left to the comparison of all of them.
struct ChoiceRows {
    outcome::SiteOption option;
    std::vector<outcome::SiteCriterion> criteria;
    std::vector<outcome::SiteReach> reach;
    std::vector<outcome::RouteCut> cuts;  ///< what routes of `reach` and of the criterion path share
};

/// Judges a choice by its simulation: distances and round trips on the network, loads of the sites,
/// availability, rules.  The verdict is the worst of its criteria.
[[nodiscard]] ChoiceRows rows_of_choice(const SimulatedChoice& choice);

}  // namespace verbund::batch
