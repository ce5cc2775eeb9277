#pragma once

#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

namespace verbund::deploy {

/// Applies a variant to every phase of the horizon, in order, since hosts and plant carry over from one to
/// the next. Deterministic; depends on nothing but its arguments.  Throws `InvalidInput` for contradictions
/// that only show when the variant is played through.
[[nodiscard]] VariantDeployment deploy(const study::StudySet& set, const study::Study& study);

/// A deployed variant and its network, with what its lines carry in every year.
struct Connected {
    VariantDeployment variant;
    NetworkPlan network;
};

/// The same with its network (`plan_network`) and the capacities of its lines (`size_lines`).
[[nodiscard]] Connected deploy_connected(const study::StudySet& set, const study::Study& study);

}  // namespace verbund::deploy
