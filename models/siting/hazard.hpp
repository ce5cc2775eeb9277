#pragma once

#include "models/base/units.hpp"

/// Events that hit two places at once.
namespace verbund::siting {

/// Share of the area events that hit a place which also hit another at `distance`, 0 to 1.
///
/// An event covers a disc of diameter `reach` whose center is uniform in the plane.  The centers that hit
/// both places are the overlap of two discs of that size around them: (2/pi) (acos u - u sqrt(1 - u^2)), u =
/// distance / reach.  1 at distance 0; 0 from `reach` on, and for a reach of 0.  Neglects that areas have
/// other shapes.  The availability engine draws the same events (sim/availability/wide_area.hpp).
[[nodiscard]] double common_hazard(Length distance, Length reach);

}  // namespace verbund::siting
