#pragma once

#include <string>

#include "results/outcome/break_even.hpp"
#include "results/report/style.hpp"

/// Where an order of variants turns, on a terminal.
namespace verbund::report {

/// Cost of each variant along the figure, then every turn of cost, energy and CO2 as a sentence.
[[nodiscard]] std::string break_even_text(const outcome::BreakEven& found, const Style& style);

}  // namespace verbund::report
