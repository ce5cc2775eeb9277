#pragma once

#include <string_view>

#include "models/base/calendar.hpp"

namespace verbund::siting {

/// Control area of the transmission grid that a federal state lies in: "50hertz", "amprion", "tennet" or
/// "transnetbw".  A disturbance of the transmission grid is most likely to stay within one.
///
/// By state, which is coarse: parts of Bavaria, Hesse, Lower Saxony and North Rhine-Westphalia belong to a
/// neighbour's area.  General knowledge of the four operators' areas, evidence M-m.
[[nodiscard]] std::string_view control_area(FederalState state);

}  // namespace verbund::siting
