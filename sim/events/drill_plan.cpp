#include "sim/events/drill_plan.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "sim/deploy/sites.hpp"

namespace verbund::events {
namespace {

constexpr double seconds_per_day = 86400.0;
constexpr double bytes_per_gb = 1e9;
constexpr double bytes_per_gbit = 1e9 / 8.0;

double in_s(Duration duration) { return duration.in(seconds); }

/// Memory of a place, handed out service by service.
class Memory {
public:
    explicit Memory(double ram_gb) : ram_gb_{std::max(0.0, ram_gb)} {}
    int take(const Service& service) {
        constexpr double rounding = 1e-9;
        int fits = service.servers;
        if (service.ram_gb > 0.0) {
            fits = static_cast<int>(std::min<double>(fits, ram_gb_ / service.ram_gb + rounding));
        }
        ram_gb_ = std::max(0.0, ram_gb_ - fits * service.ram_gb);
        return fits;
    }
    [[nodiscard]] double left_gb() const { return ram_gb_; }

private:
    double ram_gb_;
};

double remaining_ram_gb(const EventInput& input, const Outage& outage, const std::vector<Service>& services) {
    if (outage.whole_site) return 0.0;
    double hit = 0.0;
    for (const Service& s : services) hit += s.physical ? 0.0 : s.total_ram_gb();
    const double left =
        host_ram_gb(input, outage.site, deploy::PoolKind::cluster) * (1.0 - outage.hosts.share());
    return left - std::max(0.0, used_ram_gb(input, outage.site) - hit);
}

std::optional<deploy::BackupPair> pair_of(const EventInput& input, std::size_t site) {
    for (const deploy::BackupPair& pair :
         deploy::backup_pairs(*input.study, input.variant->sites, input.year->year)) {
        if (pair.primary == site) return pair;
    }
    return std::nullopt;
}

/// What other sites can take over while some of them stand still themselves.
class Elsewhere {
public:
    Elsewhere(const EventInput& input, const std::vector<Outage>& outages) : input_{input} {
        for (const Outage& outage : outages) {
            if (outage.whole_site) lost_.insert(outage.site);
        }
    }

    [[nodiscard]] bool takes_over(std::size_t site) const { return lost_.count(site) == 0; }

    Memory& memory(std::size_t site) {
        return memory_.try_emplace(site, Memory{free_ram_gb(input_, site)}).first->second;
    }

    /// A site that fails in part has its standby hosts and what its own services leave of the others.
    void limit(std::size_t site, double left_gb) {
        const double standby = host_ram_gb(input_, site, deploy::PoolKind::standby);
        memory_.insert_or_assign(site, Memory{std::min(memory(site).left_gb(), standby + left_gb)});
    }

    /// Where backups are restored without a backup site: the nearest other center with free memory that is
    /// not an administration's own.
    std::optional<std::size_t> nearest_with_room(std::size_t site) {
        const std::vector<deploy::Site>& sites = input_.variant->sites;
        std::vector<std::size_t> candidates;
        for (std::size_t s = 0; s < deploy::center_count(sites); ++s) {
            const bool stands = deploy::stands(*sites[s].center, input_.year->year);
            const bool own = sites[s].center->role == study::CenterRole::own;
            const bool other = s != site && stands && !own && takes_over(s);
            if (other && memory(s).left_gb() > 0.0) candidates.push_back(s);
        }
        return deploy::nearest(sites, candidates, sites[site].at);
    }

private:
    const EventInput& input_;
    std::set<std::size_t> lost_;
    std::map<std::size_t, Memory> memory_;  ///< [site]
};

/// Assigns ways; services are taken in their order, and split where only some servers fit.  Of several sites
/// each step is taken by all before the next, so that copies come before restores.
class Planner {
public:
    Planner(const EventInput& input, RecoveryPlan& plan, Elsewhere& elsewhere, std::vector<Service> services)
        : input_{input}, plan_{plan}, elsewhere_{elsewhere}, rest_{std::move(services)} {}

    void use_own_hosts() {
        Memory here(remaining_ram_gb(input_, plan_.outage, rest_));
        rest_ = in_site(std::move(rest_), here);
        if (!plan_.outage.whole_site) elsewhere_.limit(plan_.outage.site, here.left_gb());
    }

    void use_copies() {
        const bool moves = plan_.decided_s < plan_.returns_s;
        const std::optional<deploy::BackupPair> pair = pair_that_stands();
        away_ = moves ? other_site(pair) : std::nullopt;
        if (!away_ || !pair) return;
        rest_ = failover(rest_, *pair, elsewhere_.memory(*away_));
        if (plan_.any(Way::failover)) plan_.pair = pair;
    }

    void use_backups() {
        if (away_ && plan_.outage.whole_site) {
            rest_ = restore(rest_, elsewhere_.memory(*away_));
        }
        for (const Service& service : rest_) wait(service);
        if (plan_.any(Way::failover) || plan_.any(Way::restore)) plan_.away = away_;
        sort();
    }

private:
    std::optional<deploy::BackupPair> pair_that_stands() const {
        std::optional<deploy::BackupPair> pair = pair_of(input_, plan_.outage.site);
        return pair && elsewhere_.takes_over(pair->backup) ? pair : std::nullopt;
    }

    /// The backup site; without one, only a site lost for good is restored elsewhere.
    std::optional<std::size_t> other_site(const std::optional<deploy::BackupPair>& pair) const {
        if (pair) return pair->backup;
        if (std::isfinite(plan_.returns_s)) return std::nullopt;
        return elsewhere_.nearest_with_room(plan_.outage.site);
    }

    void keep(const Service& service, Way way, bool no_place = false) {
        if (service.servers > 0) plan_.services.push_back({service, way, no_place});
    }

    bool protects(const Service& service, const deploy::BackupPair& pair) const {
        return pair.rule->replication != continuity::ReplicationMode::none &&
               deploy::is_protected(input_.variant->workloads[service.workload], pair.rule->protects);
    }

    std::vector<Service> in_site(std::vector<Service> services, Memory& room) {
        if (plan_.outage.whole_site || plan_.detected_s >= plan_.returns_s) return services;
        std::vector<Service> rest;
        for (const Service& service : services) {
            const int fits = service.physical ? 0 : room.take(service);
            keep(service.part(fits), Way::in_site);
            add_rest(rest, service, fits);
        }
        return rest;
    }

    std::vector<Service> failover(const std::vector<Service>& services, const deploy::BackupPair& pair,
                                  Memory& room) {
        std::vector<Service> rest;
        for (const Service& service : services) {
            if (!protects(service, pair)) {
                rest.push_back(service);
                continue;
            }
            const int fits = room.take(service);
            keep(service.part(fits), Way::failover);
            if (fits < service.servers) keep_waiting(service.part(service.servers - fits), true);
        }
        return rest;
    }

    /// Backups flow back in the order of start, a service by the stream that is free first; it is restored if
    /// that ends before the site returns.
    std::vector<Service> restore(const std::vector<Service>& services, Memory& room) {
        const study::Recovery& recovery = input_.study->events.recovery;
        const double bytes_per_s = recovery.restore_rate.in(gigabit_per_second)*bytes_per_gbit;
        std::vector<double> free_s(static_cast<std::size_t>(input_.study->events.night.proxies),
                                   plan_.decided_s + in_s(recovery.restore_preparation));
        std::vector<Service> rest;
        for (const Service& service : services) {
            const double takes_s = service.storage_gb * bytes_per_gb / bytes_per_s;
            const auto stream = std::min_element(free_s.begin(), free_s.end());
            if (*stream + takes_s >= plan_.returns_s) {
                rest.push_back(service);
                continue;
            }
            const int fits = room.take(service);
            *stream += takes_s * fits / service.servers;
            keep(service.part(fits), Way::restore);
            add_rest(rest, service, fits);
        }
        return rest;
    }

    static void add_rest(std::vector<Service>& rest, const Service& service, int fits) {
        if (fits < service.servers) rest.push_back(service.part(service.servers - fits));
    }

    void keep_waiting(const Service& service, bool no_place) {
        keep(service, std::isfinite(plan_.returns_s) ? Way::primary_return : Way::never, no_place);
    }

    /// Only servers for which another place was looked for and not found are short of one.
    void wait(const Service& service) {
        const bool looked_here =
            !plan_.outage.whole_site && !service.physical && plan_.detected_s < plan_.returns_s;
        keep_waiting(service, looked_here || !std::isfinite(plan_.returns_s));
    }

    void sort() {
        std::stable_sort(plan_.services.begin(), plan_.services.end(),
                         [](const PlannedService& a, const PlannedService& b) {
                             return std::tuple{a.service.criticality, !a.service.logon, a.service.workload,
                                               a.service.administration} <
                                    std::tuple{b.service.criticality, !b.service.logon, b.service.workload,
                                               b.service.administration};
                         });
    }

    const EventInput& input_;
    RecoveryPlan& plan_;
    Elsewhere& elsewhere_;
    std::optional<std::size_t> away_;
    std::vector<Service> rest_;  ///< without a way so far
};

RecoveryPlan times_of(const EventInput& input, const DrillRequest& request, const DayShape& day,
                      const Outage& outage) {
    const study::Recovery& recovery = input.study->events.recovery;
    RecoveryPlan plan;
    plan.outage = outage;
    plan.stops_s = request.at_s + outage.from_s;
    plan.returns_s = request.at_s + outage.until_s;
    plan.detected_s = plan.stops_s + in_s(recovery.detection);
    plan.staffed = is_staffed(recovery, day, plan.detected_s);
    plan.decided_s = plan.detected_s + decision_delay_s(recovery, day, plan.detected_s);
    return plan;
}

}  // namespace

bool RecoveryPlan::any(Way way) const {
    return std::any_of(services.begin(), services.end(),
                       [way](const PlannedService& s) { return s.way == way; });
}

bool is_staffed(const study::Recovery& recovery, const DayShape& day, double time_s) {
    const double time_of_day = std::fmod(time_s, seconds_per_day);
    return day.workday && time_of_day >= in_s(recovery.staff_from) &&
           time_of_day < in_s(recovery.staff_until);
}

double decision_delay_s(const study::Recovery& recovery, const DayShape& day, double known_s) {
    if (recovery.automatic) return in_s(recovery.decision_automatic);
    return in_s(is_staffed(recovery, day, known_s) ? recovery.decision_staffed : recovery.decision_on_call);
}

double free_ram_gb(const EventInput& input, std::size_t site) {
    const double spare = host_ram_gb(input, site, deploy::PoolKind::cluster) - used_ram_gb(input, site);
    return host_ram_gb(input, site, deploy::PoolKind::standby) + std::max(0.0, spare);
}

std::vector<RecoveryPlan> plan_recovery(const EventInput& input, const DrillRequest& request,
                                        const DayShape& day, const std::vector<Outage>& outages) {
    std::vector<RecoveryPlan> plans;
    for (const Outage& outage : outages) plans.push_back(times_of(input, request, day, outage));
    Elsewhere elsewhere(input, outages);
    std::vector<Planner> planners;
    for (RecoveryPlan& plan : plans) {
        const Outage& outage = plan.outage;
        planners.emplace_back(input, plan, elsewhere,
                              services_on(input, outage.site, outage.hosts, outage.virtual_only));
    }
    for (Planner& planner : planners) planner.use_own_hosts();
    for (Planner& planner : planners) planner.use_copies();
    for (Planner& planner : planners) planner.use_backups();
    return plans;
}

}  // namespace verbund::events
