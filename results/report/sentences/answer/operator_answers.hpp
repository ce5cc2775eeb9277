#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// In the last milestone year, of those who run centers: what the tariff stated brings in beside the cost and
/// the rates that would cover it, largest first; and who has fewer positions filled than running them takes.
/// Empty where neither a tariff nor positions are stated.
[[nodiscard]] std::vector<std::string> operator_points(const outcome::Run& run, std::size_t variant,
                                                       const Style& style);

}  // namespace verbund::report
