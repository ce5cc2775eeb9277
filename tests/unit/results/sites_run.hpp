#pragma once

#include "results/outcome/outcome.hpp"

namespace verbund::test {

/// `planners_run` with a comparison of backup sites in 2025 as `verbund sites` gives it: no backup site, and
/// four choices, of which rz-a comes first (suitable, cheapest of the two suitable ones); two candidates are
/// left out.
[[nodiscard]] outcome::Run sites_run();

}  // namespace verbund::test
