#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "results/report/style.hpp"

/// Money of variants that serve the same administrations, in sentences.
namespace verbund::report {

/// Factor on one kind of cost at which two variants cost the same in a year, all other prices as they are:
/// 1 - difference / difference in that kind.  NaN where the kind does not tell them apart.
[[nodiscard]] double break_even_factor(const outcome::Cost& here, const outcome::Cost& there,
                                       double outcome::Cost::*kind);

/// Order of the variants by cost in the last milestone year with staff, without, and with licences at a tenth
/// of their price; capital value; then of each variant against the base at which price the order turns, and
/// for whom it pays: how many administrations pay less, what a workplace at a center costs in a month, and up
/// to which rate moving pays.  Of more than three beside the base these two stand in one sentence each.
[[nodiscard]] std::vector<std::string> money_points(const outcome::Run& run,
                                                    const std::vector<std::size_t>& variants,
                                                    std::size_t base, const Style& style);

}  // namespace verbund::report
