#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "models/continuity/standby.hpp"
#include "sim/deploy/backup.hpp"
#include "sim/events/world/platform.hpp"

/// Copying of changed data from a primary center to its backup center while a simulation runs.
namespace verbund::events {

/// What changes in a day of one class at a primary center.
struct ClassChanges {
    std::size_t workload = 0;
    double bytes_per_day = 0.0;
    std::array<double, hours_per_day> hour_share{};  ///< of the day's changes; sums to 1
};

/// Classes that a pair protects and that change: stored data x daily change share, spread over the hours as
/// the class's profile on that day (evenly where the profile is zero all day).  In catalog order; classes
/// without data or changes are left out.  Every day changes the same amount: no source tells workdays and
/// weekends apart.
[[nodiscard]] std::vector<ClassChanges> changes_of(const deploy::WorldYear& input, const DayShape& day,
                                                   const deploy::BackupPair& pair);

/// Bytes changed between two times (s after the first midnight; every day is the same).
[[nodiscard]] double changed_bytes(const ClassChanges& changes, double from_s, double to_s);

/// Whether a lag, looked at at one time of three successive days, grows and goes on growing: by more than a
/// second from day to day, the last time by half as much as the time before at least.
[[nodiscard]] bool lag_grows(double first_s, double second_s, double third_s);

/// Round trip between the two centers of a pair over the shortest path without load.
[[nodiscard]] Duration pair_round_trip(const deploy::NetworkPlan& network, const deploy::BackupPair& pair);

/// Copies one class asynchronously: every `interval_s` what has changed since the last transfer is sent; a
/// transfer that takes longer delays the next, which then starts at once and takes all that has changed
/// since.  The copy is consistent up to the time at which the last transfer that arrived was started.
class ClassCopier {
public:
    ClassCopier(Engine& engine, EndpointId from, EndpointId to, const ClassChanges& changes,
                double interval_s);
    ClassCopier(const ClassCopier&) = delete;
    ClassCopier& operator=(const ClassCopier&) = delete;

    /// From now on, once; what changed before is already there.
    void start();
    /// The site or the path fails, or nobody looks any longer: what is under way is lost.
    void stop();
    [[nodiscard]] double consistent_until() const noexcept { return consistent_until_; }

private:
    void send();
    void arrived(double taken_until);

    Engine& engine_;
    EndpointId from_;
    EndpointId to_;
    ClassChanges changes_;
    double interval_s_;
    double taken_until_ = 0.0;
    double consistent_until_ = 0.0;
    bool running_ = false;
    std::optional<ActivityId> transfer_;
};

/// Replication of one backup pair in a running simulation.
///
/// Construct it before the engine's first activity (it builds the path), call `start` at any time, read
/// `lag_s` when a site fails.  It starts transfers until `stop`, so `Engine::run` ends only after that; it
/// must outlive the run.  Its classes share the path with each other, with the platform's background and
/// with everything else simulated: give that platform a `Background` without replication.
///
/// Synchronous mode loses nothing and delays each write instead; where the round trip forbids it
/// (`continuity::replication_verdict`: asynchronous_only) the pair copies asynchronously.  Neglects the reads
/// and writes at both arrays, which are far faster than the path, and compression on the way.
class Replicator {
public:
    Replicator(Engine& engine, Platform& platform, const deploy::WorldYear& input, const DayShape& day,
               const deploy::BackupPair& pair);

    void start();
    void stop();

    [[nodiscard]] const std::vector<ClassChanges>& classes() const noexcept { return classes_; }
    /// Time (of the engine, s) up to which the backup site has everything; empty for a class that this pair
    /// does not replicate.
    [[nodiscard]] std::optional<double> consistent_until(std::size_t workload) const;
    /// Data lost, as time, if the primary failed now; empty as above.  After `stop`: of that moment.
    [[nodiscard]] std::optional<double> lag_s(std::size_t workload) const;
    [[nodiscard]] continuity::ReplicationVerdict verdict() const noexcept { return verdict_; }
    /// Copies synchronously: asked for and within the limit of the round trip.
    [[nodiscard]] bool synchronous() const noexcept { return synchronous_; }

private:
    Engine& engine_;
    std::vector<ClassChanges> classes_;
    std::vector<std::unique_ptr<ClassCopier>> copiers_;  ///< [class]; none in synchronous mode
    continuity::ReplicationVerdict verdict_ = continuity::ReplicationVerdict::asynchronous_only;
    bool synchronous_ = false;
    bool running_ = false;
    double stopped_at_ = 0.0;
};

}  // namespace verbund::events
