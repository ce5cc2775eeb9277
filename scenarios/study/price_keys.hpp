#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/catalog/figure_rules.hpp"

/// Under which key of `prices` a study states a figure of money.
namespace verbund::study {

/// "cost.host.core" -> "host-core", "life.ups" -> "life-ups"; empty for a figure of something else.
[[nodiscard]] std::string price_key(std::string_view figure);

/// The keys of all money figures that an engine reads, in the order of their rules.
[[nodiscard]] const std::vector<std::string>& price_keys();

/// The rule of the figure that a key means; null for none.
[[nodiscard]] const catalog::FigureRule* priced_figure(std::string_view key);

}  // namespace verbund::study
