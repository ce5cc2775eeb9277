#pragma once

#include <map>
#include <utility>
#include <vector>

#include "models/network/bundles.hpp"
#include "sim/deploy/network_plan.hpp"
#include "sim/events/world/day_shape.hpp"
#include "sim/events/world/route.hpp"

/// Load of links, accesses and hosts by the hour, of everything that is not simulated transaction by
/// transaction.
namespace verbund::events {

/// Traffic by profile, Gbit/s at profile 1.
using ProfileTraffic = std::vector<double>;

/// Whether the background holds replication at its rate over 24 h; left out where replication is simulated.
enum class ReplicationLoad { average, left_out };

/// User traffic of all administrations over their shortest paths, and replication, in both directions.  Links
/// between the same two nodes carry it together (`network::Bundles`).
class Background {
public:
    explicit Background(const deploy::WorldYear& input,
                        ReplicationLoad replication = ReplicationLoad::average);

    /// On a link of the network, in the direction from its `from` to its `to` or back, Gbit/s.
    [[nodiscard]] double link_gbit_s(Hop hop, const DayShape& day, int hour) const;
    /// Over the access of an administration: what leaves its building, or comes.
    [[nodiscard]] double access_gbit_s(std::size_t administration, bool up, const DayShape& day,
                                       int hour) const;
    /// Into a site from its users and primaries, or out of it.
    [[nodiscard]] double uplink_gbit_s(std::size_t site, bool in, const DayShape& day, int hour) const;
    /// Load of the running hosts of a pool / their performance.
    [[nodiscard]] double pool_load(const deploy::Pool& pool, const DayShape& day, int hour) const;

    /// The same over a link and those beside it together.
    [[nodiscard]] double bundle_gbit_s(Hop hop, const DayShape& day, int hour) const;

    /// Capacity of an administration's access this year, Gbit/s, see `deploy::access_of`.
    [[nodiscard]] double access_capacity_gbit_s(std::size_t administration) const {
        return access_capacity_[administration];
    }
    /// Drawn links that are its access; empty where that is a line of its own.
    [[nodiscard]] const std::vector<std::size_t>& access_links(std::size_t administration) const {
        return access_links_[administration];
    }
    /// An administration whose only access a drawn link is, with those beside it, and whether up is the
    /// link's own direction.
    using Owner = std::pair<std::size_t, bool>;
    /// By the first of the links side by side.
    [[nodiscard]] const std::vector<Owner>& owners(std::size_t link) const;
    [[nodiscard]] const network::Bundles& bundles() const { return bundles_; }
    /// Capacity of a link this year, stated or built by then, see `deploy::lines_of`.
    [[nodiscard]] double link_capacity_gbit_s(std::size_t link) const { return lines_.link_gbit_s[link]; }
    /// Of a link and those beside it.
    [[nodiscard]] double bundle_capacity_gbit_s(std::size_t link) const;
    /// Capacity of a site's uplink; infinite where none is known.
    [[nodiscard]] double uplink_capacity_gbit_s(std::size_t site) const { return uplink_capacity_[site]; }

private:
    [[nodiscard]] double at(const ProfileTraffic& traffic, const DayShape& day, int hour) const;
    void add_users();
    void add_line_uses(std::size_t a, const std::vector<deploy::LineUse>& uses,
                       const std::vector<std::size_t>& profile_of, double up_share);
    /// Traffic of both directions together along the shortest way, `up_share` of it from the node to the
    /// site.
    void add_way(std::size_t node, std::size_t site, std::size_t profile, double gbit_s, double up_share);
    void add_replication();
    void find_capacities();
    void find_accesses();
    [[nodiscard]] double named_gbit_s(Hop hop, const DayShape& day, int hour) const;

    deploy::WorldYear input_;
    network::Bundles bundles_;
    double up_share_ = 0.0;
    std::vector<ProfileTraffic> forward_;   ///< [link] of the paths that name it
    std::vector<ProfileTraffic> backward_;  ///< [link]
    std::vector<double> constant_forward_;  ///< [link], replication
    std::vector<double> constant_backward_;
    std::vector<ProfileTraffic> access_;  ///< [administration], both directions
    std::vector<ProfileTraffic> uplink_;  ///< [site], both directions
    std::vector<double> replication_in_;  ///< [site]
    std::vector<double> replication_out_;
    std::vector<double> access_capacity_;
    std::vector<std::vector<std::size_t>> access_links_;
    std::map<std::size_t, std::vector<Owner>> owners_;
    deploy::LineYear lines_;
    std::vector<double> uplink_capacity_;
};

}  // namespace verbund::events
