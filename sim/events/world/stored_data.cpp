#include "sim/events/world/stored_data.hpp"

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {}  // namespace

StoredBytes stored_bytes(const deploy::WorldYear& input) {
    StoredBytes stored(input.year().sites.size(), std::vector<double>(input.variant().workloads.size(), 0.0));
    for (const deploy::AdministrationDeployment& administration : input.year().administrations)
        for (const deploy::Part& part : administration.parts)
            stored[part.site][part.workload] += static_cast<double>(part.storage_gb) * bytes_per_gb;
    return stored;
}

}  // namespace verbund::events
