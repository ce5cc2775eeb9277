#include "sim/events/world/replicator.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/base/unit_factors.hpp"
#include "sim/events/world/stored_data.hpp"

namespace verbund::events {
namespace {

std::array<double, hours_per_day> hour_shares(const DayShape& day, std::size_t profile) {
    std::array<double, hours_per_day> shares{};
    for (int h = 0; h < hours_per_day; ++h) shares[static_cast<std::size_t>(h)] = day.share(profile, h);
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share = sum > 0.0 ? share / sum : 1.0 / hours_per_day;
    return shares;
}

/// Share of a day's changes made up to a time of that day, h.
double share_until(const ClassChanges& changes, double hour) {
    double sum = 0.0;
    for (int h = 0; h < hours_per_day; ++h)
        sum += changes.hour_share[static_cast<std::size_t>(h)] * std::clamp(hour - h, 0.0, 1.0);
    return sum;
}

double changed_until(const ClassChanges& changes, double time_s) {
    const double hours = time_s / seconds_per_hour;
    const double days = std::floor(hours / hours_per_day);
    return changes.bytes_per_day * (days + share_until(changes, hours - days * hours_per_day));
}

}  // namespace

std::vector<ClassChanges> changes_of(const deploy::WorldYear& input, const DayShape& day,
                                     const deploy::BackupPair& pair) {
    std::vector<ClassChanges> all;
    if (pair.rule->replication == continuity::ReplicationMode::none) return all;
    const std::vector<double> stored = stored_bytes(input).at(pair.primary);
    for (std::size_t w = 0; w < stored.size(); ++w) {
        const catalog::WorkloadClass& workload = input.variant().workloads[w];
        const double changed =
            stored[w] * deploy::daily_change_share(input.variant(), w, input.year().year) *
            deploy::protected_share(input.year().procedures, pair.primary, w, workload, pair.rule->protects);
        if (!(changed > 0.0)) continue;
        const auto profile = static_cast<std::size_t>(input.profiles().index(workload.profile));
        all.push_back({w, changed, hour_shares(day, profile)});
    }
    return all;
}

double changed_bytes(const ClassChanges& changes, double from_s, double to_s) {
    return std::max(0.0, changed_until(changes, to_s) - changed_until(changes, from_s));
}

bool lag_grows(double first_s, double second_s, double third_s) {
    constexpr double noticed_s = 1.0;
    const double before_s = second_s - first_s;
    const double last_s = third_s - second_s;
    return before_s > noticed_s && last_s > noticed_s && last_s >= 0.5 * before_s;
}

Duration pair_round_trip(const deploy::NetworkPlan& network, const deploy::BackupPair& pair) {
    return network::round_trip(network.trees.at(pair.backup), network.site_node.at(pair.primary),
                               network.delays);
}

ClassCopier::ClassCopier(Engine& engine, EndpointId from, EndpointId to, const ClassChanges& changes,
                         double interval_s)
    : engine_{engine}, from_{from}, to_{to}, changes_{changes}, interval_s_{interval_s} {}

void ClassCopier::start() {
    running_ = true;
    taken_until_ = consistent_until_ = engine_.now();
    engine_.after(interval_s_, [this] { send(); });
}

void ClassCopier::stop() {
    running_ = false;
    if (transfer_) engine_.cancel(*transfer_);
    transfer_.reset();
}

void ClassCopier::send() {
    if (!running_) return;
    const double now = engine_.now();
    const double bytes = changed_bytes(changes_, taken_until_, now);
    taken_until_ = now;
    transfer_ = engine_.transfer(from_, to_, bytes, [this, now] { arrived(now); });
}

void ClassCopier::arrived(double taken_until) {
    transfer_.reset();
    consistent_until_ = taken_until;
    engine_.at(taken_until + interval_s_, [this] { send(); });
}

Replicator::Replicator(Engine& engine, Platform& platform, const deploy::WorldYear& input,
                       const DayShape& day, const deploy::BackupPair& pair)
    : engine_{engine},
      classes_{changes_of(input, day, pair)},
      verdict_{continuity::replication_verdict(pair_round_trip(input.network(), pair))},
      synchronous_{pair.rule->replication == continuity::ReplicationMode::synchronous &&
                   verdict_ != continuity::ReplicationVerdict::asynchronous_only} {
    if (synchronous_ || classes_.empty()) return;
    const EndpointId from = platform.primary(pair.primary, pair.backup);
    const EndpointId to = platform.servers(pair.backup);
    const double interval = input.study().events.night.replication_interval.in(seconds);
    for (const ClassChanges& changes : classes_)
        copiers_.push_back(std::make_unique<ClassCopier>(engine, from, to, changes, interval));
}

void Replicator::start() {
    running_ = true;
    for (const auto& copier : copiers_) copier->start();
}

void Replicator::stop() {
    if (!running_) return;
    running_ = false;
    stopped_at_ = engine_.now();
    for (const auto& copier : copiers_) copier->stop();
}

std::optional<double> Replicator::consistent_until(std::size_t workload) const {
    const auto found = std::find_if(classes_.begin(), classes_.end(),
                                    [workload](const ClassChanges& c) { return c.workload == workload; });
    if (found == classes_.end()) return std::nullopt;
    if (synchronous_) return running_ ? engine_.now() : stopped_at_;
    return copiers_[static_cast<std::size_t>(found - classes_.begin())]->consistent_until();
}

std::optional<double> Replicator::lag_s(std::size_t workload) const {
    const std::optional<double> until = consistent_until(workload);
    if (!until) return std::nullopt;
    return (running_ ? engine_.now() : stopped_at_) - *until;
}

}  // namespace verbund::events
