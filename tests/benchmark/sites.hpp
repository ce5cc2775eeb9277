#pragma once

#include "tests/benchmark/in_child.hpp"

/// The comparison of sites.
namespace verbund::benchmark {

/// One center for the 31 districts of North Rhine-Westphalia, 40 candidates elsewhere, `simulated` of them
/// (the model shortlists), 10,000 years of failures each.
[[nodiscard]] Effort compare_candidates(std::size_t simulated, int jobs);

}  // namespace verbund::benchmark
