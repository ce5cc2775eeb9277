#pragma once

#include <string>
#include <vector>

namespace verbund::study {

/// Sections of a study file that know a key of that name, from the field table:
/// "centers.<center>.rooms.<room>" for "racks", "the top of the study" for "horizon".
[[nodiscard]] std::vector<std::string> homes_of(const std::string& key);

}  // namespace verbund::study
