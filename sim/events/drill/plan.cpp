#include "sim/events/drill/plan.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "models/base/random.hpp"
#include "models/base/unit_factors.hpp"
#include "models/continuity/takeover.hpp"
#include "sim/deploy/line_sizing.hpp"

namespace verbund::events {
namespace {

double in_s(Duration duration) { return duration.in(seconds); }

double remaining_ram_gb(const deploy::WorldYear& input, const Outage& outage,
                        const std::vector<PlannedService>& services) {
    if (outage.whole_site) return 0.0;
    double hit = 0.0;
    for (const PlannedService& s : services) hit += s.service.physical ? 0.0 : s.service.total_ram_gb();
    const double left =
        host_ram_gb(input, outage.site, deploy::PoolKind::cluster) * (1.0 - outage.hosts.share());
    return left - std::max(0.0, used_ram_gb(input, outage.site) - hit);
}

std::optional<deploy::BackupPair> pair_of(const deploy::WorldYear& input, std::size_t site) {
    for (const deploy::BackupPair& pair :
         deploy::backup_pairs(input.study(), input.variant().sites, first_date(input.year())))
        if (pair.primary == site) return pair;
    return std::nullopt;
}

/// Data of a site that are gone with it: a whole site's, and those on a physical server's own disks.
bool is_lost(const Outage& outage, const Service& service) {
    return outage.destroyed && (outage.whole_site || service.physical);
}

/// Assigns ways; services are taken in their order, and split where only some servers fit.  Of several sites
/// each step is taken by all before the next, so that copies come before restores.
class Planner {
public:
    Planner(const deploy::WorldYear& input, RecoveryPlan& plan, Elsewhere& elsewhere,
            const std::vector<Service>& services)
        : input_{input}, plan_{plan}, elsewhere_{elsewhere} {
        for (const Service& service : services) rest_.push_back({service, Way::never});
    }

    void use_own_hosts() {
        Capacity here{remaining_ram_gb(input_, plan_.outage, rest_)};
        rest_ = in_site(std::move(rest_), here);
        if (!plan_.outage.whole_site) elsewhere_.limit(plan_.outage.site, here.ram_gb());
    }

    void use_copies(study::TakeoverLuck luck) {
        find_sources();
        const bool moves = plan_.decided_s < plan_.returns_s;
        away_ = moves ? other_site() : std::nullopt;
        if (!away_ || !plan_.pair || !any_protected()) return;
        plan_.takeover = takeover(luck);
        if (plan_.takeover == Takeover::succeeds) rest_ = failover(rest_, elsewhere_.capacity(*away_));
    }

    void use_backups() {
        const bool reachable = plan_.outside.place != deploy::OutsideCopy::Place::none;
        if (away_ && plan_.outage.whole_site && reachable)
            rest_ = restore(rest_, elsewhere_.capacity(*away_));
        for (const PlannedService& service : rest_) wait(service);
        const bool used = plan_.any(Way::failover) || plan_.any(Way::restore);
        if (used || plan_.takeover == Takeover::fails) plan_.away = away_;
        if (!plan_.any(Way::failover) && !plan_.any(DataLeft::copy)) plan_.pair.reset();
        sort();
    }

private:
    /// The backup site and the outside copy, as far as they stand.
    void find_sources() {
        plan_.pair = pair_of(input_, plan_.outage.site);
        const bool gone = plan_.pair && !elsewhere_.takes_over(plan_.pair->backup);
        if (gone || plan_.outage.attacked) plan_.pair.reset();  // replicas take an attack along
        plan_.outside = deploy::outside_copy(input_.study(), input_.variant().sites, plan_.outage.site,
                                             first_date(input_.year()));
        const bool at_center = plan_.outside.place == deploy::OutsideCopy::Place::center;
        const bool out_of_reach = plan_.outage.attacked && input_.study().availability.offline_copy;
        if (at_center && !elsewhere_.takes_over(plan_.outside.site) && !out_of_reach) plan_.outside = {};
    }

    /// The backup site; without one, only a site whose hardware is lost is restored elsewhere.
    std::optional<std::size_t> other_site() const {
        if (plan_.pair) return plan_.pair->backup;
        if (!plan_.outage.destroyed || plan_.outage.attacked) return std::nullopt;
        return elsewhere_.nearest_with_room(plan_.outage.site);
    }

    bool any_protected() const {
        return std::any_of(
            rest_.begin(), rest_.end(), [this](const PlannedService& s) { return has_copies(s.service); });
    }

    bool has_copies(const Service& service) const {
        return plan_.pair && plan_.pair->rule->replication != continuity::ReplicationMode::none &&
               service.protected_by_rule;
    }

    Takeover takeover(study::TakeoverLuck luck) {
        const study::Availability& practice = input_.study().availability;
        plan_.takeover_failure =
            continuity::takeover_failure(practice.failover_tested, practice.success_tested,
                                         practice.success_untested)
                .in(one);
        if (luck != study::TakeoverLuck::drawn)
            return luck == study::TakeoverLuck::succeeds ? Takeover::succeeds : Takeover::fails;
        RandomStream stream{input_.set().seed, "drill/takeover"};
        return stream.uniform() >= plan_.takeover_failure ? Takeover::succeeds : Takeover::fails;
    }

    void keep(PlannedService planned, int servers, Way way) {
        if (servers <= 0) return;
        planned.service = planned.service.part(servers);
        planned.way = way;
        plan_.services.push_back(planned);
    }

    /// What of a service found no place.
    static void add_rest(std::vector<PlannedService>& rest, PlannedService planned, Capacity::Fit fit) {
        if (fit.servers >= planned.service.servers) return;
        planned.service = planned.service.part(planned.service.servers - fit.servers);
        if (fit.others != Lacks::nothing) planned.lacks = fit.others;
        rest.push_back(planned);
    }

    std::vector<PlannedService> in_site(std::vector<PlannedService> services, Capacity& room) {
        if (plan_.outage.whole_site || plan_.detected_s >= plan_.returns_s) return services;
        std::vector<PlannedService> rest;
        for (const PlannedService& planned : services) {
            const Capacity::Fit fit =
                planned.service.physical ? Capacity::Fit{} : room.take_hosts(planned.service);
            keep(planned, fit.servers, Way::in_site);
            add_rest(rest, planned, fit);
        }
        return rest;
    }

    std::vector<PlannedService> failover(const std::vector<PlannedService>& services, Capacity& room) {
        std::vector<PlannedService> rest;
        for (const PlannedService& planned : services) {
            if (!has_copies(planned.service)) {
                rest.push_back(planned);
                continue;
            }
            const Capacity::Fit fit = room.take_copies(
                planned.service, elsewhere_.admitted(*plan_.pair, planned.service.criticality));
            keep({planned.service, Way::failover, Lacks::nothing, left_of(planned.service)}, fit.servers,
                 Way::failover);
            add_rest(rest, planned, fit);
        }
        return rest;
    }

    /// Where copies of a takeover that failed lie, their backups have room; what was never admitted needs its
    /// own.
    Capacity::Fit take_restored(const Service& service, Capacity& room) {
        if (!has_copies(service)) return room.take_all(service);
        const Capacity::Fit held =
            room.take_copies(service, elsewhere_.admitted(*plan_.pair, service.criticality));
        if (held.others != Lacks::standby) return held;
        const Capacity::Fit others = room.take_all(service.part(service.servers - held.servers));
        return {held.servers + others.servers, others.others};
    }

    /// Backups flow back in the order of start, a service by the stream that is free first; it is restored if
    /// that ends before the site returns.
    std::vector<PlannedService> restore(const std::vector<PlannedService>& services, Capacity& room) {
        const double bytes_per_s = stream_bytes_per_s(input_, plan_.outside, *away_);
        std::vector<double> free_s(
            static_cast<std::size_t>(input_.study().events.night.proxies),
            plan_.decided_s + in_s(input_.study().events.recovery.restore_preparation));
        std::vector<PlannedService> rest;
        for (const PlannedService& planned : services) {
            const Service& service = planned.service;
            const double takes_s = service.storage_gb * bytes_per_gb / bytes_per_s;
            const auto stream = std::min_element(free_s.begin(), free_s.end());
            if (*stream + takes_s >= plan_.returns_s) {
                rest.push_back(planned);
                continue;
            }
            const Capacity::Fit fit = take_restored(service, room);
            *stream += takes_s * fit.servers / service.servers;
            keep({service, Way::restore, Lacks::nothing, DataLeft::backup}, fit.servers, Way::restore);
            add_rest(rest, planned, fit);
        }
        return rest;
    }

    DataLeft left_of(const Service& service) const {
        if (!is_lost(plan_.outage, service)) return DataLeft::whole;
        if (has_copies(service)) return DataLeft::copy;
        const bool kept = plan_.outside.place != deploy::OutsideCopy::Place::none;
        return kept ? DataLeft::backup : DataLeft::gone;
    }

    /// Only servers for which another place was looked for and not found are short of one.
    void wait(PlannedService planned) {
        planned.left = left_of(planned.service);
        const bool back = std::isfinite(plan_.returns_s) && planned.left != DataLeft::gone;
        const bool whole = planned.left == DataLeft::whole;
        if (!back && planned.lacks == Lacks::nothing && planned.left != DataLeft::gone)
            planned.lacks = Lacks::memory;
        const Way way = !back ? Way::never : whole ? Way::primary_return : Way::rebuild;
        keep(planned, planned.service.servers, way);
    }

    void sort() {
        std::stable_sort(
            plan_.services.begin(), plan_.services.end(),
            [](const PlannedService& a, const PlannedService& b) {
                return starts_before(a.service, b.service);
            });
    }

    const deploy::WorldYear& input_;
    RecoveryPlan& plan_;
    Elsewhere& elsewhere_;
    std::optional<std::size_t> away_;
    std::vector<PlannedService> rest_;  ///< without a way so far
};

std::set<std::size_t> whole_sites(const std::vector<Outage>& outages) {
    std::set<std::size_t> sites;
    for (const Outage& outage : outages)
        if (outage.whole_site) sites.insert(outage.site);
    return sites;
}

RecoveryPlan times_of(const deploy::WorldYear& input, const DrillRequest& request, const DayShape& day,
                      const Outage& outage) {
    const study::Recovery& recovery = input.study().events.recovery;
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
    return std::any_of(
        services.begin(), services.end(), [way](const PlannedService& s) { return s.way == way; });
}

bool RecoveryPlan::any(DataLeft left) const {
    return std::any_of(
        services.begin(), services.end(), [left](const PlannedService& s) { return s.left == left; });
}

bool is_staffed(const study::Recovery& recovery, const DayShape& day, double time_s) {
    return continuity::staff_is_there(recovery, day.workday, std::fmod(time_s, seconds_per_day) * seconds);
}

double decision_delay_s(const study::Recovery& recovery, const DayShape& day, double known_s) {
    return in_s(continuity::decision_time(recovery, is_staffed(recovery, day, known_s)));
}

double stream_bytes_per_s(const deploy::WorldYear& input, const deploy::OutsideCopy& from, std::size_t to) {
    using Place = deploy::OutsideCopy::Place;
    const study::Recovery& recovery = input.study().events.recovery;
    const double streams = input.study().events.night.proxies;
    double gbit_s = recovery.restore_rate.in(gigabit_per_second);
    if (from.place == Place::elsewhere) {
        gbit_s = std::min(gbit_s, recovery.outside_rate.in(gigabit_per_second) / streams);
    } else if (from.place == Place::center && from.site != to) {
        const network::PathTree& tree = input.network().trees.at(to);
        const deploy::LineYear lines = deploy::lines_of(input.network(), input.study(), input.set().catalog,
                                                        input.variant(), input.year(), input.profiles());
        for (const std::size_t link : network::path_links(tree, input.network().site_node.at(from.site)))
            gbit_s = std::min(gbit_s, lines.link_gbit_s[link] / streams);
    }
    return gbit_s * bytes_per_gbit;
}

std::vector<RecoveryPlan> plan_recovery(const deploy::WorldYear& input, const DrillRequest& request,
                                        const DayShape& day, const std::vector<Outage>& outages) {
    std::vector<RecoveryPlan> plans;
    for (const Outage& outage : outages) plans.push_back(times_of(input, request, day, outage));
    Elsewhere elsewhere(input, whole_sites(outages));
    std::vector<Planner> planners;
    for (RecoveryPlan& plan : plans) {
        const Outage& outage = plan.outage;
        planners.emplace_back(input, plan, elsewhere,
                              services_on(input, outage.site, outage.hosts, outage.virtual_only));
    }
    for (Planner& planner : planners) planner.use_own_hosts();
    for (Planner& planner : planners) planner.use_copies(request.takeover);
    for (Planner& planner : planners) planner.use_backups();
    return plans;
}

}  // namespace verbund::events
