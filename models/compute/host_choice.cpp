#include "models/compute/host_choice.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/base/unit_factors.hpp"
#include "models/compute/first_fit.hpp"
#include "models/compute/host_classes.hpp"

namespace verbund::compute {
namespace {

using Items = std::vector<PackItem>;

/// Vendors license by the core and year since 2024; before, a licence was bought once per processor, whatever
/// its cores.  Source: as figure cost.licence.  Bodies of 2020 had hosts of many cores (real_bodies F145).
constexpr int licensed_by_core_since = 2024;

/// What decides between bids, the first the most.
using Weight = std::tuple<bool, int, bool, double>;

/// A load reduced to sums.
struct LoadTotals {
    Demand sum{};
    Demand largest{};  ///< of any one VM, by resource
    int vms = 0;
};

LoadTotals totals_of(const Items& items) {
    LoadTotals totals;
    for (const PackItem& item : items) {
        if (item.count <= 0) continue;
        const Demand demand = demand_of(item);
        add(totals.sum, demand, item.count);
        for (std::size_t d = 0; d < demand.size(); ++d)
            totals.largest[d] = std::max(totals.largest[d], demand[d]);
        totals.vms += item.count;
    }
    return totals;
}

bool fits_empty(const Demand& demand, const HostClass& host) {
    return fits_in_bin(host.capacity, demand, 1) == 1;
}

/// Those VMs of a load that an empty host of the class holds.
LoadTotals totals_held_by(const HostClass& host, const Items& items, const LoadTotals& all) {
    if (fits_empty(all.largest, host)) return all;
    Items held;
    std::copy_if(items.begin(), items.end(), std::back_inserter(held),
                 [&](const PackItem& item) { return fits_empty(demand_of(item), host); });
    return totals_of(held);
}

/// Compares bids for what is asked.
class Market {
public:
    Market(const HostAsk& ask, const std::vector<HostBid>& bids) : ask_{ask}, bids_{bids} {
        for (const Items& items : ask.loads) loads_.push_back(totals_of(items));
    }

    [[nodiscard]] HostPurchase least() const {
        std::vector<std::pair<Weight, std::size_t>> order;
        order.reserve(bids_.size());
        for (std::size_t i = 0; i < bids_.size(); ++i)
            order.emplace_back(weight(bids_[i], bound_of(bids_[i])), i);
        std::sort(order.begin(), order.end());
        HostPurchase best = tried(order.front().second);
        auto least = std::pair(weight(bids_[best.bid], best), best.bid);
        for (std::size_t i = 1; i < order.size() && order[i] < least; ++i) {
            const HostPurchase purchase = tried(order[i].second);
            const auto found = std::pair(weight(bids_[purchase.bid], purchase), purchase.bid);
            if (found >= least) continue;
            best = purchase;
            least = found;
        }
        return best;
    }

private:
    [[nodiscard]] Weight weight(const HostBid& bid, const HostPurchase& purchase) const {
        // Many small servers may cost or draw least, but nobody runs a cluster of them: racks, ports,
        // licences and care count per host.
        const bool crowd = bid.small && purchase.count > ask_.most_small;
        return {bid.overloads, purchase.unplaceable, crowd, purchase.count * bid.each};
    }

    [[nodiscard]] HostPurchase tried(std::size_t bid) const {
        HostPurchase purchase{bid, 0, 0};
        for (const Items& items : ask_.loads) {
            const PackNeed need = hosts_needed(items, {}, *bids_[bid].type, ask_.rules);
            purchase.count = std::max(purchase.count, need.additional);
            purchase.unplaceable = std::max(purchase.unplaceable, need.unplaceable);
        }
        return purchase;
    }

    /// No cluster of the bid has fewer hosts; of VMs without host it has as many.
    [[nodiscard]] HostPurchase bound_of(const HostBid& bid) const {
        const HostClass type = host_class(*bid.type, 1, ask_.rules);
        HostPurchase bound;
        for (std::size_t i = 0; i < loads_.size(); ++i) {
            const LoadTotals held = totals_held_by(type, ask_.loads[i], loads_[i]);
            bound.count = std::max(bound.count, least_count(held, type));
            bound.unplaceable = std::max(bound.unplaceable, loads_[i].vms - held.vms);
        }
        return bound;
    }

    /// Fewest hosts with which the sums fit, and the reserve.
    [[nodiscard]] int least_count(const LoadTotals& held, const HostClass& type) const {
        if (held.vms == 0) return 0;
        const Demand one = total_capacity({type}, ask_.rules);
        constexpr double rounding = 1e-6;
        double count = 1.0;
        for (std::size_t d = 0; d < one.size(); ++d)
            if (held.sum[d] > 0.0) count = std::max(count, std::ceil(held.sum[d] / one[d] - rounding));
        return static_cast<int>(count) + ask_.rules.reserve_hosts;
    }

    const HostAsk& ask_;
    const std::vector<HostBid>& bids_;
    std::vector<LoadTotals> loads_;
};

}  // namespace

HostYearCost yearly_cost(const HostType& host, const HostTerms& terms) {
    const double mean_kw = (host_power_w(host, terms.used_at) + terms.port_w) * kw_per_watt;
    const double licensed_cores =
        host.year < licensed_by_core_since
            ? 0.0
            : std::max<double>(host.cores, host.sockets * terms.least_cores_per_socket);
    return {.purchase_eur = host.price_eur / terms.life_years,
            .energy_eur = mean_kw * hours_per_year * terms.pue * terms.eur_per_kwh,
            .licence_eur = licensed_cores * terms.core_licence_eur};
}

double compared(const HostType& host, const HostTerms& terms) {
    if (terms.by_cost) return yearly_cost(host, terms).total_eur();
    return host_power_w(host, terms.used_at) + terms.port_w;
}

HostPurchase least_purchase(const HostAsk& ask, const std::vector<HostBid>& bids) {
    return Market{ask, bids}.least();
}

}  // namespace verbund::compute
