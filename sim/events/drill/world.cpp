#include "sim/events/drill/world.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

int vms_of(const RecoveryPlan& plan, const std::vector<Way>& ways) {
    int vms = 0;
    for (const PlannedService& s : plan.services)
        if (std::find(ways.begin(), ways.end(), s.way) != ways.end()) vms += s.service.servers;
    return vms;
}

}  // namespace

RecoveryWorld::RecoveryWorld(const deploy::WorldYear& input, const DayShape& day,
                             const std::vector<RecoveryPlan>& plans, BootQueue::Done started)
    : input_{input},
      day_{day},
      plans_{plans},
      recovery_{input.study().events.recovery},
      started_{std::move(started)},
      engine_{EngineSettings{}},
      background_{input, ReplicationLoad::left_out},
      platform_{engine_, input, background_},
      failed_(plans.size()) {
    build_replication();
    for (std::size_t p = 0; p < plans.size(); ++p) build_places(p);
}

void RecoveryWorld::build_replication() {
    const bool copied = std::any_of(plans_.begin(), plans_.end(),
                                    [](const RecoveryPlan& plan) { return plan.pair.has_value(); });
    if (!copied) return;
    for (const deploy::BackupPair& pair :
         deploy::backup_pairs(input_.study(), input_.variant().sites, first_date(input_.year()))) {
        replicators_.push_back(std::make_unique<Replicator>(engine_, platform_, input_, day_, pair));
        for (std::size_t p = 0; p < plans_.size(); ++p)
            if (pair.primary == plans_[p].outage.site) failed_[p].copies = replicators_.back().get();
    }
    for (std::size_t p = 0; p < plans_.size(); ++p) {
        if (!plans_[p].pair) continue;
        failed_[p].returning = platform_.primary(plans_[p].pair->primary, plans_[p].pair->backup);
        failed_[p].holding = platform_.servers(plans_[p].pair->backup);
    }
}

void RecoveryWorld::build_places(std::size_t p) {
    const RecoveryPlan& plan = plans_[p];
    const std::size_t site = plan.outage.site;
    const double failed = plan.outage.hosts.share();
    deploy::CoreGroup own = cores_of(input_, site, {deploy::PoolKind::cluster});
    own.cores *= 1.0 - load_of(site, plan.detected_s);
    if (plan.any(Way::in_site)) {
        failed_[p].in_site =
            place(site, {own.cores * (1.0 - failed), own.speed}, vms_of(plan, {Way::in_site}));
    }
    if (plan.any(Way::primary_return) || plan.any(Way::rebuild)) {
        failed_[p].at_return =
            place(site, {own.cores * failed, own.speed}, vms_of(plan, {Way::primary_return, Way::rebuild}));
    }
    if (plan.away && away_.count(*plan.away) == 0) build_away(*plan.away, plan.decided_s);
    if (plan.any(Way::restore)) failed_[p].to_away = source(plan.outside, *plan.away);
    if (plan.any(Way::rebuild)) build_rebuild(p);
}

void RecoveryWorld::build_rebuild(std::size_t p) {
    using Place = deploy::OutsideCopy::Place;
    const RecoveryPlan& plan = plans_[p];
    FailedSite& failed = failed_[p];
    failed.streams = streams();
    if (plan.outside.place != Place::none)
        failed.to_site[DataLeft::backup] = source(plan.outside, plan.outage.site);
    if (plan.pair)
        failed.to_site[DataLeft::copy] = source({Place::center, plan.pair->backup}, plan.outage.site);
}

void RecoveryWorld::build_away(std::size_t site, double decided_s) {
    using deploy::PoolKind;
    const deploy::CoreGroup standby = cores_of(input_, site, {PoolKind::standby});
    deploy::CoreGroup cluster = cores_of(input_, site, {PoolKind::cluster});
    cluster.cores *= 1.0 - load_of(site, decided_s);
    const double cores = standby.cores + cluster.cores;
    const double speed =
        cores > 0.0 ? (standby.cores * standby.speed + cluster.cores * cluster.speed) / cores : 1.0;
    int vms = 0;
    for (const RecoveryPlan& plan : plans_)
        if (plan.away == site) vms += vms_of(plan, {Way::failover, Way::restore});
    AwayPlace& away = away_[site];
    away.boot = place(site, {cores, speed}, vms);
    away.streams = streams();
}

/// From where backups or copies lie to a site.
RestoreSource RecoveryWorld::source(const deploy::OutsideCopy& from, std::size_t to) {
    using Place = deploy::OutsideCopy::Place;
    if (from.place == Place::center) {
        if (from.site == to) return {platform_.storage(to), {}, {}};
        return {std::nullopt, platform_.primary(from.site, to), platform_.servers(to)};
    }
    if (!outside_line_) {
        outside_line_ =
            engine_.add_processor("outside", 1, recovery_.outside_rate.in(gigabit_per_second)*bytes_per_gbit);
    }
    return {outside_line_, {}, {}};
}

std::unique_ptr<RestoreStreams> RecoveryWorld::streams() {
    return std::make_unique<RestoreStreams>(engine_, input_.study().events.night.proxies,
                                            recovery_.restore_rate.in(gigabit_per_second)*bytes_per_gbit);
}

BootPlace RecoveryWorld::place(std::size_t site, deploy::CoreGroup group, int vms) {
    BootSettings settings;
    settings.read_bytes = recovery_.boot_read.in(gigabyte)*bytes_per_gb;
    settings.core_seconds = recovery_.boot_core_seconds;
    settings.boots_per_host = recovery_.boots_per_host;
    settings.cores = std::max(1, static_cast<int>(group.cores));
    settings.total_vms = vms;
    BootPlace place;
    place.storage = platform_.storage(site);
    const ProcessorId hosts = engine_.add_processor("boot", settings.cores, group.speed);
    place.queue = std::make_unique<BootQueue>(engine_, place.storage, hosts, settings, started_);
    return place;
}

/// Share of the cluster's cores that its own VMs use in an hour.
double RecoveryWorld::load_of(std::size_t site, double time_s) const {
    const int hour = static_cast<int>(std::fmod(time_s, seconds_per_day) / seconds_per_hour);
    const auto* cluster = deploy::find_pool(input_.year().sites[site].pools, deploy::PoolKind::cluster);
    return cluster == nullptr ? 0.0 : std::min(1.0, background_.pool_load(*cluster, day_, hour));
}

void RecoveryWorld::start_copies() {
    if (replicators_.empty()) return;
    for (const auto& replicator : replicators_) replicator->start();
    begin_sending();
}

void RecoveryWorld::stop_copies() {
    if (replicators_.empty()) return;
    for (const auto& replicator : replicators_) replicator->stop();
    end_sending();
}

void RecoveryWorld::begin_sending() {
    ++sending_;
    if (!ticking_) keep_hours(static_cast<int>(engine_.now() / seconds_per_hour));
}

void RecoveryWorld::keep_hours(int hour) {
    platform_.set_hour(day_, hour % hours_per_day);
    ticking_ = true;
    engine_.at((hour + 1) * seconds_per_hour, [this, hour] {
        ticking_ = false;
        if (sending_ > 0) keep_hours(hour + 1);
    });
}

}  // namespace verbund::events
