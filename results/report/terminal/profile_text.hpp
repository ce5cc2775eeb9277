#pragma once

#include <string>

#include "results/outcome/fitted_profiles.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Profiles derived from measured use beside those of the catalog, on a terminal.
[[nodiscard]] std::string profile_text(const outcome::FittedProfiles& found, const Style& style);

}  // namespace verbund::report
