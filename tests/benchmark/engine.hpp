#pragma once

#include "tests/benchmark/in_child.hpp"

/// The annual engine alone, on one core.
namespace verbund::benchmark {

/// Every site and year of the flagship's variant `land`, hosts grouped by cluster and purchase year as the
/// deployment leaves them.  The deployment is made before the clock starts.
[[nodiscard]] Effort flagship_years();

/// One center whose `hosts` hosts all differ in power curve, performance and load, so that nothing can be
/// shared, over `years` years under cooling that follows the weather.
[[nodiscard]] Effort distinct_hosts(int hosts, int years);

}  // namespace verbund::benchmark
