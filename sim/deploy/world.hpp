#pragma once

#include <set>
#include <span>

#include "models/workload/profile_set.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deploy.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"
#include "sim/deploy/route_pairs.hpp"
#include "sim/deploy/world_year.hpp"

namespace verbund::deploy {

/// A variant deployed in all its phases and connected: made once, read by every engine.
///
/// Reading is safe from any number of threads; the pairs of routes are searched when first asked for and
/// remembered.  What refers to a world (a `WorldYear`, a pair of routes) must not outlive it.
class World {
public:
    /// `variant` is an index into the set's variants.  The set must outlive the world.  Throws
    /// `InvalidInput`, with places, for contradictions that only show when the variant is played through.
    World(const study::StudySet& set, std::size_t variant);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    [[nodiscard]] const study::StudySet& set() const { return set_; }
    [[nodiscard]] const study::Variant& stated() const { return stated_; }
    [[nodiscard]] const study::Id& id() const { return stated_.id; }
    [[nodiscard]] const study::Study& study() const { return stated_.study; }
    [[nodiscard]] const VariantDeployment& variant() const { return variant_; }
    [[nodiscard]] const NetworkPlan& network() const { return network_; }
    [[nodiscard]] const workload::ProfileSet& profiles() const { return profiles_; }
    [[nodiscard]] const RoutePairs& routes() const { return routes_; }

    /// The deployment with which a year ends: what stands for the year where an engine plays one of its days.
    /// Throws `std::out_of_range` for a year outside the horizon or one that was not kept.
    [[nodiscard]] WorldYear year(int year) const;
    /// All phases of a year, in the order of time.  Throws as `year`; not after `keep_years`.
    [[nodiscard]] std::span<const Deployment> phases(int year) const;

    /// Frees all deployments but those with which these years end.  What compares phases with each other has
    /// to be done before.
    void keep_years(const std::set<int>& years);

private:
    World(const study::StudySet& set, const study::Variant& stated, Connected connected);

    const study::StudySet& set_;
    const study::Variant& stated_;
    workload::ProfileSet profiles_;
    VariantDeployment variant_;
    NetworkPlan network_;
    RoutePairs routes_;
};

}  // namespace verbund::deploy
