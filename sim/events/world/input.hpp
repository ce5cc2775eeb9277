#pragma once

#include "models/workload/profile_set.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

namespace verbund::events {

/// One variant in one year, as every simulation of the event engine sees it.
struct EventInput {
    const study::StudySet* set = nullptr;
    const study::Study* study = nullptr;
    const deploy::VariantDeployment* variant = nullptr;
    const deploy::Deployment* year = nullptr;
    const deploy::NetworkPlan* network = nullptr;
    const workload::ProfileSet* profiles = nullptr;
};

}  // namespace verbund::events
