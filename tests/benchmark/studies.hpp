#pragma once

#include "scenarios/study/study.hpp"
#include "tests/benchmark/in_child.hpp"

/// Whole studies: read, simulated, written.
namespace verbund::benchmark {

/// The flagship with `administrations` districts: the catalog's, thinned out, or repeated at places slightly
/// moved.
[[nodiscard]] study::StudySet study_with_districts(int administrations);

/// Variants `status-quo` and `land` of the flagship over its 14 years, with `administrations` districts.
[[nodiscard]] Effort study_of_size(int administrations);

/// The flagship study as shipped, or without its variants with municipalities.  `jobs` as in `verbund run`.
[[nodiscard]] Effort flagship_study(bool with_municipalities, int jobs);

/// The flagship study as `verbund run` plays it when nothing else is asked for.
[[nodiscard]] Effort default_run();

}  // namespace verbund::benchmark
