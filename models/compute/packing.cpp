#include "models/compute/packing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>

#include "models/compute/first_fit.hpp"
#include "models/compute/host_classes.hpp"

namespace verbund::compute {
std::vector<HostClass> host_classes(const std::vector<HostCount>& hosts, const PackRules& rules) {
    std::vector<HostClass> classes;
    classes.reserve(hosts.size() + 1);
    for (const HostCount& host : hosts) classes.push_back(host_class(host.type, host.count, rules));
    return classes;
}

void set_reserve_aside(std::vector<HostClass>& classes, int reserve) {
    while (reserve > 0) {
        HostClass* largest = nullptr;
        for (HostClass& candidate : classes)
            if (candidate.count > 0 &&
                (largest == nullptr || candidate.capacity[1] > largest->capacity[1] ||
                 (candidate.capacity[1] == largest->capacity[1] && candidate.cores > largest->cores)))
                largest = &candidate;
        if (largest == nullptr) return;
        const int taken = std::min(reserve, largest->count);
        largest->count -= taken;
        reserve -= taken;
    }
}

Demand total_capacity(const std::vector<HostClass>& classes, const PackRules& rules) {
    Demand total{};
    double performance_ops = 0.0;
    for (const HostClass& host : classes) {
        add(total, host.capacity, host.count);
        performance_ops += host.performance_ops * host.count;
    }
    total[performance] = std::min(total[performance], performance_ops * rules.cpu_target_failed);
    return total;
}

namespace {

constexpr std::array<const char*, std::tuple_size_v<Demand>> resource_names{"cpu-cores", "ram",
                                                                            "cpu-performance", "gpu"};

/// Element-wise largest host, whether or not there is one of it: the yardstick of an item's size.
Demand largest_host(const std::vector<HostClass>& classes) {
    Demand largest{};
    for (const HostClass& host : classes)
        for (std::size_t d = 0; d < largest.size(); ++d) largest[d] = std::max(largest[d], host.capacity[d]);
    return largest;
}

double share_of(double demand, double capacity) {
    if (demand <= 0.0) return 0.0;
    return capacity > 0.0 ? demand / capacity : std::numeric_limits<double>::infinity();
}

std::size_t fullest(const Demand& used, const Demand& capacity) {
    std::size_t found = 0;
    for (std::size_t d = 1; d < used.size(); ++d)
        if (share_of(used[d], capacity[d]) > share_of(used[found], capacity[found])) found = d;
    return found;
}

/// Item indices in the order of placement: priority, then decreasing size, then input order.
std::vector<std::size_t> placement_order(const std::vector<PackItem>& items, const Demand& host) {
    std::vector<double> size(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Demand demand = demand_of(items[i]);
        const std::size_t d = fullest(demand, host);
        size[i] = share_of(demand[d], host[d]);
    }
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (items[a].priority != items[b].priority) return items[a].priority < items[b].priority;
        return size[a] != size[b] ? size[a] > size[b] : a < b;
    });
    return order;
}

/// How many VMs each item got placed, and what they use together.
struct Placement {
    std::vector<int> placed;
    Demand used{};
    Demand capacity{};
    Demand used_at_refusal{};              ///< with the first VM refused added
    std::size_t first_refused = SIZE_MAX;  ///< item index
};

/// Places on `classes`, whose reserve is set aside already.
Placement place(const std::vector<PackItem>& items, const std::vector<std::size_t>& order,
                const std::vector<HostClass>& classes, const PackRules& rules) {
    std::vector<BinGroup<std::tuple_size_v<Demand>>> groups;
    groups.reserve(classes.size() + 2 * items.size());
    for (const HostClass& host : classes)
        if (host.count > 0) groups.push_back({host.capacity, host.count});
    Placement result;
    result.placed.resize(items.size());
    result.capacity = total_capacity(classes, rules);
    for (const std::size_t i : order) {
        const Demand demand = demand_of(items[i]);
        const double ops_left = result.capacity[performance] - result.used[performance];
        const int allowed = fits_in_bin<1>({ops_left}, {demand[performance]}, items[i].count);
        result.placed[i] = place_first_fit(groups, demand, allowed);
        add(result.used, demand, result.placed[i]);
        if (result.placed[i] < items[i].count && result.first_refused == SIZE_MAX) {
            result.first_refused = i;
            result.used_at_refusal = result.used;
            add(result.used_at_refusal, demand, 1.0);
        }
    }
    return result;
}

/// `all` are the hosts with the reserve still among them: they name the resource when the reserve is all
/// there is.
const char* refusal_cause(const std::vector<PackItem>& items, const Placement& placement,
                          const std::vector<HostClass>& all, const PackRules& rules) {
    if (placement.first_refused == SIZE_MAX) return "";
    if (std::all_of(all.begin(), all.end(), [](const HostClass& host) { return host.count == 0; }))
        return "hosts";
    const Demand demand = demand_of(items[placement.first_refused]);
    const Demand host = largest_host(all);
    const std::size_t d = fullest(demand, host);
    if (share_of(demand[d], host[d]) > 1.0) return resource_names[d];
    const bool only_reserve = placement.capacity == Demand{};
    return resource_names[fullest(placement.used_at_refusal,
                                  only_reserve ? total_capacity(all, rules) : placement.capacity)];
}

Placement place_beside_reserve(const std::vector<PackItem>& items, const std::vector<std::size_t>& order,
                               std::vector<HostClass> classes, const PackRules& rules) {
    set_reserve_aside(classes, rules.reserve_hosts);
    return place(items, order, classes, rules);
}

bool fits_empty_host(const PackItem& item, const HostClass& host, const PackRules& rules) {
    const bool performance_counts = item.peak_ops <= 0.0 || rules.cpu_target_failed > 0.0;
    return performance_counts && fits_in_bin(host.capacity, demand_of(item), 1) == 1;
}

/// The search for the number of hosts to add: `classes` ends with the type that is added.
struct Search {
    const std::vector<PackItem>& items;
    std::vector<HostClass> classes;
    std::vector<std::size_t> order;
    std::vector<bool> regular;  ///< per item: a host of the added type can hold one of its VMs
    const PackRules& rules;

    [[nodiscard]] Placement with(int additional) const {
        std::vector<HostClass> hosts = classes;
        hosts.back().count = additional;
        return place_beside_reserve(items, order, std::move(hosts), rules);
    }
    [[nodiscard]] bool complete(const Placement& placement) const {
        for (std::size_t i = 0; i < items.size(); ++i)
            if (regular[i] && placement.placed[i] < items[i].count) return false;
        return true;
    }
};

/// No smaller number can do: total demand beyond the existing hosts over one host's capacity, and the
/// reserve.
int lower_bound(const Search& search) {
    Demand demand{};
    for (std::size_t i = 0; i < search.items.size(); ++i)
        if (search.regular[i]) add(demand, demand_of(search.items[i]), search.items[i].count);
    const Demand existing = total_capacity(search.classes, search.rules);
    HostClass type = search.classes.back();
    type.count = 1;
    const Demand one = total_capacity({type}, search.rules);
    constexpr double rounding = 1e-6;
    double bound = 0.0;
    for (std::size_t d = 0; d < demand.size(); ++d)
        if (demand[d] > existing[d])
            bound = std::max(bound, std::ceil((demand[d] - existing[d]) / one[d] - rounding));
    const bool no_hosts_yet = existing == Demand{};
    return static_cast<int>(bound) + (no_hosts_yet ? search.rules.reserve_hosts : 0);
}

/// Smallest count with a complete placement: from the lower bound up in growing steps, then bisection.
int smallest_count(const Search& search) {
    int enough = lower_bound(search);
    int too_few = enough - 1;
    for (int step = 1; !search.complete(search.with(enough)); step *= 2) {
        too_few = enough;
        enough += step;
    }
    while (enough - too_few > 1) {
        const int middle = too_few + (enough - too_few) / 2;
        (search.complete(search.with(middle)) ? enough : too_few) = middle;
    }
    return enough;
}

}  // namespace

PackResult pack(const std::vector<PackItem>& items, const std::vector<HostCount>& hosts,
                const PackRules& rules) {
    const std::vector<HostClass> classes = host_classes(hosts, rules);
    Placement placement =
        place_beside_reserve(items, placement_order(items, largest_host(classes)), classes, rules);
    PackResult result;
    result.binding = refusal_cause(items, placement, classes, rules);
    result.refused.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        result.refused[i] = std::max(items[i].count, 0) - placement.placed[i];
    result.placed = std::move(placement.placed);
    return result;
}

PackNeed hosts_needed(const std::vector<PackItem>& items, const std::vector<HostCount>& existing,
                      const HostType& type, const PackRules& rules) {
    Search search{items, host_classes(existing, rules), {}, {}, rules};
    search.classes.push_back(host_class(type, 0, rules));
    search.order = placement_order(items, largest_host(search.classes));
    search.regular.resize(items.size());
    bool any_regular = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        search.regular[i] = fits_empty_host(items[i], search.classes.back(), rules);
        any_regular = any_regular || (search.regular[i] && items[i].count > 0);
    }
    PackNeed need;
    need.additional = any_regular ? smallest_count(search) : 0;
    Placement placement = search.with(need.additional);
    int placed = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        placed += placement.placed[i];
        need.unplaceable += std::max(items[i].count, 0) - placement.placed[i];
    }
    const std::size_t binding = fullest(placement.used, placement.capacity);
    need.binding = placed > 0 ? resource_names[binding] : "";
    need.fullest = placed > 0 ? share_of(placement.used[binding], placement.capacity[binding]) : 0.0;
    need.placed = std::move(placement.placed);
    return need;
}

}  // namespace verbund::compute
