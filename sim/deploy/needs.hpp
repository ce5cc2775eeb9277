#pragma once

#include <vector>

#include "models/compute/packing.hpp"
#include "sim/deploy/site_ask.hpp"

/// Height units, racks, power and storage of a site as placed.
namespace verbund::deploy {

/// Racks that a site has or may be given.
[[nodiscard]] std::vector<compute::RackKind> racks_at(const study::Study& study, const Site& site);

[[nodiscard]] StaticNeeds static_needs(const BuildContext& context, const Site& where,
                                       const SiteDeployment& site, int year);

/// Power of storage and network gear that draws the same at all hours.
[[nodiscard]] double constant_it_w(const study::Study& study, const SiteDeployment& site, double home_seats,
                                   int copies, int year);

/// Two own rooms of which each can carry everything hold hosts, data and gear twice.
[[nodiscard]] int copies_of(const study::Study& study, const Site& site);

}  // namespace verbund::deploy
