#pragma once

#include <optional>
#include <vector>

#include "models/network/bundles.hpp"
#include "models/workload/profile_set.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/network_plan.hpp"

/// What the lines of a network are asked to carry.
namespace verbund::deploy {

/// Traffic by profile, Gbit/s at profile 1.
using ByProfile = std::vector<double>;

/// The hours of the kinds of day in which a sum of profiles can be at its peak.
///
/// Kinds of day are taken as common to all states.  An hour in which no profile is above that of another hour
/// cannot be the only peak of any mix of them and is left out.
class PeakHours {
public:
    explicit PeakHours(const workload::ProfileSet& profiles);

    /// Largest sum over the hours, of traffic that is nowhere negative.
    [[nodiscard]] double peak(const ByProfile& traffic) const;

private:
    std::vector<std::vector<double>> shares_;  ///< [hour][profile]
};

/// Peaks of a year: users' traffic of its busiest hour, both directions together, and on links besides the
/// larger of replication at the rate of its window and of the night (replication at its mean and outside
/// copies at the rate of theirs).  Peaks of several administrations add as if they came at once; links
/// between the same two nodes share by `bundles`.
[[nodiscard]] LinePeaks line_peaks(const NetworkPlan& plan, const network::Bundles& bundles,
                                   const VariantDeployment& variant, const Deployment& year,
                                   const workload::ProfileSet& profiles);

/// First link of the way from a node to the nearest center, over which leaves what goes beyond the network;
/// of equally near ones that with the first number.
[[nodiscard]] std::optional<std::size_t> first_link(const NetworkPlan& plan, std::size_t node);

}  // namespace verbund::deploy
