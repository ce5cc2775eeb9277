#pragma once

#include <string>

#include "results/outcome/imported_hosts.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Today's hosts, on a terminal.
[[nodiscard]] std::string hosts_text(const outcome::ImportedFleet& fleet, const Style& style);

/// Their purchase years as a study takes them: "installed: [2022, 2024]".
[[nodiscard]] std::string installed_text(const outcome::ImportedFleet& fleet);

}  // namespace verbund::report
