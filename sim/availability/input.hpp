#pragma once

#include <cstdint>

#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

namespace verbund::availability {

/// One variant in one year.
struct AvailabilityInput {
    const study::StudySet* set = nullptr;
    const study::Study* study = nullptr;
    const deploy::VariantDeployment* variant = nullptr;
    const deploy::Deployment* year = nullptr;
    const deploy::NetworkPlan* network = nullptr;
    std::int32_t variant_index = 0;  ///< written into the rows
};

}  // namespace verbund::availability
