#include "sim/deploy/fleet.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

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

int Fleet::count() const { return host_count(sets_); }

std::vector<compute::HostCount> Fleet::counts() const { return packing_hosts(sets_, hosts_->types()); }

Fleet::Offer Fleet::cheapest_offer(int year, const Loads& loads,
                                   const std::vector<compute::HostCount>& existing) const {
    Offer best;
    // A host that no rack feeds weighs more than VMs without a host, these more than a cluster of many entry
    // servers, and that more than power.
    auto least = std::tuple(true, std::numeric_limits<int>::max(), true, 0.0);
    int standing = 0;
    for (const compute::HostCount& host : existing) standing += host.count;
    for (const std::string& series : hosts_->series()) {
        const std::uint32_t index = hosts_->index(series, year);
        const compute::HostType& type = hosts_->type(index);
        const Need need = need_of(loads, existing, type, rules_.pack);
        if (need.additional == 0 && need.unplaceable == 0)
            return {index, 0, 0};  // nothing to buy of any series
        // Many entry servers would draw least, but nobody runs a cluster of them: racks, ports, licences and
        // care count per host.
        const bool too_many = series == "entry" && hosts_->series().size() > 1 &&
                              standing + need.additional > rules_.most_entry;
        const bool overloads = type.power_w.back() > rules_.rack_power_w;
        const double each_w = compute::host_power_w(type, rules_.compared_at) + rules_.port_w;
        const auto weight = std::tuple(overloads, need.unplaceable, too_many, need.additional * each_w);
        if (weight < least) {
            least = weight;
            best = {index, need.additional, need.unplaceable};
        }
    }
    return best;
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
        const Offer alone = cheapest_offer(bought, loads, {});
        types.push_back(alone.type);
        most = std::max(most, alone.count);
    }
    const auto stand = [&](int count) {
        sets_.clear();
        const std::vector<int> parts = even_parts(count, types.size(), rules_.phase);
        for (std::size_t i = 0; i < types.size(); ++i) add({types[i], parts[i]});
        std::sort(sets_.begin(), sets_.end(), [&](const HostSet& a, const HostSet& b) {
            return hosts_->type(a.type).year < hosts_->type(b.type).year;
        });
        return cheapest_offer(year, loads, counts()).count == 0;
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
        for (const Items& items : loads) placed_.emplace_back(items.size(), 0);
        return 0;
    }
    const Offer bought = buy(year, loads);
    if (bought.count == 0) give_up(loads, hosts_->type(bought.type));
    return bought.count + settle(loads, bought.type);
}

/// Buys what is lacking; returns the last type looked at and how many hosts were bought of all types.
Fleet::Offer Fleet::buy(int year, const Loads& loads) {
    Offer offer = cheapest_offer(year, loads, counts());
    add(offer);
    int bought = offer.count;
    while (offer.count > 0 && offer.unplaceable > 0) {  // another series may hold what this one does not
        offer = cheapest_offer(year, loads, counts());
        add(offer);
        bought += offer.count;
    }
    return {offer.type, bought, offer.unplaceable};
}

/// Notes what the hosts that stand now hold.  How first fit falls out hangs on the hosts at hand: should a VM
/// that fits an empty host find no room now, hosts are added until it does.
int Fleet::settle(const Loads& loads, std::uint32_t offered) {
    placed_.assign(loads.size(), {});
    int bought = 0;
    for (std::size_t load = 0; load < loads.size();) {
        compute::PackNeed need =
            compute::hosts_needed(loads[load], counts(), hosts_->type(offered), rules_.pack);
        add({offered, need.additional, 0});
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
