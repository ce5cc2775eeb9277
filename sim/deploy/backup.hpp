#pragma once

#include <optional>
#include <vector>

#include "sim/deploy/site_builder.hpp"

/// Which center backs up which, and what it must hold.
namespace verbund::deploy {

struct BackupPair {
    std::size_t primary = 0;
    std::size_t backup = 0;
    const study::Backup* rule = nullptr;
};

/// Pairs in force in `year`: the rule of the primary itself, of its group, or of "all"; from a group the
/// nearest center at least `min_distance` away.  A pair exists once both centers stand.
[[nodiscard]] std::vector<BackupPair> backup_pairs(const study::Study& study, const std::vector<Site>& sites,
                                                   int year);

/// Whether a rule that protects `what` covers a class: critical and very critical ones, or all.
[[nodiscard]] bool is_protected(const catalog::WorkloadClass& workload, study::ProtectedLoad what);

/// What the backup site of a pair holds for its primary; empty standby mode "none" holds storage only.
[[nodiscard]] StandbyAsk standby_ask(const BackupPair& pair, const SiteDemand& primary,
                                     const std::vector<catalog::WorkloadClass>& workloads,
                                     const study::Study& study);

}  // namespace verbund::deploy
