#pragma once

#include <optional>

#include "models/base/place.hpp"
#include "models/base/quantity_text.hpp"

namespace verbund::study {

/// Why a place cannot be in Germany: it lies outside the box around it (List on Sylt, Oberstdorf, Isenbruch,
/// Neißeaue); empty inside.
[[nodiscard]] std::optional<ParseProblem> outside_germany(Place place);

}  // namespace verbund::study
