#pragma once

#include <cstdint>

#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"
#include "sim/deploy/route_pairs.hpp"

namespace verbund::availability {

/// One variant in one year.
struct AvailabilityInput {
    const study::StudySet* set = nullptr;
    const study::Study* study = nullptr;
    const deploy::VariantDeployment* variant = nullptr;
    const deploy::Deployment* year = nullptr;
    const deploy::NetworkPlan* network = nullptr;
    /// Pairs of routes of this network, kept from year to year; null: searched for this year alone.
    deploy::RoutePairs* routes = nullptr;
    std::int32_t variant_index = 0;  ///< written into the rows
};

}  // namespace verbund::availability
