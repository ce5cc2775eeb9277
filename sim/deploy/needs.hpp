#pragma once

#include "sim/deploy/site_builder.hpp"

/// Height units, racks, power and storage of a site as placed.
namespace verbund::deploy {

/// Racks that a site has or may be given.
[[nodiscard]] std::vector<compute::RackKind> racks_at(const study::Study& study, const Site& site);

[[nodiscard]] StaticNeeds static_needs(const BuildContext& context, const Site& where,
                                       const SiteDeployment& site, int year);

}  // namespace verbund::deploy
