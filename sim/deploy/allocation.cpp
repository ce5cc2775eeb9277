#include "sim/deploy/allocation.hpp"

#include <algorithm>
#include <cmath>

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

/// Servers the provider runs, per group: the share of all servers, taken from the groups that may leave.
std::vector<int> provider_counts(const AllocationInput& in) {
    const auto& groups = in.estate->groups;
    std::vector<double> weights(groups.size(), 0.0);
    int movable = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (class_of(in, g).keep_local) continue;
        weights[g] = groups[g].count;
        movable += groups[g].count;
    }
    if (!in.provider || movable == 0) return std::vector<int>(groups.size(), 0);
    const int wanted = static_cast<int>(std::lround(in.provider_share * in.estate->servers));
    return estate::apportion(std::min(wanted, movable), weights);
}

Placements before_moves(const AllocationInput& in) {
    const std::vector<int> provider = provider_counts(in);
    Placements placements;
    for (std::size_t g = 0; g < in.estate->groups.size(); ++g) {
        const estate::VmGroup& group = in.estate->groups[g];
        if (group.count == 0) continue;
        const double provider_share = static_cast<double>(provider[g]) / group.count;
        if (provider[g] < group.count) {
            placements.push_back(
                {g, in.home, group.physical, false, group.count - provider[g], 1.0 - provider_share});
        }
        if (provider[g] > 0) {
            placements.push_back({g, *in.provider, group.physical, true, provider[g], provider_share});
        }
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
    std::vector<double> weights(placements.size(), 0.0);
    double total = 0.0;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (!eligible(in, leg, placements[i])) continue;
        const double share =
            leg.move->containerised_only ? class_of(in, placements[i].group).containerisable_share : 1.0;
        weights[i] = placements[i].count * share;
        total += weights[i];
    }
    const int rounded = static_cast<int>(std::lround(total));
    if (rounded == 0) return std::vector<int>(placements.size(), 0);
    std::vector<int> going = estate::apportion(rounded, weights);
    // Rounding the total up can ask one server too many of a placement that goes as a whole.
    for (std::size_t i = 0; i < going.size(); ++i) going[i] = std::min(going[i], placements[i].count);
    return going;
}

/// What arrives at the target of `count` servers of a placement, some of the physical ones as VMs.
void arrive(const Leg& leg, const Placement& from, int count, int saved, Placements& arrivals) {
    const double share = from.share * count / from.count;
    const int kept = count - saved;
    const int virtualised =
        from.physical ? static_cast<int>(std::lround(kept * leg.move->virtualise_physical.in(one))) : 0;
    const auto add = [&](bool physical, int servers) {
        if (servers == 0 && !(kept == 0 && !physical))
            return;  // users and data go even if every server is saved
        const double part = kept == 0 ? 1.0 : static_cast<double>(servers) / kept;
        arrivals.push_back({from.group, leg.target, physical, from.provider_run, servers, share * part});
    };
    add(false, from.physical ? virtualised : kept);
    if (from.physical) add(true, kept - virtualised);
}

/// Users and data whose servers an earlier move saved go with the class, unless only containers go.
void follow_saved(const AllocationInput& in, const Leg& leg, Placements& placements) {
    if (leg.move->containerised_only) return;
    for (Placement& p : placements) {
        if (p.count == 0 && eligible(in, leg, p)) p.site = leg.target;
    }
}

void travel(const AllocationInput& in, const Leg& leg, Placements& placements) {
    follow_saved(in, leg, placements);
    const std::vector<int> going = leaving(in, leg, placements);
    std::vector<double> weights(going.begin(), going.end());
    int total = 0;
    for (const int count : going) total += count;
    if (total == 0) return;
    const int saved_total = static_cast<int>(std::lround(total * leg.move->multi_tenant_saving.in(one)));
    const std::vector<int> saved = estate::apportion(saved_total, weights);
    Placements arrivals;
    for (std::size_t i = 0; i < placements.size(); ++i) {
        if (going[i] == 0) continue;
        arrive(leg, placements[i], going[i], saved[i], arrivals);
        placements[i].share *= static_cast<double>(placements[i].count - going[i]) / placements[i].count;
        placements[i].count -= going[i];
    }
    std::erase_if(placements, [](const Placement& p) { return p.share <= 0.0; });
    placements.insert(placements.end(), arrivals.begin(), arrivals.end());
}

}  // namespace

std::vector<Placement> allocate(const AllocationInput& input) {
    Placements placements = before_moves(input);
    for (const Leg& leg : *input.legs) {
        if (leg.year <= input.year) travel(input, leg, placements);
    }
    return placements;
}

}  // namespace verbund::deploy
