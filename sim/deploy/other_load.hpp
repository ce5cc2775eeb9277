#pragma once

#include "sim/deploy/deployment.hpp"

/// IT of clients outside the study that stands in the study's centers.
namespace verbund::deploy {

/// Mean IT power of other clients in a center, W: P (1 + growth)^(year - as_of) from its first year on, where
/// P is stated, or the machines times their power, or the share of a provider's load; and what its meters
/// showed beside that, grown from their year.  Zero before the first year, and without any.
[[nodiscard]] double other_it_w(const study::Study& study, const catalog::Catalog& catalog,
                                const study::Center& center, int year);

/// Traffic of their users at its peak, Gbit/s: T (1 + growth)^(year - as_of) from its first year on; zero
/// where it is not stated.
[[nodiscard]] double other_gbit_s(const study::Study& study, const catalog::Catalog& catalog,
                                  const study::Center& center, int year);

/// Racks that they fill: IT power / power of one of their racks, which is no more than `rack_power`.
[[nodiscard]] double other_racks(const study::Center& center, double it_w, Power rack_power);

}  // namespace verbund::deploy
