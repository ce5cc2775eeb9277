#pragma once

#include <string>

#include "results/outcome/sweep.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Two variants in the same draws: "cost: a against b -9 % (-12 % to -5 %); a less in 97 %", or that they
/// cannot be told apart.
[[nodiscard]] std::string pair_sentence(const outcome::PairRow& pair, const Style& style);

}  // namespace verbund::report
