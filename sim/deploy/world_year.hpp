#pragma once

#include "models/workload/profile_set.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

namespace verbund::deploy {

/// One variant in one year or phase, as every engine sees it: a handful of references, copied freely.  What
/// it refers to, usually a `World`, must outlive it.
class WorldYear {
public:
    WorldYear(const study::StudySet& set, const study::Study& study, const VariantDeployment& variant,
              const Deployment& year, const NetworkPlan& network, const workload::ProfileSet& profiles)
        : set_{&set},
          study_{&study},
          variant_{&variant},
          year_{&year},
          network_{&network},
          profiles_{&profiles} {}

    [[nodiscard]] const study::StudySet& set() const { return *set_; }
    [[nodiscard]] const study::Study& study() const { return *study_; }
    /// What holds in all years; its own list of phases may lack some (`World::keep_years`).
    [[nodiscard]] const VariantDeployment& variant() const { return *variant_; }
    [[nodiscard]] const Deployment& year() const { return *year_; }
    [[nodiscard]] const NetworkPlan& network() const { return *network_; }
    [[nodiscard]] const workload::ProfileSet& profiles() const { return *profiles_; }

    /// The same with another deployment, e.g. one in which a site has failed.
    [[nodiscard]] WorldYear with(const Deployment& year) const {
        return {*set_, *study_, *variant_, year, *network_, *profiles_};
    }
    /// The same on another network, e.g. one without the links that are cut.
    [[nodiscard]] WorldYear with(const NetworkPlan& network) const {
        return {*set_, *study_, *variant_, *year_, network, *profiles_};
    }

private:
    const study::StudySet* set_;
    const study::Study* study_;
    const VariantDeployment* variant_;
    const Deployment* year_;
    const NetworkPlan* network_;
    const workload::ProfileSet* profiles_;
};

}  // namespace verbund::deploy
