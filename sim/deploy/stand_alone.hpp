#pragma once

#include <vector>

#include "sim/deploy/site_ask.hpp"

/// Which machines the physical servers of a site are.
namespace verbund::deploy {

/// The stand-alone servers of a site in a year, the oldest first: `kept` of each shape.
///
/// Each lives `FleetRules::stand_alone_years` (L); in the order of the shapes server j was bought in the year
/// b of the last L with b = j + floor(L phase) (mod L), phase that of the site's place, so that every year of
/// purchase has an equal part and none is left out over many sites.  It is the machine that was bought then
/// (`compute::stand_alone_for`) for its load at the end of its life, b + L - 1: cores and memory of today
/// times (1 + rate)^(b + L - 1 - year), rates of the estate's growth.  So the machines of a year of purchase
/// stay what they are.  Neglects that a server keeps its own year when others of the site become VMs.
[[nodiscard]] std::vector<HostSet> stand_alone_servers(const BuildContext& context, const Site& site,
                                                       const std::vector<Shape>& shapes,
                                                       const std::vector<int>& kept, int year);

}  // namespace verbund::deploy
