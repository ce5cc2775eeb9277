#pragma once

#include <vector>

#include "results/outcome/imported_hosts.hpp"
#include "scenarios/read/import/host_export.hpp"

namespace verbund::batch {

/// Hosts by cluster and kind.  A host counts as bought `years_after_launch` years after its processor came to
/// market: an assumption, since exports do not say it.
[[nodiscard]] outcome::ImportedFleet host_fleet(const std::vector<read::ExportedHost>& hosts,
                                                int years_after_launch);

}  // namespace verbund::batch
