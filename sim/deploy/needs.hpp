#pragma once

#include "sim/deploy/site_builder.hpp"

/// Height units, racks, power and storage of a site as placed.
namespace verbund::deploy {

[[nodiscard]] StaticNeeds static_needs(const BuildContext& context, const Site& where,
                                       const SiteDeployment& site, int year);

}  // namespace verbund::deploy
