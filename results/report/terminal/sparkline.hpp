#pragma once

#include <span>
#include <string>

#include "results/report/style.hpp"

namespace verbund::report {

/// One character per value: eight heights from zero to `top`, a blank where there is no number.
[[nodiscard]] std::string sparkline(std::span<const double> values, double top, const Style& style);

}  // namespace verbund::report
