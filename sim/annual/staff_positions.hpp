#pragma once

#include <vector>

#include "models/economics/staff.hpp"
#include "sim/deploy/deployment.hpp"

/// Positions that running the sites of a phase takes.
namespace verbund::annual {

/// By site: the law over all centers of an operator (`study::Center::run_by`), and over each own room alone.
/// Servers are those placed, at sites that only wait their standby hosts.  Whoever runs servers for others is
/// on call; a site that only waits is cared for by those of its primaries.  Procedures count once at a
/// center, in own rooms by the servers there; none without a list.  What is least is shared with clients
/// outside the study by IT power.
[[nodiscard]] std::vector<double> staff_positions(const economics::StaffLaw& law,
                                                  const deploy::VariantDeployment& variant,
                                                  const deploy::Deployment& phase);

}  // namespace verbund::annual
