#pragma once

#include <string>

#include "results/outcome/price_weights.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Prices with their weights in each variant and what their low and high ends do to the cost, a line each.
[[nodiscard]] std::string price_weights_text(const outcome::PriceWeights& weights, const Style& style);

}  // namespace verbund::report
