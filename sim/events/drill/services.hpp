#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "sim/events/drill/target.hpp"

/// What runs at a site, and what of it a failure hits.
namespace verbund::events {

/// Servers of a class of an administration that fail together.
struct Service {
    std::size_t administration = 0;
    std::size_t workload = 0;
    std::size_t site = 0;
    int servers = 0;                  ///< hit
    double class_share = 0.0;         ///< hit / all servers of the class that the administration has anywhere
    double ram_gb = 0.0;              ///< of one server
    double storage_gb = 0.0;          ///< of the servers hit
    double interactions_per_h = 0.0;  ///< at profile 1, of the servers hit
    bool physical = false;
    bool logon = false;  ///< others cannot start without it
    catalog::Criticality criticality = catalog::Criticality::normal;
    bool protected_by_rule = false;  ///< copies of it are kept at the backup site

    /// Critical or very critical.
    [[nodiscard]] bool is_critical() const { return criticality <= catalog::Criticality::critical; }
    [[nodiscard]] double total_ram_gb() const { return ram_gb * servers; }
    /// The first `count` servers of this service, with their part of everything.
    [[nodiscard]] Service part(int count) const;
};

/// Whether a class logs people on (`events.recovery.logon`).
[[nodiscard]] bool is_logon(const deploy::WorldYear& input, std::size_t workload);

/// Some of the hosts of a site, counted from 0; servers are dealt to hosts one by one in the order of
/// administrations and classes, so that server i runs on host i mod `of`.
struct FailedHosts {
    std::set<int> numbers;
    int of = 0;

    [[nodiscard]] int count() const { return static_cast<int>(numbers.size()); }
    [[nodiscard]] bool whole() const { return count() >= of; }
    [[nodiscard]] double share() const { return of > 0 ? static_cast<double>(count()) / of : 1.0; }
};

/// Hosts that a failure takes, by `HostsHit` of its kind: all; those of the room by its share of the IT load;
/// of a rack's share of the room (racks as placed); one drawn from "drill/host/<site>".  A site without hosts
/// counts its physical servers as such.
[[nodiscard]] FailedHosts failing_hosts(const deploy::WorldYear& input, const DrillTarget& target);

/// By criticality, those that log people on first, then by class and administration.
[[nodiscard]] bool starts_before(const Service& a, const Service& b);

/// Services on those hosts, in the order in which they are to start again (`starts_before`).  Where the rule
/// of the site protects critical procedures, a class's servers of such procedures are a service of their own,
/// at least critical, and dealt to administrations by their servers.  `virtual_only`: physical servers are
/// not on them.  Servers that the site refused are left out.
[[nodiscard]] std::vector<Service> services_on(const deploy::WorldYear& input, std::size_t site,
                                               const FailedHosts& hosts, bool virtual_only);

/// Memory of a group of hosts of a site, GB.
[[nodiscard]] double host_ram_gb(const deploy::WorldYear& input, std::size_t site, deploy::PoolKind kind);
/// The same of its standby hosts that are switched on.
[[nodiscard]] double running_standby_ram_gb(const deploy::WorldYear& input, std::size_t site);
/// Memory that the VMs of a site use in ordinary operation, without those that it refused, GB.
[[nodiscard]] double used_ram_gb(const deploy::WorldYear& input, std::size_t site);
[[nodiscard]] int host_count(const deploy::WorldYear& input, std::size_t site, deploy::PoolKind kind);
[[nodiscard]] int running_standby_hosts(const deploy::WorldYear& input, std::size_t site);

[[nodiscard]] deploy::CoreGroup cores_of(const deploy::WorldYear& input, std::size_t site,
                                         deploy::PoolKinds kinds);

}  // namespace verbund::events
