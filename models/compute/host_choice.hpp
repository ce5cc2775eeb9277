#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/compute/packing.hpp"

/// Which hosts are bought: of those on offer the ones that hold what is asked for with the least cost, or the
/// least power.
namespace verbund::compute {

/// What counts when hosts on offer are compared.
struct HostTerms {
    bool by_cost = false;  ///< yearly cost; else power
    double used_at = 0.3;  ///< use of the CPUs at which power is compared
    double port_w = 0.0;   ///< switch ports of a host
    double life_years = 5.0;
    double eur_per_kwh = 0.27;
    double pue = 1.5;
    double core_licence_eur = 0.0;        ///< of a licensed core and year
    double least_cores_per_socket = 0.0;  ///< that a licence counts of each processor
};

/// What a host costs in a year of its life.
struct HostYearCost {
    double purchase_eur = 0.0;
    double energy_eur = 0.0;
    double licence_eur = 0.0;
    [[nodiscard]] double total_eur() const { return purchase_eur + energy_eur + licence_eur; }
};

/// purchase = price / life;  energy = (P(u) + ports) x 8,766 h x PUE x price of a kWh;  licence =
/// max(cores, sockets x least per socket) x price of a core and year, of hosts bought from 2024 on.  Neglects
/// racks and care, which go by host, and that a vendor's order has a least number of cores.
[[nodiscard]] HostYearCost yearly_cost(const HostType& host, const HostTerms& terms);

/// What a host adds to the sum that is to be least: EUR a year or W.
[[nodiscard]] double compared(const HostType& host, const HostTerms& terms);

/// A host on offer.
struct HostBid {
    const HostType* type = nullptr;
    double each = 0.0;       ///< `compared`
    bool overloads = false;  ///< draws more than any rack feeds
    bool small = false;      ///< of a series that forms no large clusters
};

struct HostPurchase {
    std::size_t bid = 0;  ///< index
    int count = 0;
    int unplaceable = 0;  ///< VMs that no such host holds
};

/// Loads of which a cluster of one kind of host must hold any one, not all at once.
struct HostAsk {
    const std::vector<std::vector<PackItem>>& loads;
    PackRules rules;
    int most_small = 4;  ///< larger clusters of small hosts are bought only if nothing else is on offer
};

/// The bid of which a whole cluster would be made: first of those that a rack feeds, then with the fewest VMs
/// without host, then of those that are no crowd of small hosts, then with the least count x each; the first
/// of equal ones.  The count is that of `hosts_needed` for the load that needs most.
///
/// The whole cluster, not what is lacking beside the hosts that stand: whoever buys only what is lacking this
/// year gets the smallest host every year, and a cluster of many small ones that costs and draws more.
///
/// The same as trying every bid; those whose bound from sums is no better than what was found are left out.
/// `bids` must not be empty.  Checked by tests/validation/hosts_by_need.cpp.
[[nodiscard]] HostPurchase least_purchase(const HostAsk& ask, const std::vector<HostBid>& bids);

}  // namespace verbund::compute
