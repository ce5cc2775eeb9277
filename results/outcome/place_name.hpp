#pragma once

#include <string>

#include "results/outcome/outcome.hpp"

namespace verbund::outcome {

/// A place as people call it.  Registers name a district like its town ("Ansbach"), which would be taken for
/// the town: such a district is "Kreis Ansbach".
[[nodiscard]] std::string full_name(const NamedPlace& place);

}  // namespace verbund::outcome
