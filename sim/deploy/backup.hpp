#pragma once

#include <optional>
#include <vector>

#include "sim/deploy/demand.hpp"
#include "sim/deploy/standby_pool.hpp"

/// Which center backs up which, and what it must hold.
namespace verbund::deploy {

/// A primary and the sites that stand in for it.
struct BackupPair {
    std::size_t primary = 0;
    std::size_t backup = 0;  ///< the nearest
    const study::Backup* rule = nullptr;
    /// With `spread: all` the other centers that share the load; nearest first.
    std::vector<std::size_t> further{};

    /// `backup` and the further ones.
    [[nodiscard]] std::vector<std::size_t> sites() const;
};

/// The rule that protects a center: its own, that of its group, or that of "all"; null without one.
[[nodiscard]] const study::Backup* backup_rule(const study::Study& study, const Site& primary);

/// The pair of a center that is in force on `day`: by the rule of the center itself, of its group, or of
/// "all"; from a group the nearest center at least `min_distance` away, and with `spread: all` every other
/// one that far.  A pair exists once its centers stand.
[[nodiscard]] std::optional<BackupPair> backup_pair(const study::Study& study, const std::vector<Site>& sites,
                                                    std::size_t primary, Date day);
/// The pairs of all centers, one per primary.
[[nodiscard]] std::vector<BackupPair> backup_pairs(const study::Study& study, const std::vector<Site>& sites,
                                                   Date day);

/// Year in which the rule of a pair came into force between its primary and one of its sites.
[[nodiscard]] int in_force_since(const BackupPair& pair, const std::vector<Site>& sites, std::size_t site);

/// Where the outside copy of a site's backups lies.
struct OutsideCopy {
    enum class Place { none, elsewhere, center };
    Place place = Place::none;
    std::size_t site = 0;  ///< of a center
};

/// As `centers.<id>.outside_copy` states, else at the backup site, without one elsewhere; of a home room
/// elsewhere, if `home.outside_copy`.  A center that does not stand on that day holds none.
[[nodiscard]] OutsideCopy outside_copy(const study::Study& study, const std::vector<Site>& sites,
                                       std::size_t site, Date day);

/// Outside copies that centers in operation send to other centers: what a night's backup reads of the day's
/// changes, reduced, within the backup window.  Centers without data that change send none.
[[nodiscard]] std::vector<OutsideTransfer> outside_transfers(
    const study::Study& study, const std::vector<Site>& sites, const std::vector<SiteDemand>& demands,
    const std::vector<catalog::WorkloadClass>& workloads, Date day);

/// Copies that each site sends or receives at night, the busier direction, Gbit/s: replication at its mean
/// and outside copies at the rate of their window.
[[nodiscard]] std::vector<double> night_copies(std::size_t sites,
                                               const std::vector<Replication>& replications,
                                               const std::vector<OutsideTransfer>& outside);

/// Whether a rule that protects `what` covers a class: critical and very critical ones, or all.  Of critical
/// procedures it is the class that counts here; `standby_ask` and replication take their servers.
[[nodiscard]] bool is_protected(const catalog::WorkloadClass& workload, study::ProtectedLoad what);

/// What a backup site of a pair holds for its primary, the `part`-th of `pair.sites()`; standby mode "none"
/// holds storage only.
///
/// Where n sites share the load, the protected servers are dealt out to them one by one in the order of the
/// shapes, data with their servers, so that server i goes to part i mod n: every site holds one n-th of every
/// kind, and all of them together exactly the whole.  Equal parts, not parts by capacity: what a center that
/// the run sizes can hold follows from what it is asked to hold, and a planner can count equal parts by hand.
/// Of a rule that protects critical procedures it is their servers at the primary (`procedures`).
[[nodiscard]] StandbyAsk standby_ask(const BackupPair& pair, const SiteDemand& primary,
                                     const std::vector<catalog::WorkloadClass>& workloads,
                                     const study::Study& study, std::size_t part = 0,
                                     const std::vector<ProcedureServers>& procedures = {});

/// Part of a class's data at a primary that a rule protecting `what` copies: all or nothing by its
/// criticality, or as its critical procedures have servers.
[[nodiscard]] double protected_share(const std::vector<ProcedureServers>& procedures, std::size_t primary,
                                     std::size_t index, const catalog::WorkloadClass& workload,
                                     study::ProtectedLoad what);

/// Share of a class's data that changes on a day of a year (`estate::daily_change_share`).
[[nodiscard]] double daily_change_share(const VariantDeployment& variant, std::size_t workload, int year);

}  // namespace verbund::deploy
