#pragma once

#include <string_view>
#include <vector>

#include "models/compute/packing.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/host_catalog.hpp"

/// The hosts of one cluster over the years: bought when needed, retired by age, given up when no longer
/// needed.
namespace verbund::deploy {

struct FleetRules {
    compute::PackRules pack;
    int refresh_years = 5;
    double port_w = 0.0;  ///< switch ports of a host: part of what an offer draws
};

/// How the hosts that already stand in the first year came in.
enum class FleetHistory {
    none,         ///< nothing stands yet
    all_at_once,  ///< a small room renews its whole cluster every `refresh_years`; the phase comes from its
                  ///< name
    every_year,   ///< a center renews an equal part every year
};

class Fleet {
public:
    Fleet(HostCatalog& hosts, FleetRules rules) : hosts_{&hosts}, rules_{rules} {}

    /// Sets up what was bought before `year` for these items.
    void begin(FleetHistory history, int year, std::string_view name,
               const std::vector<compute::PackItem>& items);
    /// Renews for `year`; returns how many hosts were bought.
    int renew(int year, const std::vector<compute::PackItem>& items);
    /// The same for a fleet that must hold any one of several loads, not all of them at once: of each series
    /// it needs the most hosts that one load needs (`continuity::standby_capacity`, shared).
    int renew(int year, const std::vector<std::vector<compute::PackItem>>& loads);

    [[nodiscard]] const std::vector<HostSet>& hosts() const noexcept { return sets_; }  ///< oldest first
    [[nodiscard]] int count() const noexcept;
    [[nodiscard]] std::vector<compute::HostCount> counts() const;

private:
    struct Offer {
        std::uint32_t type = 0;
        int count = 0;
    };
    [[nodiscard]] Offer cheapest_offer(int year, const std::vector<std::vector<compute::PackItem>>& loads,
                                       const std::vector<compute::HostCount>& existing) const;
    void add(Offer offer);
    void give_up(const std::vector<std::vector<compute::PackItem>>& loads);

    HostCatalog* hosts_;
    FleetRules rules_;
    std::vector<HostSet> sets_;
};

}  // namespace verbund::deploy
