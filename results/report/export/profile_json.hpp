#pragma once

#include <string>

#include "results/outcome/fitted_profiles.hpp"

namespace verbund::report {

/// Profiles derived from measured use, as JSON; uses are shares of the vCPUs' clock.
[[nodiscard]] std::string profile_json(const outcome::FittedProfiles& found);

}  // namespace verbund::report
