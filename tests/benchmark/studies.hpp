#pragma once

#include "tests/benchmark/in_child.hpp"

/// Whole studies: read, simulated, written.
namespace verbund::benchmark {

/// Variants `status-quo` and `land` of the flagship over its 14 years, with `administrations` districts: the
/// catalog's, thinned out, or repeated at places slightly moved.
[[nodiscard]] Effort study_of_size(int administrations);

/// The flagship study as shipped, or without its variants with municipalities.  `jobs` as in `verbund run`.
[[nodiscard]] Effort flagship_study(bool with_municipalities, int jobs);

}  // namespace verbund::benchmark
