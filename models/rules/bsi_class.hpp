#pragma once

namespace verbund::rules {

/// Availability class (VK) of the BSI that a yearly availability reaches: 0 from 95 %, 1 from 99 %, 2 from
/// 99.9 %, 3 from 99.99 %, 4 from 99.999 %; -1 below 95 %.  VK 5 (disaster tolerant) is no number and never
/// given.  Source: BSI, HV-Kompendium (99.99 % and 99.999 % also in its Kriterien fuer die Standortwahl).
[[nodiscard]] int bsi_availability_class(double availability);

}  // namespace verbund::rules
