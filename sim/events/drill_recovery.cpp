#include "sim/events/drill_recovery.hpp"

#include <algorithm>
#include <cmath>
#include <deque>
#include <memory>

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

class Player {
public:
    Player(const EventInput& input, const DayShape& day, const RecoveryPlan& plan)
        : input_{input},
          day_{day},
          plan_{plan},
          recovery_{input.study->events.recovery},
          engine_{EngineSettings{}},
          background_{input, ReplicationLoad::left_out},
          platform_{engine_, input, background_} {
        course_.services.resize(plan.services.size());
        build_replication();
        build_places();
    }

    RecoveryCourse play() {
        if (!replicators_.empty()) {
            for (const auto& replicator : replicators_) replicator->start();
            keep_hours(0);
        }
        engine_.at(plan_.stops_s, [this] { stop(); });
        if (plan_.any(Way::in_site)) engine_.at(plan_.detected_s, [this] { start_in_site(); });
        if (plan_.away) engine_.at(plan_.decided_s, [this] { start_away(); });
        if (std::isfinite(plan_.returns_s)) {
            course_.returned_s = plan_.returns_s + in_s(recovery_.cold_start);
            engine_.at(course_.returned_s, [this] { start_after_return(); });
        }
        engine_.run();
        finish();
        return std::move(course_);
    }

private:
    // --- World
    // ------------------------------------------------------------------------------------------------------
    void build_replication() {
        if (!plan_.pair) return;
        for (const deploy::BackupPair& pair :
             deploy::backup_pairs(*input_.study, input_.variant->sites, input_.year->year)) {
            replicators_.push_back(std::make_unique<Replicator>(engine_, platform_, input_, day_, pair));
            if (pair.primary == plan_.outage.site) failing_ = replicators_.back().get();
        }
        returning_ = platform_.primary(plan_.pair->primary, plan_.pair->backup);
        holding_ = platform_.servers(plan_.pair->backup);
    }

    void build_places() {
        using deploy::PoolKind;
        const std::size_t site = plan_.outage.site;
        const double failed = plan_.outage.hosts.share();
        CoreGroup own = cores_of(input_, site, {PoolKind::cluster});
        own.cores *= 1.0 - load_of(site, plan_.detected_s);
        if (plan_.any(Way::in_site)) {
            in_site_ = place(site, {own.cores * (1.0 - failed), own.speed}, {Way::in_site});
        }
        if (std::isfinite(plan_.returns_s) && plan_.any(Way::primary_return)) {
            at_return_ = place(site, {own.cores * failed, own.speed}, {Way::primary_return});
        }
        if (!plan_.away) return;
        const CoreGroup standby = cores_of(input_, *plan_.away, {PoolKind::standby});
        CoreGroup cluster = cores_of(input_, *plan_.away, {PoolKind::cluster});
        cluster.cores *= 1.0 - load_of(*plan_.away, plan_.decided_s);
        const double cores = standby.cores + cluster.cores;
        const double speed =
            cores > 0.0 ? (standby.cores * standby.speed + cluster.cores * cluster.speed) / cores : 1.0;
        away_ = place(*plan_.away, {cores, speed}, {Way::failover, Way::restore});
        if (plan_.any(Way::restore)) {
            streams_ = input_.study->events.night.proxies;
        }
    }

    BootPlace place(std::size_t site, CoreGroup group, const std::vector<Way>& ways) {
        BootSettings settings;
        settings.read_bytes = recovery_.boot_read.in(gigabyte)*bytes_per_gb;
        settings.core_seconds = recovery_.boot_core_seconds;
        settings.boots_per_host = recovery_.boots_per_host;
        settings.cores = std::max(1, static_cast<int>(group.cores));
        for (const PlannedService& s : plan_.services) {
            if (std::find(ways.begin(), ways.end(), s.way) != ways.end())
                settings.total_vms += s.service.servers;
        }
        BootPlace place;
        place.storage = platform_.storage(site);
        const ProcessorId hosts = engine_.add_processor("boot", settings.cores, group.speed);
        place.queue = std::make_unique<BootQueue>(
            engine_, place.storage, hosts, settings,
            [this](std::size_t service) { course_.services[service].vms_run_s = engine_.now(); });
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
            if (sending_) keep_hours(hour + 1);
        });
    }

    // --- Steps
    // ------------------------------------------------------------------------------------------------------
    void stop() {
        sending_ = false;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            course_.services[i].rpo_s = data_lost_s(plan_.services[i]);
        }
        for (const auto& replicator : replicators_) replicator->stop();
    }

    double data_lost_s(const PlannedService& planned) const {
        switch (planned.way) {
            case Way::failover:
                return failing_->lag_s(planned.service.workload).value_or(0.0);
            case Way::restore:
                return backup_age_s(input_.study->events.night, plan_.stops_s);
            case Way::never:
                return never_s;
            default:
                return 0.0;
        }
    }

    void order(BootPlace& place, std::size_t i) {
        const Service& s = plan_.services[i].service;
        place.queue->add({i, s.workload, s.servers, s.ram_gb});
    }

    void order_all(BootPlace& place, Way way) {
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            if (plan_.services[i].way == way) order(place, i);
        }
    }

    void start_in_site() {
        const int hosts = plan_.outage.hosts.of - plan_.outage.hosts.count;
        order_all(in_site_, Way::in_site);
        in_site_.queue->add_hosts(hosts, ample_gb);
    }

    void start_away() {
        using deploy::PoolKind;
        const std::size_t site = *plan_.away;
        const int standby = host_count(input_, site, PoolKind::standby);
        const int running = running_standby_hosts(input_, site);
        const double running_ram = running_standby_ram_gb(input_, site);
        const double spare_ram = free_ram_gb(input_, site) - host_ram_gb(input_, site, PoolKind::standby);
        // Where nothing stands by, the spare of the site's own hosts is all there is.
        const int first = standby > 0 ? running : host_count(input_, site, PoolKind::cluster);
        course_.promoted_s = engine_.now() + in_s(recovery_.storage_promotion);
        engine_.at(course_.promoted_s,
                   [this, first, running_ram, spare_ram] { promoted(first, running_ram + spare_ram); });
        if (standby > running) {
            course_.powered_s = engine_.now() + in_s(recovery_.cold_start);
            const double rest_ram = host_ram_gb(input_, site, PoolKind::standby) - running_ram;
            engine_.at(
                std::max(course_.promoted_s, course_.powered_s),
                [this, hosts = standby - running, rest_ram] { away_.queue->add_hosts(hosts, rest_ram); });
        }
        if (plan_.any(Way::restore)) {
            engine_.after(in_s(recovery_.restore_preparation), [this] { start_restore(); });
        }
    }

    void promoted(int hosts, double ram_gb) {
        if (plan_.hot()) {
            for (std::size_t i = 0; i < plan_.services.size(); ++i) {
                if (plan_.services[i].way == Way::failover) course_.services[i].vms_run_s = engine_.now();
            }
        } else {
            order_all(away_, Way::failover);
        }
        away_.queue->add_hosts(hosts, ram_gb);
    }

    void start_restore() {
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            if (plan_.services[i].way == Way::restore) to_restore_.push_back(i);
        }
        for (int stream = 0; stream < streams_; ++stream) restore_next();
    }

    /// A stream takes the next service; what it writes shares the storage with all that starts there.
    void restore_next() {
        if (to_restore_.empty()) return;
        const std::size_t i = to_restore_.front();
        to_restore_.pop_front();
        engine_.execute(
            away_.storage, plan_.services[i].service.storage_gb * bytes_per_gb,
            [this, i] {
                course_.services[i].data_back_s = engine_.now();
                order(away_, i);
                restore_next();
            },
            1, recovery_.restore_rate.in(gigabit_per_second)*bytes_per_gbit);
    }

    void start_after_return() {
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const PlannedService& s = plan_.services[i];
            if (s.way != Way::primary_return) continue;
            // A physical server starts by itself, from its own disks, with the power.
            if (s.service.physical) {
                course_.services[i].vms_run_s = engine_.now();
            } else {
                order(at_return_, i);
            }
        }
        if (at_return_.queue) {
            at_return_.queue->add_hosts(std::max(1, plan_.outage.hosts.count), ample_gb);
        }
        if (plan_.any(Way::failover)) send_back();
    }

    /// What changed at the backup site since the failure.
    void send_back() {
        std::map<std::size_t, double> bytes_per_day;
        for (const PlannedService& s : plan_.services) {
            if (s.way != Way::failover) continue;
            bytes_per_day[s.service.workload] +=
                s.service.storage_gb * bytes_per_gb *
                input_.variant->workloads[s.service.workload].daily_change_share;
        }
        Failback failback;
        failback.starts_s = engine_.now();
        for (ClassChanges changes : failing_->classes()) {
            changes.bytes_per_day = bytes_per_day[changes.workload];
            failback.bytes += changed_bytes(changes, plan_.stops_s, engine_.now());
        }
        failback.switch_s = in_s(recovery_.storage_promotion) + in_s(recovery_.rerouting) +
                            (plan_.hot() ? 0.0 : in_s(recovery_.application_start));
        course_.failback = failback;
        sending_ = true;
        if (!ticking_) keep_hours(static_cast<int>(engine_.now() / seconds_per_hour));
        engine_.transfer(holding_, returning_, failback.bytes, [this] {
            course_.failback->ends_s = engine_.now();
            sending_ = false;
        });
    }

    // --- After the simulation: waits of fixed length
    // ------------------------------------------------------------------------------------------------------
    void finish() {
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            if (plan_.services[i].service.logon) start_application(i);
        }
        const std::map<std::size_t, double> logon = logon_times();
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const Service& service = plan_.services[i].service;
            if (service.logon) continue;
            const auto waits = logon.find(service.administration);
            const bool hot = plan_.hot() && plan_.services[i].way == Way::failover;
            if (waits != logon.end() && !hot) course_.services[i].logon_s = waits->second;
            start_application(i);
        }
    }

    void start_application(std::size_t i) {
        Recovered& r = course_.services[i];
        const Way way = plan_.services[i].way;
        const bool hot = plan_.hot() && way == Way::failover;
        r.application_s = std::max(r.vms_run_s, r.logon_s) + (hot ? 0.0 : in_s(recovery_.application_start));
        const bool elsewhere = way == Way::failover || way == Way::restore;
        r.people_s = r.application_s + (elsewhere ? in_s(recovery_.rerouting) : 0.0);
    }

    /// When the first logon service of an administration works again, of those that have none left.
    std::map<std::size_t, double> logon_times() const {
        std::map<std::size_t, int> servers;
        std::map<std::size_t, double> first;
        for (std::size_t i = 0; i < plan_.services.size(); ++i) {
            const Service& service = plan_.services[i].service;
            if (!service.logon) continue;
            servers[service.administration] += service.servers;
            const auto entry = first.try_emplace(service.administration, never_s).first;
            entry->second = std::min(entry->second, course_.services[i].application_s);
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
    const RecoveryPlan& plan_;
    const study::Recovery& recovery_;
    Engine engine_;
    Background background_;
    Platform platform_;
    std::vector<std::unique_ptr<Replicator>> replicators_;
    Replicator* failing_ = nullptr;  ///< of the site that fails
    EndpointId returning_{};         ///< the failed site's end of the path to its backup site
    EndpointId holding_{};           ///< the backup site's
    BootPlace in_site_;
    BootPlace at_return_;
    BootPlace away_;
    int streams_ = 0;
    std::deque<std::size_t> to_restore_;
    bool ticking_ = false;
    bool sending_ = true;
    RecoveryCourse course_;
};

}  // namespace

double backup_age_s(const study::Night& night, double time_s) {
    const double ended = in_s(night.starts) + in_s(night.lasts);
    const double age = std::fmod(time_s - ended, seconds_per_day);
    return age < 0.0 ? age + seconds_per_day : age;
}

RecoveryCourse play_recovery(const EventInput& input, const DayShape& day, const RecoveryPlan& plan) {
    if (plan.services.empty()) return {};
    return Player(input, day, plan).play();
}

}  // namespace verbund::events
