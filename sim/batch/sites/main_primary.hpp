#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/catalog/catalog.hpp"
#include "scenarios/study/study.hpp"
#include "sim/deploy/deployment.hpp"

namespace verbund::batch {

/// A site and what of its load a backup site takes over.
struct ProtectedSite {
    std::size_t site = 0;
    study::ProtectedLoad protects = study::ProtectedLoad::critical;
};

/// Index into `primaries` of the one that runs most of an administration's protected servers, the first of
/// equals; nothing where none runs any.
[[nodiscard]] std::optional<std::size_t> main_primary(const deploy::AdministrationDeployment& administration,
                                                      const std::vector<catalog::WorkloadClass>& workloads,
                                                      const std::vector<ProtectedSite>& primaries);

}  // namespace verbund::batch
