#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/sentences/teller.hpp"

namespace verbund::report {

/// What happens in a step of a drill, without a full stop: "Nord (rz-1): failure noticed".  Printable; step
/// and subject where this program does not know the step.
[[nodiscard]] std::string sentence(const outcome::DrillEvent& event, const Teller& teller);

/// The name of a class of servers; its id where the run has none.
[[nodiscard]] std::string class_name(const outcome::Run& run, const std::string& id, Language language);

}  // namespace verbund::report
