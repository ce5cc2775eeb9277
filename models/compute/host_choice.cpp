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
    Market(const HostAsk& ask, const std::vector<HostBid>& bids)
        : ask_{ask}, bids_{bids}, standing_{host_classes(ask.standing, ask.rules)} {
        for (const HostClass& host : standing_) standing_count_ += host.count;
        for (const Items& items : ask.loads) loads_.push_back(totals_of(items));
    }

    [[nodiscard]] bool surely_lacks() const {
        return std::all_of(
            bids_.begin(), bids_.end(), [&](const HostBid& bid) { return bound_of(bid).count > 0; });
    }

    [[nodiscard]] HostPurchase least() const {
        if (bound_of(bids_.front()).count == 0) {
            const HostPurchase purchase = tried(0);
            if (is_nothing(purchase)) return purchase;
        }
        std::vector<std::pair<Weight, std::size_t>> order;
        order.reserve(bids_.size());
        for (std::size_t i = 0; i < bids_.size(); ++i)
            order.emplace_back(weight(bids_[i], bound_of(bids_[i])), i);
        std::sort(order.begin(), order.end());
        HostPurchase best = tried(order.front().second);
        auto least = std::pair(weight(bids_[best.bid], best), best.bid);
        for (std::size_t i = 1; i < order.size() && order[i] < least && !is_nothing(best); ++i) {
            const HostPurchase purchase = tried(order[i].second);
            const auto found = std::pair(weight(bids_[purchase.bid], purchase), purchase.bid);
            if (!is_nothing(purchase) && found >= least) continue;
            best = purchase;
            least = found;
        }
        return best;
    }

private:
    static bool is_nothing(const HostPurchase& purchase) {
        return purchase.count == 0 && purchase.unplaceable == 0;
    }

    [[nodiscard]] Weight weight(const HostBid& bid, const HostPurchase& purchase) const {
        // Many small servers may cost or draw least, but nobody runs a cluster of them: racks, ports,
        // licences and care count per host.
        const bool crowd = bid.small && standing_count_ + purchase.count > ask_.most_small;
        return {bid.overloads, purchase.unplaceable, crowd, purchase.count * bid.each};
    }

    [[nodiscard]] HostPurchase tried(std::size_t bid) const {
        HostPurchase purchase{bid, 0, 0};
        for (const Items& items : ask_.loads) {
            const PackNeed need = hosts_needed(items, ask_.standing, *bids_[bid].type, ask_.rules);
            purchase.count = std::max(purchase.count, need.additional);
            purchase.unplaceable = std::max(purchase.unplaceable, need.unplaceable);
        }
        return purchase;
    }

    /// No purchase of the bid has fewer hosts, or fewer VMs without host.
    [[nodiscard]] HostPurchase bound_of(const HostBid& bid) const {
        const HostClass type = host_class(*bid.type, 0, ask_.rules);
        HostPurchase bound;
        for (std::size_t i = 0; i < loads_.size(); ++i) {
            const LoadTotals held = totals_held_by(type, ask_.loads[i], loads_[i]);
            bound.count = std::max(bound.count, least_count(held, type));
            if (standing_count_ == 0)
                bound.unplaceable = std::max(bound.unplaceable, loads_[i].vms - held.vms);
        }
        return bound;
    }

    /// Fewest hosts with which the sums fit, the reserve set aside.
    [[nodiscard]] int least_count(const LoadTotals& held, HostClass type) const {
        if (held.vms == 0) return 0;
        type.count = 1;
        const Demand one = total_capacity({type}, ask_.rules);
        const Demand standing = total_capacity(standing_, ask_.rules);
        constexpr double rounding = 1e-6;
        int count = 0;
        for (std::size_t d = 0; d < one.size(); ++d) {
            if (held.sum[d] <= standing[d]) continue;
            count =
                std::max(count, static_cast<int>(std::ceil((held.sum[d] - standing[d]) / one[d] - rounding)));
        }
        const int most_steps = ask_.rules.reserve_hosts + 1;  // further ones would only sharpen the bound
        for (int step = 0; step < most_steps && !sums_fit(held, type, count); ++step) ++count;
        return count;
    }

    [[nodiscard]] bool sums_fit(const LoadTotals& held, HostClass type, int count) const {
        std::vector<HostClass> hosts = standing_;
        type.count = count;
        hosts.push_back(type);
        set_reserve_aside(hosts, ask_.rules.reserve_hosts);
        const Demand capacity = total_capacity(hosts, ask_.rules);
        constexpr double rounding = 1.0 + 1e-6;
        for (std::size_t d = 0; d < capacity.size(); ++d)
            if (held.sum[d] > capacity[d] * rounding) return false;
        return std::any_of(hosts.begin(), hosts.end(), [](const HostClass& host) { return host.count > 0; });
    }

    const HostAsk& ask_;
    const std::vector<HostBid>& bids_;
    std::vector<HostClass> standing_;
    std::vector<LoadTotals> loads_;
    int standing_count_ = 0;
};

}  // namespace

HostYearCost yearly_cost(const HostType& host, const HostTerms& terms) {
    const double mean_kw = (host_power_w(host, terms.used_at) + terms.port_w) * kw_per_watt;
    return {.purchase_eur = host.price_eur / terms.life_years,
            .energy_eur = mean_kw * hours_per_year * terms.pue * terms.eur_per_kwh};
}

double compared(const HostType& host, const HostTerms& terms) {
    if (terms.by_cost) return yearly_cost(host, terms).total_eur();
    return host_power_w(host, terms.used_at) + terms.port_w;
}

HostPurchase least_purchase(const HostAsk& ask, const std::vector<HostBid>& bids) {
    return Market{ask, bids}.least();
}

bool surely_lacks(const HostAsk& ask, const std::vector<HostBid>& bids) {
    return Market{ask, bids}.surely_lacks();
}

}  // namespace verbund::compute
