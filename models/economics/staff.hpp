#pragma once

#include <span>
#include <vector>

/// Positions that running data centers takes.
namespace verbund::economics {

/// What an operator runs.
struct StaffAsk {
    double sites = 0.0;       ///< with servers
    double servers = 0.0;     ///< VMs and physical servers
    double procedures = 0.0;  ///< that it runs, each once
    bool on_call = false;
    bool round_the_clock = false;  ///< staffed, more than on call
    double part = 1.0;             ///< of the floor: clients outside the study bear the rest
};

/// One law for operators of every size: what a site takes whatever its size makes small ones unproductive.
///
/// positions = max(floor, a sites min(1, servers / full) + b servers + c procedures); nothing for an operator
/// without servers. a, b, c: figures staff.per-*, fitted to 0.8 positions for 100 VMs at one site with 60
/// procedures and 10 for 4,000 VMs at two sites with 500 (M-l).  Neglects support of users and of procedures'
/// content.
struct StaffLaw {
    double per_site = 0.0;
    double full_site_servers =
        0.0;  ///< below, a site takes its part: a few servers are looked after by the hour
    double per_server = 0.0;
    double per_procedure = 0.0;
    double floor_office = 0.0;
    double floor_on_call = 0.0;
    double floor_round_the_clock = 0.0;

    friend bool operator==(const StaffLaw&, const StaffLaw&) = default;

    [[nodiscard]] double positions(const StaffAsk& ask) const;

    /// Positions at each site of one operator: together the law's sum over them, at least the highest floor
    /// of any, in the proportions of their own terms.  Of a single site its `positions`.
    [[nodiscard]] std::vector<double> positions_at(std::span<const StaffAsk> sites) const;

private:
    [[nodiscard]] double terms(const StaffAsk& ask) const;
    [[nodiscard]] double floor(const StaffAsk& ask) const;
};

}  // namespace verbund::economics
