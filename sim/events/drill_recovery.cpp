#include "sim/events/drill_recovery.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <memory>
#include <utility>

#include "sim/events/drill_boot.hpp"
#include "sim/events/replicator.hpp"

namespace verbund::events {
namespace {

constexpr double seconds_per_hour = 3600.0;
constexpr double seconds_per_day = 86400.0;
constexpr double bytes_per_gb = 1e9;
constexpr double bytes_per_gbit = 1e9 / 8.0;

double in_s(Duration duration) { return duration.in(seconds); }

/// Hosts of one place on which services start.
struct BootPlace {
    std::unique_ptr<BootQueue> queue;
    ProcessorId storage{};
};

/// A service of a plan.
struct ServiceOf {
    std::size_t plan = 0;
    std::size_t index = 0;  ///< in the plan
};

/// A site that takes services over, from one failed site or several.
struct AwayPlace {
    BootPlace boot;
    bool running_hosts_taken = false;
    bool standby_taken = false;
    int idle_streams = 0;  ///< of restores
    std::deque<ServiceOf> to_restore;
};

/// A failed site's own part of the world.
struct FailedSite {
    Replicator* copies = nullptr;
    EndpointId returning{};  ///< its end of the path to its backup site
    EndpointId holding{};    ///< the backup site's
    BootPlace in_site;
    BootPlace at_return;
};

class Player {
public:
    Player(const EventInput& input, const DayShape& day, const std::vector<RecoveryPlan>& plans)
        : input_{input},
          day_{day},
          plans_{plans},
          recovery_{input.study->events.recovery},
          engine_{EngineSettings{}},
          background_{input, ReplicationLoad::left_out},
          platform_{engine_, input, background_},
          courses_(plans.size()),
          sites_(plans.size()) {
        for (std::size_t p = 0; p < plans.size(); ++p) {
            first_.push_back(services_.size());
            courses_[p].services.resize(plans[p].services.size());
            for (std::size_t i = 0; i < plans[p].services.size(); ++i) services_.push_back({p, i});
        }
        build_replication();
        for (std::size_t p = 0; p < plans.size(); ++p) build_places(p);
    }

    std::vector<RecoveryCourse> play() {
        sending_ = static_cast<int>(plans_.size());
        if (!replicators_.empty()) {
            for (const auto& replicator : replicators_) replicator->start();
            keep_hours(0);
        }
        for (std::size_t p = 0; p < plans_.size(); ++p) schedule(p);
        engine_.run();
        finish();
        return std::move(courses_);
    }

private:
    void schedule(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        engine_.at(plan.stops_s, [this, p] { stop(p); });
        if (plan.any(Way::in_site)) engine_.at(plan.detected_s, [this, p] { start_in_site(p); });
        if (plan.away) engine_.at(plan.decided_s, [this, p] { start_away(p); });
        if (std::isfinite(plan.returns_s)) {
            courses_[p].returned_s = plan.returns_s + in_s(recovery_.cold_start);
            engine_.at(courses_[p].returned_s, [this, p] { start_after_return(p); });
        }
    }

    // --- World
    // ------------------------------------------------------------------------------------------------------
    void build_replication() {
        const bool copied = std::any_of(plans_.begin(), plans_.end(),
                                        [](const RecoveryPlan& plan) { return plan.pair.has_value(); });
        if (!copied) return;
        for (const deploy::BackupPair& pair :
             deploy::backup_pairs(*input_.study, input_.variant->sites, input_.year->year)) {
            replicators_.push_back(std::make_unique<Replicator>(engine_, platform_, input_, day_, pair));
            for (std::size_t p = 0; p < plans_.size(); ++p) {
                if (pair.primary == plans_[p].outage.site) sites_[p].copies = replicators_.back().get();
            }
        }
        for (std::size_t p = 0; p < plans_.size(); ++p) {
            if (!plans_[p].pair) continue;
            sites_[p].returning = platform_.primary(plans_[p].pair->primary, plans_[p].pair->backup);
            sites_[p].holding = platform_.servers(plans_[p].pair->backup);
        }
    }

    void build_places(std::size_t p) {
        using deploy::PoolKind;
        const RecoveryPlan& plan = plans_[p];
        const std::size_t site = plan.outage.site;
        const double failed = plan.outage.hosts.share();
        CoreGroup own = cores_of(input_, site, {PoolKind::cluster});
        own.cores *= 1.0 - load_of(site, plan.detected_s);
        if (plan.any(Way::in_site)) {
            sites_[p].in_site =
                place(site, {own.cores * (1.0 - failed), own.speed}, vms_of(plan, {Way::in_site}));
        }
        if (std::isfinite(plan.returns_s) && plan.any(Way::primary_return)) {
            sites_[p].at_return =
                place(site, {own.cores * failed, own.speed}, vms_of(plan, {Way::primary_return}));
        }
        if (plan.away && away_.count(*plan.away) == 0) build_away(*plan.away, plan.decided_s);
    }

    void build_away(std::size_t site, double decided_s) {
        using deploy::PoolKind;
        const CoreGroup standby = cores_of(input_, site, {PoolKind::standby});
        CoreGroup cluster = cores_of(input_, site, {PoolKind::cluster});
        cluster.cores *= 1.0 - load_of(site, decided_s);
        const double cores = standby.cores + cluster.cores;
        const double speed =
            cores > 0.0 ? (standby.cores * standby.speed + cluster.cores * cluster.speed) / cores : 1.0;
        int vms = 0;
        for (const RecoveryPlan& plan : plans_) {
            if (plan.away == site) vms += vms_of(plan, {Way::failover, Way::restore});
        }
        AwayPlace& away = away_[site];
        away.boot = place(site, {cores, speed}, vms);
        away.idle_streams = input_.study->events.night.proxies;
    }

    static int vms_of(const RecoveryPlan& plan, const std::vector<Way>& ways) {
        int vms = 0;
        for (const PlannedService& s : plan.services) {
            if (std::find(ways.begin(), ways.end(), s.way) != ways.end()) vms += s.service.servers;
        }
        return vms;
    }

    BootPlace place(std::size_t site, CoreGroup group, int vms) {
        BootSettings settings;
        settings.read_bytes = recovery_.boot_read.in(gigabyte)*bytes_per_gb;
        settings.core_seconds = recovery_.boot_core_seconds;
        settings.boots_per_host = recovery_.boots_per_host;
        settings.cores = std::max(1, static_cast<int>(group.cores));
        settings.total_vms = vms;
        BootPlace place;
        place.storage = platform_.storage(site);
        const ProcessorId hosts = engine_.add_processor("boot", settings.cores, group.speed);
        place.queue = std::make_unique<BootQueue>(
            engine_, place.storage, hosts, settings,
            [this](std::size_t service) { recovered(services_[service]).vms_run_s = engine_.now(); });
        return place;
    }

    /// Share of the cluster's cores that its own VMs use in an hour.
    double load_of(std::size_t site, double time_s) const {
        const int hour = static_cast<int>(std::fmod(time_s, seconds_per_day) / seconds_per_hour);
        for (const deploy::Pool& pool : input_.year->sites[site].pools) {
            if (pool.kind == deploy::PoolKind::cluster && !pool.hosts.empty())
                return std::min(1.0, background_.pool_load(pool, day_, hour));
        }
        return 0.0;
    }

    /// Background of every hour on the links, as long as anything is sent over them.
    void keep_hours(int hour) {
        platform_.set_hour(day_, hour % workload::hours_per_day);
        ticking_ = true;
        engine_.at((hour + 1) * seconds_per_hour, [this, hour] {
            ticking_ = false;
            if (sending_ > 0) keep_hours(hour + 1);
        });
    }

    // --- Steps
    // ------------------------------------------------------------------------------------------------------
    const PlannedService& planned(ServiceOf of) const { return plans_[of.plan].services[of.index]; }
    Recovered& recovered(ServiceOf of) { return courses_[of.plan].services[of.index]; }
    bool is_hot(ServiceOf of) const { return plans_[of.plan].hot() && planned(of).way == Way::failover; }

    /// Copies that others still count on go on until the last site stands still.
    void stop(std::size_t p) {
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i) {
            courses_[p].services[i].rpo_s = data_lost_s(p, plans_[p].services[i]);
        }
        if (--sending_ > 0) return;
        for (const auto& replicator : replicators_) replicator->stop();
    }

    double data_lost_s(std::size_t p, const PlannedService& lost) const {
        switch (lost.way) {
            case Way::failover:
                return sites_[p].copies->lag_s(lost.service.workload).value_or(0.0);
            case Way::restore:
                return backup_age_s(input_.study->events.night, plans_[p].stops_s);
            case Way::never:
                return never_s;
            default:
                return 0.0;
        }
    }

    void order(BootPlace& place, ServiceOf of) {
        const Service& s = planned(of).service;
        place.queue->add({first_[of.plan] + of.index, s.workload, s.servers, s.ram_gb});
    }

    void order_all(BootPlace& place, std::size_t p, Way way) {
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i) {
            if (plans_[p].services[i].way == way) order(place, {p, i});
        }
    }

    void start_in_site(std::size_t p) {
        const FailedHosts& failed = plans_[p].outage.hosts;
        order_all(sites_[p].in_site, p, Way::in_site);
        sites_[p].in_site.queue->add_hosts(failed.of - failed.count(), ample_gb);
    }

    void start_away(std::size_t p) {
        using deploy::PoolKind;
        const std::size_t site = *plans_[p].away;
        RecoveryCourse& course = courses_[p];
        course.promoted_s = engine_.now() + in_s(recovery_.storage_promotion);
        engine_.at(course.promoted_s, [this, p] { promoted(p); });
        const int cold = host_count(input_, site, PoolKind::standby) - running_standby_hosts(input_, site);
        if (cold > 0) {
            course.powered_s = engine_.now() + in_s(recovery_.cold_start);
            engine_.at(std::max(course.promoted_s, course.powered_s),
                       [this, site, cold] { take_cold_hosts(site, cold); });
        }
        if (plans_[p].any(Way::restore)) {
            engine_.after(in_s(recovery_.restore_preparation), [this, p] { start_restore(p); });
        }
    }

    /// Hosts that run, or, where nothing stands by, those whose spare is all there is; once.
    void take_running_hosts(std::size_t site) {
        using deploy::PoolKind;
        AwayPlace& away = away_.at(site);
        if (std::exchange(away.running_hosts_taken, true)) return;
        const double standby_ram = host_ram_gb(input_, site, PoolKind::standby);
        const double ram = running_standby_ram_gb(input_, site) + free_ram_gb(input_, site) - standby_ram;
        const bool stand_by = host_count(input_, site, PoolKind::standby) > 0;
        away.boot.queue->add_hosts(
            stand_by ? running_standby_hosts(input_, site) : host_count(input_, site, PoolKind::cluster),
            ram);
    }

    void take_cold_hosts(std::size_t site, int hosts) {
        AwayPlace& away = away_.at(site);
        if (std::exchange(away.standby_taken, true)) return;
        away.boot.queue->add_hosts(hosts, host_ram_gb(input_, site, deploy::PoolKind::standby) -
                                              running_standby_ram_gb(input_, site));
    }

    void promoted(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        if (plan.hot()) {
            for (std::size_t i = 0; i < plan.services.size(); ++i) {
                if (plan.services[i].way == Way::failover) courses_[p].services[i].vms_run_s = engine_.now();
            }
        } else {
            order_all(away_.at(*plan.away).boot, p, Way::failover);
        }
        take_running_hosts(*plan.away);
    }

    void start_restore(std::size_t p) {
        AwayPlace& away = away_.at(*plans_[p].away);
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i) {
            if (plans_[p].services[i].way == Way::restore) away.to_restore.push_back({p, i});
        }
        while (away.idle_streams > 0 && !away.to_restore.empty()) {
            --away.idle_streams;
            restore_next(away);
        }
    }

    /// A stream takes the next service; what it writes shares the storage with all that starts there.
    void restore_next(AwayPlace& away) {
        if (away.to_restore.empty()) {
            ++away.idle_streams;
            return;
        }
        const ServiceOf next = away.to_restore.front();
        away.to_restore.pop_front();
        engine_.execute(
            away.boot.storage, planned(next).service.storage_gb * bytes_per_gb,
            [this, &away, next] {
                recovered(next).data_back_s = engine_.now();
                order(away.boot, next);
                restore_next(away);
            },
            1, recovery_.restore_rate.in(gigabit_per_second)*bytes_per_gbit);
    }

    void start_after_return(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        BootPlace& place = sites_[p].at_return;
        for (std::size_t i = 0; i < plan.services.size(); ++i) {
            const PlannedService& s = plan.services[i];
            if (s.way != Way::primary_return) continue;
            // A physical server starts by itself, from its own disks, with the power.
            if (s.service.physical) {
                courses_[p].services[i].vms_run_s = engine_.now();
            } else {
                order(place, {p, i});
            }
        }
        if (place.queue) place.queue->add_hosts(std::max(1, plan.outage.hosts.count()), ample_gb);
        if (plan.any(Way::failover)) send_back(p);
    }

    /// What changed at the backup site since the failure.
    void send_back(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        std::map<std::size_t, double> bytes_per_day;
        for (const PlannedService& s : plan.services) {
            if (s.way != Way::failover) continue;
            bytes_per_day[s.service.workload] +=
                s.service.storage_gb * bytes_per_gb *
                input_.variant->workloads[s.service.workload].daily_change_share;
        }
        Failback failback;
        failback.starts_s = engine_.now();
        for (ClassChanges changes : sites_[p].copies->classes()) {
            changes.bytes_per_day = bytes_per_day[changes.workload];
            failback.bytes += changed_bytes(changes, plan.stops_s, engine_.now());
        }
        failback.switch_s = in_s(recovery_.storage_promotion) + in_s(recovery_.rerouting) +
                            (plan.hot() ? 0.0 : in_s(recovery_.application_start));
        courses_[p].failback = failback;
        ++sending_;
        if (!ticking_) keep_hours(static_cast<int>(engine_.now() / seconds_per_hour));
        engine_.transfer(sites_[p].holding, sites_[p].returning, failback.bytes, [this, p] {
            courses_[p].failback->ends_s = engine_.now();
            --sending_;
        });
    }

    // --- After the simulation: waits of fixed length
    // ------------------------------------------------------------------------------------------------------
    void finish() {
        for (const ServiceOf of : services_) {
            if (planned(of).service.logon) start_application(of);
        }
        const std::map<std::size_t, double> logon = logon_times();
        for (const ServiceOf of : services_) {
            const Service& service = planned(of).service;
            if (service.logon) continue;
            const auto waits = logon.find(service.administration);
            if (waits != logon.end() && !is_hot(of)) recovered(of).logon_s = waits->second;
            start_application(of);
        }
    }

    void start_application(ServiceOf of) {
        Recovered& r = recovered(of);
        const Way way = planned(of).way;
        r.application_s =
            std::max(r.vms_run_s, r.logon_s) + (is_hot(of) ? 0.0 : in_s(recovery_.application_start));
        const bool elsewhere = way == Way::failover || way == Way::restore;
        r.people_s = r.application_s + (elsewhere ? in_s(recovery_.rerouting) : 0.0);
    }

    /// When the first logon service of an administration works again, of those that have none left.
    std::map<std::size_t, double> logon_times() {
        std::map<std::size_t, int> servers;
        std::map<std::size_t, double> first;
        for (const ServiceOf of : services_) {
            const Service& service = planned(of).service;
            if (!service.logon) continue;
            servers[service.administration] += service.servers;
            const auto entry = first.try_emplace(service.administration, never_s).first;
            entry->second = std::min(entry->second, recovered(of).application_s);
        }
        for (const auto& [administration, hit] : servers) {
            int all = 0;
            for (const deploy::Part& part : input_.year->administrations[administration].parts) {
                if (is_logon(input_.variant->workloads[part.workload])) all += part.servers;
            }
            if (hit < all) first.erase(administration);
        }
        return first;
    }

    static constexpr double ample_gb = 1e12;  ///< where the plan has counted the memory

    const EventInput& input_;
    const DayShape& day_;
    const std::vector<RecoveryPlan>& plans_;
    const study::Recovery& recovery_;
    Engine engine_;
    Background background_;
    Platform platform_;
    std::vector<RecoveryCourse> courses_;  ///< [plan]
    std::vector<FailedSite> sites_;        ///< [plan]
    std::vector<ServiceOf> services_;      ///< all, plan by plan
    std::vector<std::size_t> first_;       ///< [plan] in `services_`
    std::map<std::size_t, AwayPlace> away_;
    std::vector<std::unique_ptr<Replicator>> replicators_;
    bool ticking_ = false;
    int sending_ = 0;  ///< sites that do not stand still yet, and data on their way back
};

}  // namespace

double backup_age_s(const study::Night& night, double time_s) {
    const double ended = in_s(night.starts) + in_s(night.lasts);
    const double age = std::fmod(time_s - ended, seconds_per_day);
    return age < 0.0 ? age + seconds_per_day : age;
}

std::vector<RecoveryCourse> play_recovery(const EventInput& input, const DayShape& day,
                                          const std::vector<RecoveryPlan>& plans) {
    const bool anything = std::any_of(plans.begin(), plans.end(),
                                      [](const RecoveryPlan& plan) { return !plan.services.empty(); });
    if (!anything) return std::vector<RecoveryCourse>(plans.size());
    return Player(input, day, plans).play();
}

}  // namespace verbund::events
