#pragma once

#include <string>

#include "results/outcome/imported_hosts.hpp"

namespace verbund::report {

/// Today's hosts, as JSON; a purchase year that is not known is null.
[[nodiscard]] std::string hosts_json(const outcome::ImportedFleet& fleet);

}  // namespace verbund::report
