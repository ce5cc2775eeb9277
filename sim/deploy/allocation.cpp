#include "sim/deploy/allocation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace verbund::deploy {
namespace {

using Placements = std::vector<Placement>;

bool contains(const std::vector<std::string>& list, const std::string& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

const catalog::WorkloadClass& class_of(const AllocationInput& in, std::size_t group) {
    const int workload = in.estate->groups[group].workload;
    return (*in.workloads)[static_cast<std::size_t>(workload)];
}

/// A sum of quotas as the whole number below or, if at least 1 - phase lies above that, the next.
int whole(const std::vector<double>& quotas, double phase) {
    constexpr double rounding = 1e-9;  // of a server
    const double sum = std::accumulate(quotas.begin(), quotas.end(), 0.0);
    const double below = std::floor(sum + rounding);
    const double rest = sum - below;
    return static_cast<int>(below) + (rest > rounding && rest + phase >= 1.0 - rounding ? 1 : 0);
}

/// Groups by size, the smallest first, then by class: what ties among whole numbers go by.  Most ties are
/// those of single servers in small towns; the smallest first is what moves least by rounding up.
std::vector<std::size_t> by_size(const std::vector<estate::VmGroup>& groups) {
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto content = [&](std::size_t g) {
        return std::tuple(groups[g].vcpu, groups[g].ram_gb, groups[g].workload, groups[g].physical);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return content(a) < content(b); });
    return order;
}

/// Servers the provider runs, in the order given: the share of all servers, taken from the groups that may
/// leave.
std::vector<int> provider_counts(const AllocationInput& in, const std::vector<std::size_t>& order) {
    std::vector<double> weights;
    int movable = 0;
    for (const std::size_t g : order) {
        const int count = class_of(in, g).keep_local ? 0 : in.estate->groups[g].count;
        weights.push_back(count);
        movable += count;
    }
    if (!in.provider || movable == 0) return std::vector<int>(order.size(), 0);
    const int wanted = whole({in.provider_share * in.estate->servers}, in.phase);
    return estate::apportion(std::min(wanted, movable), weights);
}

Placements before_moves(const AllocationInput& in) {
    const std::vector<std::size_t> order = by_size(in.estate->groups);
    const std::vector<int> provider = provider_counts(in, order);
    Placements placements;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const estate::VmGroup& group = in.estate->groups[order[k]];
        if (group.count == 0) continue;
        const double provider_share = static_cast<double>(provider[k]) / group.count;
        if (provider[k] < group.count) {
            placements.push_back(
                {order[k], in.home, group.physical, false, group.count - provider[k], 1.0 - provider_share});
        }
        if (provider[k] > 0)
            placements.push_back({order[k], *in.provider, group.physical, true, provider[k], provider_share});
    }
    return placements;
}

bool eligible(const AllocationInput& in, const Leg& leg, const Placement& p) {
    const catalog::WorkloadClass& workload = class_of(in, p.group);
    const study::Move& move = *leg.move;
    if (p.site == leg.target) return false;
    if (workload.keep_local || contains(move.keep_local, workload.id)) return false;
    if (move.only && !contains(*move.only, workload.id)) return false;
    return move.include_provider_share || !p.provider_run;
}

/// How many servers of each placement go.
std::vector<int> leaving(const AllocationInput& in, const Leg& leg, const Placements& placements) {
    std::vector<double> quotas(placements.size(), 0.0);
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (!eligible(in, leg, placements[i])) continue;
        const double share =
            leg.move->containerised_only ? class_of(in, placements[i].group).containerisable_share : 1.0;
        quotas[i] = placements[i].count * share;
    }
    return estate::round_together(quotas, whole(quotas, in.phase));
}

/// The share of whole counts, as whole counts.
std::vector<int> share_of(Fraction share, const std::vector<int>& counts, double phase) {
    std::vector<double> quotas;
    quotas.reserve(counts.size());
    for (const int count : counts) quotas.push_back(count * share.in(one));
    return estate::round_together(quotas, whole(quotas, phase));
}

/// What a move virtualises of the physical servers that renewals have left.
Fraction left_to_virtualise(const AllocationInput& in, Fraction wanted) {
    const double renewed = in.renewed_as_vms;
    if (wanted.in(one) <= renewed) return {};
    return (wanted.in(one)-renewed) / (1.0 - renewed) * one;
}

/// What becomes of the servers that leave a placement.
struct Journey {
    int going = 0;
    int saved = 0;        ///< of those that go
    int virtualised = 0;  ///< of the physical ones that arrive
};

std::vector<Journey> journeys(const AllocationInput& in, const Leg& leg, const Placements& placements) {
    const std::vector<int> going = leaving(in, leg, placements);
    const std::vector<int> saved = share_of(leg.move->multi_tenant_saving, going, in.phase);
    std::vector<int> physical(going.size(), 0);
    for (std::size_t i = 0; i < going.size(); ++i)
        if (placements[i].physical) physical[i] = going[i] - saved[i];
    const std::vector<int> virtualised =
        share_of(left_to_virtualise(in, leg.move->virtualise_physical), physical, in.phase);
    std::vector<Journey> all;
    for (std::size_t i = 0; i < going.size(); ++i) all.push_back({going[i], saved[i], virtualised[i]});
    return all;
}

void arrive(const AllocationInput& in, const Leg& leg, const Placement& from, const Journey& journey,
            Placements& arrivals) {
    const double share = from.share * journey.going / from.count;
    const int kept = journey.going - journey.saved;
    const auto add = [&](bool physical, int servers) {
        if (servers == 0 && !(kept == 0 && !physical))
            return;  // users and data go even if every server is saved
        const double part = kept == 0 ? 1.0 : static_cast<double>(servers) / kept;
        const double factor = leg.move->containerised_only && !physical
                                  ? std::max(from.memory_factor, 1.0 + in.container_memory)
                                  : from.memory_factor;
        arrivals.push_back(
            {from.group, leg.target, physical, from.provider_run, servers, share * part, true, factor});
    };
    add(false, from.physical ? journey.virtualised : kept);
    if (from.physical) add(true, kept - journey.virtualised);
}

/// Servers of one group, kind and operator at one site count together, in whatever legs they came.
void join(Placements& placements) {
    Placements joined;
    for (const Placement& p : placements) {
        const auto same = std::find_if(joined.begin(), joined.end(), [&](const Placement& j) {
            return j.group == p.group && j.site == p.site && j.physical == p.physical &&
                   j.provider_run == p.provider_run && j.memory_factor == p.memory_factor;
        });
        if (same == joined.end()) {
            joined.push_back(p);
        } else {
            same->count += p.count;
            same->share += p.share;
            same->moved = same->moved || p.moved;
        }
    }
    placements = std::move(joined);
}

/// Users and data whose servers an earlier move saved go with the class, unless only containers go.
void follow_saved(const AllocationInput& in, const Leg& leg, Placements& placements) {
    if (leg.move->containerised_only) return;
    for (Placement& p : placements) {
        if (p.count != 0 || !eligible(in, leg, p)) continue;
        p.site = leg.target;
        p.moved = true;
    }
}

void travel(const AllocationInput& in, const Leg& leg, Placements& placements) {
    follow_saved(in, leg, placements);
    const std::vector<Journey> all = journeys(in, leg, placements);
    Placements arrivals;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (all[i].going == 0) continue;
        arrive(in, leg, placements[i], all[i], arrivals);
        placements[i].share *= static_cast<double>(placements[i].count - all[i].going) / placements[i].count;
        placements[i].count -= all[i].going;
    }
    std::erase_if(placements, [](const Placement& p) { return p.share <= 0.0; });
    placements.insert(placements.end(), arrivals.begin(), arrivals.end());
    join(placements);
}

/// Physical servers that became VMs when they were renewed, where they stand.
void renew(const AllocationInput& in, Placements& placements) {
    std::vector<int> physical;
    for (const Placement& p : placements) physical.push_back(p.physical ? p.count : 0);
    const std::vector<int> renewed = share_of(in.renewed_as_vms * one, physical, in.phase);
    Placements vms;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (renewed[i] == 0) continue;
        Placement& p = placements[i];
        const double part = static_cast<double>(renewed[i]) / p.count;
        vms.push_back({p.group, p.site, false, p.provider_run, renewed[i], p.share * part, p.moved});
        p.share *= 1.0 - part;
        p.count -= renewed[i];
    }
    std::erase_if(placements, [](const Placement& p) { return p.share <= 0.0; });
    placements.insert(placements.end(), vms.begin(), vms.end());
}

/// Traffic between sessions on terminal servers and services where both stand in one site: of the people who
/// work that way and have their session there, what they ask of the part of the service there.  At home
/// nothing leaves it.
void keep_inside(const AllocationInput& in, Placements& placements) {
    double screens = 0.0;
    for (const estate::VmGroup& group : in.estate->groups) screens += group.terminal_kbit_s;
    if (!(screens > 0.0)) return;
    for (Placement& p : placements) {
        const estate::VmGroup& service = in.estate->groups[p.group];
        if (p.site == in.home || !(service.beside_terminal_kbit_s > 0.0)) continue;
        double sessions_here = 0.0;
        for (const Placement& other : placements)
            if (other.site == p.site)
                sessions_here += other.share * in.estate->groups[other.group].terminal_kbit_s / screens;
        p.inside_kbit_s = in.via_terminal_share * sessions_here * p.share * service.beside_terminal_kbit_s;
    }
}

}  // namespace

std::vector<Placement> allocate(const AllocationInput& input) {
    Placements placements = before_moves(input);
    renew(input, placements);
    for (const Leg& leg : *input.legs)
        if (leg.day <= input.day) travel(input, leg, placements);
    keep_inside(input, placements);
    return placements;
}

}  // namespace verbund::deploy
