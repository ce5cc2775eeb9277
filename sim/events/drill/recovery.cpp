#include "sim/events/drill/recovery.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

#include "models/base/unit_factors.hpp"
#include "sim/events/drill/world.hpp"

namespace verbund::events {
namespace {

double in_s(Duration duration) { return duration.in(seconds); }

/// A service of a plan.
struct ServiceOf {
    std::size_t plan = 0;
    std::size_t index = 0;  ///< in the plan
};

/// Greatest lags of a site's copies on the last three days before its standstill, the last day first, by
/// class.
using GreatestLags = std::array<std::map<std::size_t, double>, 3>;

class Player {
public:
    Player(const deploy::WorldYear& input, const DayShape& day, const std::vector<RecoveryPlan>& plans)
        : input_{input},
          plans_{plans},
          recovery_{input.study().events.recovery},
          world_{input, day, plans,
                 [this](std::size_t service) { recovered(services_[service]).vms_run_s = engine_.now(); }},
          engine_{world_.engine()},
          courses_(plans.size()),
          greatest_lags_(plans.size()),
          standing_{plans.size()} {
        for (std::size_t p = 0; p < plans.size(); ++p) {
            first_.push_back(services_.size());
            courses_[p].services.resize(plans[p].services.size());
            for (std::size_t i = 0; i < plans[p].services.size(); ++i) services_.push_back({p, i});
        }
    }

    std::vector<RecoveryCourse> play() {
        world_.start_copies();
        for (std::size_t p = 0; p < plans_.size(); ++p) schedule(p);
        engine_.run();
        finish();
        return std::move(courses_);
    }

private:
    void schedule(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        if (plan.pair) watch_lags(p);
        engine_.at(plan.stops_s, [this, p] { stop(p); });
        if (plan.any(Way::in_site)) engine_.at(plan.detected_s, [this, p] { start_in_site(p); });
        if (plan.away) engine_.at(plan.decided_s, [this, p] { start_away(p); });
        if (std::isfinite(plan.returns_s)) {
            courses_[p].returned_s = plan.returns_s + in_s(recovery_.cold_start);
            engine_.at(courses_[p].returned_s, [this, p] { start_after_return(p); });
            if (plan.any(Way::rebuild))
                engine_.at(rebuild_starts_s(plan, recovery_), [this, p] { start_rebuild(p); });
        }
    }

    const PlannedService& planned(ServiceOf of) const { return plans_[of.plan].services[of.index]; }
    Recovered& recovered(ServiceOf of) { return courses_[of.plan].services[of.index]; }
    bool is_hot(ServiceOf of) const { return plans_[of.plan].hot() && planned(of).way == Way::failover; }

    /// Copies that others still count on go on until the last site stands still.
    void stop(std::size_t p) {
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i)
            courses_[p].services[i].rpo_s = data_lost_s(p, plans_[p].services[i]);
        if (--standing_ == 0) world_.stop_copies();
    }

    /// Looks at the lags of a site's copies from now on until it stands still.
    void watch_lags(std::size_t p) {
        constexpr double every_s = 300.0;
        const double left_s = plans_[p].stops_s - engine_.now();
        if (left_s <= 0.0) return;
        GreatestLags& days = greatest_lags_[p];
        const auto day = std::min(days.size() - 1, static_cast<std::size_t>(left_s / seconds_per_day));
        for (const ClassChanges& changes : world_.failed(p).copies->classes()) {
            double& most = days[day][changes.workload];
            most = std::max(most, world_.failed(p).copies->lag_s(changes.workload).value_or(0.0));
        }
        engine_.after(every_s, [this, p] { watch_lags(p); });
    }

    /// Lag of the copies at the standstill; endless where it has grown from day to day.
    double lag_s(std::size_t p, std::size_t workload) const {
        GreatestLags days = greatest_lags_[p];
        if (lag_grows(days[2][workload], days[1][workload], days[0][workload])) return never_s;
        return world_.failed(p).copies->lag_s(workload).value_or(0.0);
    }

    double data_lost_s(std::size_t p, const PlannedService& lost) const {
        if (lost.way == Way::failover) return lag_s(p, lost.service.workload);
        switch (lost.left) {
            case DataLeft::copy:
                return lag_s(p, lost.service.workload);
            case DataLeft::backup:
                return backup_age_s(input_.study().events.night, plans_[p].stops_s);
            case DataLeft::gone:
                return never_s;
            case DataLeft::whole:
                break;
        }
        return 0.0;
    }

    void order(BootPlace& place, ServiceOf of) {
        const Service& s = planned(of).service;
        place.queue->add({first_[of.plan] + of.index, s.workload, s.servers, s.ram_gb});
    }

    void order_all(BootPlace& place, std::size_t p, Way way) {
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i)
            if (plans_[p].services[i].way == way) order(place, {p, i});
    }

    void start_in_site(std::size_t p) {
        const FailedHosts& failed = plans_[p].outage.hosts;
        order_all(world_.failed(p).in_site, p, Way::in_site);
        world_.failed(p).in_site.queue->add_hosts(failed.of - failed.count(), ample_gb);
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
        if (plans_[p].any(Way::restore))
            engine_.after(in_s(recovery_.restore_preparation), [this, p] { start_restore(p); });
    }

    /// Hosts that run, or, where nothing stands by, those whose spare is all there is; once.
    void take_running_hosts(std::size_t site) {
        using deploy::PoolKind;
        AwayPlace& away = world_.away(site);
        if (std::exchange(away.running_hosts_taken, true)) return;
        const double standby_ram = host_ram_gb(input_, site, PoolKind::standby);
        const double ram = running_standby_ram_gb(input_, site) + free_ram_gb(input_, site) - standby_ram;
        const bool stand_by = host_count(input_, site, PoolKind::standby) > 0;
        away.boot.queue->add_hosts(
            stand_by ? running_standby_hosts(input_, site) : host_count(input_, site, PoolKind::cluster),
            ram);
    }

    void take_cold_hosts(std::size_t site, int hosts) {
        AwayPlace& away = world_.away(site);
        if (std::exchange(away.standby_taken, true)) return;
        away.boot.queue->add_hosts(hosts, host_ram_gb(input_, site, deploy::PoolKind::standby) -
                                              running_standby_ram_gb(input_, site));
    }

    void promoted(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        if (plan.hot()) {
            for (std::size_t i = 0; i < plan.services.size(); ++i)
                if (plan.services[i].way == Way::failover) courses_[p].services[i].vms_run_s = engine_.now();
        } else {
            order_all(world_.away(*plan.away).boot, p, Way::failover);
        }
        take_running_hosts(*plan.away);
    }

    void start_restore(std::size_t p) {
        AwayPlace& away = world_.away(*plans_[p].away);
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i)
            if (plans_[p].services[i].way == Way::restore)
                bring_back({p, i}, *away.streams, world_.failed(p).to_away, away.boot);
    }

    /// Once a stream is free: what it writes at a place shares the storage with all that starts there.
    void bring_back(ServiceOf of, RestoreStreams& streams, const RestoreSource& source, BootPlace& place) {
        const bool over_network = !source.storage;
        if (over_network) world_.begin_sending();
        streams.add(planned(of).service.storage_gb * bytes_per_gb, source, [this, of, over_network, &place] {
            if (over_network) world_.end_sending();
            recovered(of).data_back_s = engine_.now();
            start(of, place);
        });
    }

    /// A physical server starts by itself, from its own disks, with the power; its data may be there before.
    void start(ServiceOf of, BootPlace& place) {
        if (planned(of).service.physical && planned(of).way != Way::restore)
            recovered(of).vms_run_s = std::max(engine_.now(), courses_[of.plan].returned_s);
        else
            order(place, of);
    }

    void start_after_return(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        BootPlace& place = world_.failed(p).at_return;
        for (std::size_t i = 0; i < plan.services.size(); ++i)
            if (plan.services[i].way == Way::primary_return) start({p, i}, place);
        if (place.queue) place.queue->add_hosts(std::max(1, plan.outage.hosts.count()), ample_gb);
        if (plan.any(Way::failover)) send_back(p);
    }

    void start_rebuild(std::size_t p) {
        FailedSite& site = world_.failed(p);
        for (std::size_t i = 0; i < plans_[p].services.size(); ++i) {
            const PlannedService& s = plans_[p].services[i];
            if (s.way == Way::rebuild)
                bring_back({p, i}, *site.streams, site.to_site.at(s.left), site.at_return);
        }
    }

    /// What changed at the backup site since the failure; onto new hardware everything.
    void send_back(std::size_t p) {
        const RecoveryPlan& plan = plans_[p];
        Failback failback;
        std::map<std::size_t, double> bytes_per_day;
        for (const PlannedService& s : plan.services) {
            if (s.way != Way::failover) continue;
            if (s.left == DataLeft::copy) failback.bytes += s.service.storage_gb * bytes_per_gb;
            bytes_per_day[s.service.workload] +=
                s.service.storage_gb * bytes_per_gb *
                deploy::daily_change_share(input_.variant(), s.service.workload, input_.year().year);
        }
        failback.starts_s = engine_.now();
        for (ClassChanges changes : world_.failed(p).copies->classes()) {
            changes.bytes_per_day = bytes_per_day[changes.workload];
            failback.bytes += changed_bytes(changes, plan.stops_s, engine_.now());
        }
        failback.switch_s = in_s(recovery_.storage_promotion) + in_s(recovery_.rerouting) +
                            (plan.hot() ? 0.0 : in_s(recovery_.application_start));
        courses_[p].failback = failback;
        world_.begin_sending();
        engine_.transfer(world_.failed(p).holding, world_.failed(p).returning, failback.bytes, [this, p] {
            courses_[p].failback->ends_s = engine_.now();
            world_.end_sending();
        });
    }

    void finish() {
        for (const ServiceOf of : services_)
            if (planned(of).service.logon) start_application(of);
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
            for (const deploy::Part& part : input_.year().administrations[administration].parts)
                if (is_logon(input_, part.workload)) all += part.servers;
            if (hit < all) first.erase(administration);
        }
        return first;
    }

    static constexpr double ample_gb = 1e12;  ///< where the plan has counted the memory

    const deploy::WorldYear& input_;
    const std::vector<RecoveryPlan>& plans_;
    const study::Recovery& recovery_;
    RecoveryWorld world_;
    Engine& engine_;
    std::vector<RecoveryCourse> courses_;      ///< [plan]
    std::vector<GreatestLags> greatest_lags_;  ///< [plan]
    std::vector<ServiceOf> services_;          ///< all, plan by plan
    std::vector<std::size_t> first_;           ///< [plan] in `services_`
    std::size_t standing_;                     ///< sites that do not stand still yet
};

}  // namespace

double backup_age_s(const study::Night& night, double time_s) {
    const double ended = in_s(night.starts) + in_s(night.lasts);
    const double age = std::fmod(time_s - ended, seconds_per_day);
    return age < 0.0 ? age + seconds_per_day : age;
}

double rebuild_starts_s(const RecoveryPlan& plan, const study::Recovery& recovery) {
    const double prepared_s = plan.decided_s + in_s(recovery.restore_preparation);
    if (plan.outage.attacked) return prepared_s;
    return std::max(prepared_s, plan.returns_s + in_s(recovery.cold_start));
}

std::vector<RecoveryCourse> play_recovery(const deploy::WorldYear& input, const DayShape& day,
                                          const std::vector<RecoveryPlan>& plans) {
    const bool anything = std::any_of(plans.begin(), plans.end(),
                                      [](const RecoveryPlan& plan) { return !plan.services.empty(); });
    if (!anything) return std::vector<RecoveryCourse>(plans.size());
    return Player(input, day, plans).play();
}

}  // namespace verbund::events
