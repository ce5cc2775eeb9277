#pragma once

#include <string>

#include "results/outcome/tables/site_criteria.hpp"
#include "results/outcome/tables/sites_left_out.hpp"
#include "results/report/sentences/teller.hpp"

namespace verbund::report {

/// What a criterion says of a choice of backup sites, in one sentence, names of places from the run; value
/// against limit for a criterion that this program does not know.
[[nodiscard]] std::string sentence(const outcome::SiteCriterion& row, const Teller& teller);

/// Why a candidate was not simulated.
[[nodiscard]] std::string sentence(const outcome::SiteLeftOut& row, const Teller& teller);

}  // namespace verbund::report
