#pragma once

#include <limits>
#include <vector>

#include "models/base/place.hpp"
#include "models/compute/host_choice.hpp"
#include "models/compute/packing.hpp"
#include "sim/deploy/deployment.hpp"
#include "sim/deploy/host_catalog.hpp"

/// The hosts of one cluster over the years: bought when needed, retired by age, given up when no longer
/// needed.
namespace verbund::deploy {

/// How hosts are bought and replaced.
struct FleetRules {
    compute::PackRules pack;
    int refresh_years = 5;
    int stand_alone_years = 6;   ///< life of a physical server
    compute::HostTerms terms{};  ///< by which offers are compared
    int most_entry = 4;  ///< larger clusters of entry servers are bought only if no other series is left
    double rack_power_w = std::numeric_limits<double>::infinity();  ///< a host of more is no offer
    bool gpu = false;                                               ///< hosts with GPUs are bought
    double phase = 0.5;  ///< of the hosts of the start (`even_parts`): `phase_of_place` of the site
};

/// `count` things in as many equal parts as asked, each part rounded up or down, the rounded-up ones spread
/// evenly: part of thing i of n is floor((i + phase) parts / n), 0 <= phase < 1.  With the middle phase the
/// mean part is the middle one whatever the count; over all phases every part gets the same share, however
/// few the things.
[[nodiscard]] std::vector<int> even_parts(int count, std::size_t parts, double phase = 0.5);

/// Where in the cycle of renewal the hosts of a place begin, 0 <= phase < 1: phase = frac(100 (latitude / g +
/// longitude / g^2)), g = 1.3247... (g^3 = g + 1), degrees.  Places a few kilometres apart get phases as
/// evenly spread as the points of a Kronecker sequence, so that rooms of one or two hosts are not all renewed
/// in the same year; neither a name nor any other place has a say.  A metre changes the phase by 0.001 at
/// most: it moves a host's purchase by a year at one site in 200.
/// Source: Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods, SIAM 1992, ch. 3 (method);
/// the base g of two dimensions: Roberts, The unreasonable effectiveness of quasirandom sequences, 2018.
[[nodiscard]] double phase_of_place(Place at);

/// The hosts of a site as they are bought and replaced from year to year.
class Fleet {
public:
    Fleet(HostCatalog& hosts, FleetRules rules) : hosts_{&hosts}, rules_{rules} {}

    /// Sets up the fleet as it stands in `year` with an equal part of its hosts bought in each of the years
    /// given (`even_parts` of the rules' phase; a year may stand several times), the fewest hosts that hold
    /// any one of the loads.  Parts follow the years' places in the cycle of renewal, so that a fleet set up
    /// a year later has the same hosts, a year older, and those at the end of their life bought anew.
    /// Returns how many of them are of `year`.  Without years, or without a load, the same as `renew`.
    int begin(int year, std::vector<int> bought_in, const std::vector<std::vector<compute::PackItem>>& loads);
    /// Renews for `year`; returns how many hosts were bought.
    int renew(int year, const std::vector<compute::PackItem>& items);
    /// The same for a fleet that must hold any one of several loads, not all of them at once: of each series
    /// it needs the most hosts that one load needs (`continuity::standby_capacity`, shared).
    int renew(int year, const std::vector<std::vector<compute::PackItem>>& loads);

    /// VMs of each item of a load that the hosts hold since the last `renew`; the others fit no host on
    /// offer.
    [[nodiscard]] const std::vector<int>& placed(std::size_t load = 0) const { return placed_.at(load); }
    [[nodiscard]] const std::vector<HostSet>& hosts() const noexcept { return sets_; }  ///< oldest first
    [[nodiscard]] int count() const;
    [[nodiscard]] std::vector<compute::HostCount> counts() const;
    /// What the number of hosts comes from since the last `renew`: the reserve where one host beside it holds
    /// all, else the resource that fills them most.
    [[nodiscard]] HostBound bound_by() const;

private:
    [[nodiscard]] const std::vector<std::uint32_t>& on_offer(int year) const;
    struct Offer {
        std::uint32_t type = 0;
        int count = 0;
        int unplaceable = 0;  ///< VMs that find no room with these hosts either
    };
    /// The hosts of which a whole cluster would be made in `year`, as many as it needs.
    [[nodiscard]] Offer choose(int year, const std::vector<std::vector<compute::PackItem>>& loads,
                               int most_entry) const;
    [[nodiscard]] Offer choose_beside(int year, const std::vector<std::vector<compute::PackItem>>& all,
                                      const std::vector<std::vector<compute::PackItem>>& left) const;
    [[nodiscard]] int hosts_of(int year) const;
    Offer buy(int year, const std::vector<std::vector<compute::PackItem>>& loads);
    void add(Offer offer);
    void give_up(const std::vector<std::vector<compute::PackItem>>& loads, const compute::HostType& offered);
    int settle(const std::vector<std::vector<compute::PackItem>>& loads, std::uint32_t offered);

    HostCatalog* hosts_;
    FleetRules rules_;
    std::vector<HostSet> sets_;
    std::vector<std::vector<int>> placed_;  ///< [load][item]
    HostBound fullest_ = HostBound::none;   ///< resource of the load that fills the hosts most
};

}  // namespace verbund::deploy
