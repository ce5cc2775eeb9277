#pragma once

#include <map>
#include <optional>
#include <set>

#include "sim/deploy/backup.hpp"
#include "sim/events/drill/services.hpp"

/// What a place has left for services that did not run there before.
namespace verbund::events {

/// What servers that find no place are short of.
enum class Lacks {
    nothing,
    memory,
    storage,
    power,
    standby,  ///< the backup site holds no copy or no standby host for them: the annual engine refused it
};

/// Memory that is free for others' services at a site: its standby hosts and what its own VMs leave of the
/// cluster, the reserve for a failing host included, GB.
[[nodiscard]] double free_ram_gb(const deploy::WorldYear& input, std::size_t site);

/// Storage that is installed at a site and not in use, TB; infinity where nothing limits it.
[[nodiscard]] double free_storage_tb(const deploy::WorldYear& input, std::size_t site);

/// IT power that a site may draw beyond the peak of its own year, kW; infinity where no room states its
/// power. Zero where power, cooling or racks already bind.
[[nodiscard]] double free_power_kw(const deploy::WorldYear& input, std::size_t site);

/// What a place has left, handed out service by service.
class Capacity {
public:
    /// Memory alone: a site's own remaining hosts.
    explicit Capacity(double ram_gb);
    /// Everything a site can give to others.
    Capacity(const deploy::WorldYear& input, std::size_t site);

    /// How many servers of a service fit, and what the others are short of.
    struct Fit {
        int servers = 0;
        Lacks others = Lacks::nothing;
    };
    /// On hosts that stand by or are spare, whose data are there.
    Fit take_hosts(const Service& service);
    /// The same with their data and the power that hosts draw for them.
    Fit take_all(const Service& service);
    /// Servers whose copies have a place at the site, by the annual engine, of one primary and criticality.
    Fit take_copies(const Service& service, int& admitted);

    [[nodiscard]] double ram_gb() const { return ram_gb_; }
    void limit_ram(double ram_gb);

private:
    Fit take(const Service& service, int most, bool data);

    double ram_gb_ = 0.0;
    double storage_gb_ = 0.0;
    double power_kw_ = 0.0;
    double kw_per_gb_ = 0.0;  ///< that a host draws more once its memory is in use
};

/// What other sites can take over while some of them stand still themselves.
class Elsewhere {
public:
    Elsewhere(const deploy::WorldYear& input, std::set<std::size_t> lost);

    [[nodiscard]] bool takes_over(std::size_t site) const { return lost_.count(site) == 0; }
    Capacity& capacity(std::size_t site);
    /// A site that fails in part has its standby hosts and what its own services leave of the others.
    void limit(std::size_t site, double left_gb);
    /// Protected servers of that primary and criticality that still have a place at a pair's backup sites.
    int& admitted(const deploy::BackupPair& pair, catalog::Criticality criticality);
    /// Where backups are restored without a backup site: the nearest other center with free memory that is
    /// not an administration's own.
    std::optional<std::size_t> nearest_with_room(std::size_t site);

private:
    const deploy::WorldYear& input_;
    std::set<std::size_t> lost_;
    std::map<std::size_t, Capacity> capacity_;                              ///< [site]
    std::map<std::pair<std::size_t, catalog::Criticality>, int> admitted_;  ///< [primary, criticality]
};

}  // namespace verbund::events
