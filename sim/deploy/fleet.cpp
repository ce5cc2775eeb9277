#include "sim/deploy/fleet.hpp"

#include <algorithm>
#include <cmath>

#include "models/continuity/standby.hpp"

namespace verbund::deploy {
namespace {

using Items = std::vector<compute::PackItem>;
using Loads = std::vector<Items>;

bool any(const Items& items) {
    return std::any_of(
        items.begin(), items.end(), [](const compute::PackItem& item) { return item.count > 0; });
}

bool any(const Loads& loads) {
    return std::any_of(
        loads.begin(), loads.end(), [](const Items& items) { return any(items); });
}

/// The resource that packing names.
HostBound bound_of(const std::string& binding) {
    if (binding == "cpu-cores") return HostBound::cores;
    if (binding == "ram") return HostBound::memory;
    if (binding == "gpu") return HostBound::gpu;
    return binding.empty() ? HostBound::none : HostBound::performance;
}

struct Need {
    int additional = 0;
    int unplaceable = 0;
};

/// Hosts of a type to add so that each of the loads fits by itself.
Need need_of(const Loads& loads, const std::vector<compute::HostCount>& existing,
             const compute::HostType& type, const compute::PackRules& rules) {
    std::vector<std::vector<double>> needs;
    for (const Items& items : loads) {
        const compute::PackNeed need = compute::hosts_needed(items, existing, type, rules);
        needs.push_back({static_cast<double>(need.additional), static_cast<double>(need.unplaceable)});
    }
    const std::vector<double> most = continuity::standby_capacity(continuity::StandbySizing::shared, needs);
    return {static_cast<int>(most[0]), static_cast<int>(most[1])};
}

/// What the hosts that stand have no room for.
Loads left_over(Loads loads, const std::vector<compute::HostCount>& standing,
                const compute::PackRules& rules) {
    for (Items& items : loads) {
        const std::vector<int> refused = compute::pack(items, standing, rules).refused;
        for (std::size_t i = 0; i < items.size(); ++i) items[i].count = refused[i];
    }
    return loads;
}

}  // namespace

std::vector<int> even_parts(int count, std::size_t parts, double phase) {
    std::vector<int> counts(parts, 0);
    for (int i = 0; i < count; ++i) {
        const double part = (i + phase) * static_cast<double>(parts) / count;
        ++counts[std::min(static_cast<std::size_t>(part), parts - 1)];
    }
    return counts;
}

double phase_of_place(Place at) {
    constexpr double g = 1.32471795724474602596;
    constexpr double per_degree = 100.0;
    const double turns = per_degree * (at.latitude / g + at.longitude / (g * g));
    return turns - std::floor(turns);
}

const std::vector<std::uint32_t>& Fleet::on_offer(int year) const {
    return rules_.gpu ? hosts_->gpu_on_offer(year) : hosts_->on_offer(year);
}

int Fleet::count() const { return host_count(sets_); }

std::vector<compute::HostCount> Fleet::counts() const { return packing_hosts(sets_, hosts_->types()); }

HostBound Fleet::bound_by() const {
    const int reserve = rules_.pack.reserve_hosts;
    const bool one_holds_all = reserve > 0 && count() <= reserve + 1;
    return fullest_ != HostBound::none && one_holds_all ? HostBound::reserve : fullest_;
}

Fleet::Offer Fleet::choose(int year, const Loads& loads, int most_entry) const {
    const std::vector<std::uint32_t>& offered = on_offer(year);
    std::vector<compute::HostBid> bids;
    bids.reserve(offered.size());
    for (const std::uint32_t index : offered) {
        const compute::HostType& type = hosts_->type(index);
        bids.push_back({.type = &type,
                        .each = compute::compared(type, rules_.terms),
                        .overloads = type.power_w.back() > rules_.rack_power_w,
                        .small = type.series == "entry" && hosts_->series().size() > 1});
    }
    const compute::HostPurchase purchase = compute::least_purchase({loads, rules_.pack, most_entry}, bids);
    return {offered[purchase.bid], purchase.count, purchase.unplaceable};
}

/// What is chosen for the loads left and lacking for all of them; entry servers only if those that stand and
/// those lacking are no crowd together.
Fleet::Offer Fleet::choose_beside(int year, const Loads& all, const Loads& left) const {
    std::uint32_t type = choose(year, left, rules_.most_entry).type;
    Need need = need_of(all, counts(), hosts_->type(type), rules_.pack);
    if (hosts_->type(type).series == "entry" && count() + need.additional > rules_.most_entry) {
        type = choose(year, left, 0).type;
        need = need_of(all, counts(), hosts_->type(type), rules_.pack);
    }
    return {type, need.additional, need.unplaceable};
}

void Fleet::add(Offer offer) {
    if (offer.count == 0) return;
    const auto same =
        std::find_if(sets_.begin(), sets_.end(), [&](const HostSet& s) { return s.type == offer.type; });
    if (same != sets_.end())
        same->count += offer.count;
    else
        sets_.push_back({offer.type, offer.count});
}

int Fleet::hosts_of(int year) const {
    int bought = 0;
    for (const HostSet& set : sets_) bought += hosts_->type(set.type).year == year ? set.count : 0;
    return bought;
}

int Fleet::begin(int year, std::vector<int> bought_in, const Loads& loads) {
    if (bought_in.empty() || !any(loads)) return renew(year, loads);
    const auto in_cycle = [&](int bought) { return std::pair(bought % rules_.refresh_years, bought); };
    std::sort(bought_in.begin(), bought_in.end(), [&](int a, int b) { return in_cycle(a) < in_cycle(b); });
    std::vector<std::uint32_t> types;
    int most = 0;
    for (const int bought : bought_in) {
        const Offer alone = choose(bought, loads, rules_.most_entry);
        types.push_back(alone.type);
        most = std::max(most, alone.count);
    }
    const compute::HostType& offered = hosts_->type(choose(year, loads, rules_.most_entry).type);
    const auto stand = [&](int count) {
        sets_.clear();
        const std::vector<int> parts = even_parts(count, types.size(), rules_.phase);
        for (std::size_t i = 0; i < types.size(); ++i) add({types[i], parts[i]});
        std::sort(sets_.begin(), sets_.end(), [&](const HostSet& a, const HostSet& b) {
            return hosts_->type(a.type).year < hosts_->type(b.type).year;
        });
        return need_of(loads, counts(), offered, rules_.pack).additional == 0;
    };
    int low = 0;
    int high = most;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (stand(middle))
            high = middle;
        else
            low = middle + 1;
    }
    stand(low);
    settle(loads, buy(year, loads).type);  // what the older types cannot hold
    return hosts_of(year);
}

int Fleet::renew(int year, const Items& items) { return renew(year, Loads{items}); }

int Fleet::renew(int year, const Loads& loads) {
    std::erase_if(sets_,
                  [&](const HostSet& s) { return year - hosts_->type(s.type).year >= rules_.refresh_years; });
    if (!any(loads)) {
        sets_.clear();
        placed_.clear();
        fullest_ = HostBound::none;
        for (const Items& items : loads) placed_.emplace_back(items.size(), 0);
        return 0;
    }
    const Offer bought = buy(year, loads);
    if (bought.count == 0) give_up(loads, hosts_->type(bought.type));
    return bought.count + settle(loads, bought.type);
}

/// Buys what is lacking; returns the last type looked at and how many hosts were bought of all types.
Fleet::Offer Fleet::buy(int year, const Loads& loads) {
    const std::uint32_t largest = on_offer(year).front();
    const Need lacking = need_of(loads, counts(), hosts_->type(largest), rules_.pack);
    if (lacking.additional == 0 && lacking.unplaceable == 0) return {largest, 0, 0};
    Loads left = loads;
    int bought = 0;
    for (bool first = true;; first = false) {
        const Offer offer = choose_beside(year, loads, left);
        add(offer);
        bought += offer.count;
        if (offer.unplaceable == 0 || (offer.count == 0 && !first))
            return {offer.type, bought, offer.unplaceable};
        left = left_over(loads, counts(), rules_.pack);  // another kind may hold what this one does not
    }
}

/// Notes what the hosts that stand now hold.  How first fit falls out hangs on the hosts at hand: should a VM
/// that fits an empty host find no room now, hosts are added until it does.
int Fleet::settle(const Loads& loads, std::uint32_t offered) {
    placed_.assign(loads.size(), {});
    double fullest = 0.0;
    int bought = 0;
    for (std::size_t load = 0; load < loads.size();) {
        compute::PackNeed need =
            compute::hosts_needed(loads[load], counts(), hosts_->type(offered), rules_.pack);
        add({offered, need.additional, 0});
        if (load == 0 || need.fullest > fullest) {
            fullest = need.fullest;
            fullest_ = bound_of(need.binding);
        }
        bought += need.additional;
        placed_[load] = std::move(need.placed);
        load = need.additional > 0 ? 0 : load + 1;
    }
    return bought;
}

void Fleet::give_up(const Loads& loads, const compute::HostType& offered) {
    const int homeless = need_of(loads, counts(), offered, rules_.pack).unplaceable;
    for (HostSet& set : sets_) {
        const auto enough = [&](int kept) {
            HostSet whole = set;
            set.count = kept;
            const Need need = need_of(loads, counts(), offered, rules_.pack);
            set = whole;
            return need.additional == 0 && need.unplaceable <= homeless;
        };
        if (!enough(set.count - 1)) break;  // the oldest go first; a younger one never goes before an older
        int low = 0;
        int high = set.count - 1;
        while (low < high) {
            const int middle = (low + high) / 2;
            if (enough(middle))
                high = middle;
            else
                low = middle + 1;
        }
        set.count = high;
        if (high > 0) break;
    }
    std::erase_if(sets_, [](const HostSet& s) { return s.count == 0; });
}

}  // namespace verbund::deploy
