#pragma once

#include "models/base/units.hpp"
#include "models/catalog/catalog.hpp"

/// Energy of what stands on desks.
namespace verbund::compute {

/// Energy of one device in a year:  P h w + P_standby (hours of the year - h w), h hours of use on each of w
/// workdays.  The same use on every workday; holidays of people are not taken off.
[[nodiscard]] Energy yearly_energy(const catalog::EndpointDevice& device, int workdays, int hours_of_year);

}  // namespace verbund::compute
