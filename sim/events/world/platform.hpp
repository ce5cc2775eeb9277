#pragma once

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/events/world/background.hpp"
#include "sim/events/world/engine.hpp"

/// A deployment as a simulated world: zones of centers, host pools, storage, links with explicit paths.
namespace verbund::events {

/// Which group of a site's hosts serves a load.
enum class HostGroup { cluster, physical, standby };

/// Builds what is asked for, once, before the simulation starts, and keeps the background load up to the
/// hour.
///
/// One way, people and servers are apart by propagation, hops and two gateways (`network::round_trip` is
/// twice that); in the administration's own building by half the local round trip.  A link's capacity is what
/// the background leaves of it, but at least `least_share`.  Each path is an end point of its own, since
/// SimGrid's routes never change: rerouting is using another end point.  Links between the same two nodes are
/// one link of their capacity together.
class Platform {
public:
    /// Of its capacity a link always leaves this much; a load beyond is reported as saturated.
    static constexpr double least_share = 0.02;

    Platform(Engine& engine, const deploy::WorldYear& input, const Background& background);

    // Building
    /// People's end of the shortest path to a site (their own home room included).
    EndpointId people(std::size_t administration, std::size_t site);
    /// People's end of another path.
    EndpointId people_by(std::size_t administration, std::size_t site, const Route& route);
    /// Primary's end of the shortest path to its backup site, or of another path.
    EndpointId primary(std::size_t primary, std::size_t backup);
    EndpointId primary_by(std::size_t primary, std::size_t backup, const Route& route);
    /// Servers' end of all paths to a site.
    EndpointId servers(std::size_t site);
    /// Hosts of a group as one processor whose speed 1 is a core of a two-socket server of 2018; if the site
    /// has none of the group: its other hosts, a cluster first; empty if it has no hosts.
    std::optional<ProcessorId> hosts(std::size_t site, HostGroup group);
    /// The processor that a request goes to: that of `hosts`; where the study has single hosts, one of them,
    /// each with its own cores and speed, drawn by its share of the group's performance (`lot`, uniform in
    /// [0, 1)), as virtual machines are spread over hosts.
    std::optional<ProcessorId> host_of(std::size_t site, HostGroup group, double lot);
    /// Storage as a processor with its bandwidth in bytes/s as speed.
    ProcessorId storage(std::size_t site);

    // While it runs
    /// Traffic at an access, Gbit/s, that is simulated by itself and so is no background: it counts in
    /// `path_load`, but takes nothing of the capacity.
    using Simulated = std::function<double(std::size_t administration, bool up, int hour)>;
    void leave_out(Simulated simulated) { simulated_ = std::move(simulated); }
    /// Where so many cores of a pool are free, its background is not played: it would change nothing for what
    /// never needs more of them at a time.  By default it is always played.
    void enough_cores(int free) { enough_cores_ = free; }
    /// Sets the background of an hour of a day on every link and pool built.
    void set_hour(const DayShape& day, int hour);
    /// The same for the links alone that flows between one end (of people or a primary) and a site pass: for
    /// worlds of which only a little is in use at a time.
    void set_hour_between(EndpointId end, std::size_t site, const DayShape& day, int hour);
    /// Load / capacity of the most loaded link between people and a site by the shortest path in the hour
    /// set.
    [[nodiscard]] double path_load(std::size_t administration, std::size_t site) const;

    // Facts
    /// Round trip without any load, s.
    [[nodiscard]] double round_trip_s(std::size_t administration, std::size_t site) const;
    /// Bytes/s of the narrowest link of the shortest path without any load.
    [[nodiscard]] double narrowest_bytes_per_s(std::size_t administration, std::size_t site) const;
    [[nodiscard]] double narrowest_between_sites(std::size_t primary, std::size_t backup) const;
    /// Storage arrays of a site, at least one.
    [[nodiscard]] int storage_arrays(std::size_t site) const;
    [[nodiscard]] double storage_bytes_per_s(std::size_t site) const;
    /// Cores of a group, of hosts that run; 0 if it has none.
    [[nodiscard]] int cores(std::size_t site, HostGroup group) const;
    /// Speed of one of them, in cores of the reference; 1 if it has none.
    [[nodiscard]] double core_speed(std::size_t site, HostGroup group) const;
    [[nodiscard]] bool is_home(std::size_t administration, std::size_t site) const;
    /// Links of the access of an administration, up and down, once `people` was called for a remote site.
    [[nodiscard]] std::optional<LinkId> access_link(std::size_t administration, bool up) const;

private:
    /// A directed link of the world and where its background comes from.
    struct Loaded {
        LinkId id{};
        double capacity_gbit_s = 0.0;
        enum class Of { hop, access, uplink } of = Of::hop;
        std::size_t index = 0;
        bool forward = true;  ///< hop: direction; access: up; uplink: into the site
        double load = 0.0;    ///< share of the capacity, of the hour set
    };
    struct Hosts {
        ProcessorId processor{};
        int cores = 0;
        double share_until = 1.0;  ///< of the group's performance, hosts before it included
        std::optional<ActivityId> background;
    };
    /// All hosts of a group as one entry, or each by itself.
    struct HostPool {
        const deploy::Pool* pool = nullptr;
        std::vector<Hosts> hosts;
    };
    struct SiteWorld {
        ZoneId zone{};
        EndpointId servers{};
        std::map<int, HostPool> pools;    ///< as one processor
        std::map<int, HostPool> singles;  ///< host by host
        std::optional<ProcessorId> storage;
    };

    EndpointId people_at_home(std::size_t administration, std::size_t site);
    EndpointId add_end(const std::string& name, const std::vector<LinkId>& out,
                       const std::vector<LinkId>& in);
    void set_link_hour(Loaded& link, const DayShape& day, int hour);
    LinkId hop_link(Hop hop);
    [[nodiscard]] Hop bundle_of(Hop hop) const;
    LinkId access_of(std::size_t administration, bool up);
    LinkId uplink_of(std::size_t site, bool in);
    LinkId add_loaded(const std::string& name, double capacity_gbit_s, double latency_s, Loaded::Of of,
                      std::size_t index, bool forward);
    SiteWorld& world_of(std::size_t site);
    void add_single_hosts(std::size_t site, const deploy::Pool& pool, HostPool& built);
    void set_pool_hour(HostPool& built, const DayShape& day, int hour);
    [[nodiscard]] const deploy::Pool* pool_of(std::size_t site, HostGroup group) const;
    [[nodiscard]] const std::string& site_name(std::size_t site) const;
    [[nodiscard]] double load_of(const Loaded& link, const DayShape& day, int hour) const;
    [[nodiscard]] double simulated_on(const Loaded& link, int hour) const;
    [[nodiscard]] double capacity_of(Hop hop) const;

    Engine& engine_;
    deploy::WorldYear input_;
    const Background& background_;
    Simulated simulated_;
    int enough_cores_ = std::numeric_limits<int>::max();
    std::vector<Loaded> links_;
    std::map<LinkId, std::size_t> index_of_;                   ///< into `links_`
    std::map<EndpointId, std::vector<std::size_t>> links_of_;  ///< of people's and primaries' ends
    std::map<std::pair<std::size_t, bool>, std::size_t> hop_links_;
    std::map<std::pair<std::size_t, bool>, std::size_t> access_links_;
    std::map<std::pair<std::size_t, bool>, std::size_t> uplinks_;
    std::map<std::size_t, SiteWorld> sites_;
    std::map<std::pair<std::size_t, std::size_t>, EndpointId> people_;
    std::map<std::pair<std::size_t, std::size_t>, EndpointId> primaries_;
};

}  // namespace verbund::events
