#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"

/// What the event engine found, as rows.  Indices name rows of `Run`: variants, administrations,
/// transactions.
namespace verbund::outcome {

/// What a person does and waits for; `Run::transactions`.
struct TransactionName {
    std::string id;
    std::string workload;
    std::string name_de;
    std::string name_en;
    double threshold_ms = not_applicable;
};

/// Response time of one kind of transaction over all administrations on one kind of day.
struct LatencyDay {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;               ///< "winter-workday", ...; "year" = all days by their number in the year
    std::int32_t transaction = 0;  ///< -1 = all kinds together
    double samples = 0.0;
    double mean_ms = not_applicable;
    double p50_ms = not_applicable;
    double p95_ms = not_applicable;
    double p95_low_ms = not_applicable;  ///< 95 % interval
    double p95_high_ms = not_applicable;
    double p99_ms = not_applicable;
    double over_threshold = 0.0;   ///< share of transactions above their threshold
    double workplaces_over = 0.0;  ///< share of workplaces whose administration's p95 is above the threshold
    double saturated = 0.0;        ///< share of transactions that crossed a link loaded above 98 %
    double unloaded_ms = not_applicable;  ///< closed form without any other load: mean
};

/// Response time of one kind of transaction at one administration, the typical days weighted to the year.
struct LatencyAdministration {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::int32_t administration = 0;
    std::int32_t transaction = 0;
    double samples = 0.0;
    double p50_ms = not_applicable;
    double p95_ms = not_applicable;
    double p95_low_ms = not_applicable;
    double p95_high_ms = not_applicable;
    double p99_ms = not_applicable;
    double over_threshold = 0.0;
    double saturated = 0.0;
};

/// A link among the busiest of a day, in its busiest hour.
struct BusyLink {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;
    std::string link;
    std::string direction;  ///< "up" (to the centers) or "down"
    double hour = 0.0;
    double load_gbit_s = 0.0;
    double capacity_gbit_s = 0.0;
    double utilisation = 0.0;  ///< load / capacity; above 1 = it cannot carry its load
};

/// Backup of a site in the night.
struct NightBackup {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string to;  ///< where the copy outside goes; empty = none
    double changed_gb = 0.0;
    double sent_gb = 0.0;      ///< out of the site, after reduction
    double local_end_h = 0.0;  ///< hours after the window's beginning when the local backup is complete
    double outside_end_h = not_applicable;
    double window_h = 0.0;
    bool holds = false;
};

/// Lag of a class's copies at the backup site over a day: the data lost if the site fails then.
struct ReplicationLag {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string primary;
    std::string backup;
    std::string workload;
    std::string mode;     ///< sync, async
    std::string verdict;  ///< synchronous, synchronous-warned, asynchronous-only (FACTS rule by round trip)
    double rtt_ms = 0.0;
    double write_delay_ms = 0.0;  ///< added to each write (synchronous)
    double change_gb = 0.0;       ///< of the day
    double lag_p50_s = 0.0;
    double lag_p95_s = 0.0;
    double lag_max_s = 0.0;
    double growth_s_per_day = 0.0;  ///< of a lag that never settles (then infinite); 0 = it is steady
    double rpo_target_s = not_applicable;
    bool met = false;  ///< lag_p95 <= target
};

/// One wave of a move: the administrations that change place on one 1 January.
struct MigrationWave {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string move;
    double administrations = 0.0;
    double data_tb = 0.0;
    double seeded_tb = 0.0;  ///< of it by disks
    double resent_tb = 0.0;  ///< changed while it was copied
    double nights = 0.0;
    std::string finished;  ///< ISO date of the last cut-over, the wave starting on 1 January
    double downtime_mean_h = 0.0;
    double downtime_max_h = 0.0;
    double others_p95_ms = not_applicable;        ///< response time of others while copies run
    double others_p95_alone_ms = not_applicable;  ///< the same hours without copies
};

/// Cut-over of one administration.
struct Cutover {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string move;
    std::int32_t administration = 0;
    double data_gb = 0.0;
    double starts_night = 0.0;  ///< nights after the wave's beginning
    double finished_night = 0.0;
    double downtime_h = 0.0;
};

/// A failure on purpose, as a whole.
struct DrillSummary {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;  ///< id in the study, or the thing that failed
    std::string fails;  ///< "center:rz-1"
    std::string day;
    double at_h = 0.0;
    double lasts_h = 0.0;         ///< not-a-number: what is destroyed is never replaced
    bool destroyed = false;       ///< what failed is lost; `lasts_h` is until new hardware stands
    double workplaces_hit = 0.0;  ///< without one or more critical classes for a time
    double servers_hit = 0.0;
    double servers_never = 0.0;  ///< of them: that never run again
    double rto_max_s = 0.0;      ///< of critical and very critical classes; not-a-number = never
    double rpo_max_s = 0.0;
    double rpo_all_max_s = 0.0;  ///< of all classes
    double data_lost_tb = 0.0;   ///< of which no copy is left
    std::string takeover;        ///< of the backup sites: "succeeds", "fails"; empty = none was tried
    double takeover_failure = not_applicable;  ///< probability that a takeover fails
    double transactions_lost = 0.0;
    double capacity_short = 0.0;  ///< share of the servers hit that found no place
    double targets_missed = 0.0;  ///< rows of `DrillResult` whose RTO or RPO is above its target
};

/// What a class of an administration went through.
struct DrillResult {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;
    std::int32_t administration = 0;
    std::string workload;
    double servers = 0.0;
    double servers_short = 0.0;  ///< that found no place at the backup site
    double rto_s = 0.0;  ///< from the class's standstill until people work again; not-a-number = never
    double rpo_s = 0.0;
    double rto_target_s = not_applicable;
    double rpo_target_s = not_applicable;
    double transactions_lost = 0.0;
};

/// A step of a drill's timeline.
struct DrillEvent {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;
    double at_s = 0.0;  ///< after the failure
    /// failure, detection, decision, rerouting, promotion, boot, application, restored, ...
    std::string step;
    std::string subject;
    std::string text_de;
    std::string text_en;
    bool critical_path = false;  ///< on the path that ends with the last critical class
};

/// Energy of all hosts on a typical day from both engines.
struct EnergyCheck {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string day;
    double events_kwh = 0.0;
    double annual_kwh = 0.0;
    double deviation = 0.0;  ///< events / annual - 1
};

/// A simulation that gave no outcome.
struct FailedCase {
    std::string name;
    std::string reason;
    std::string repeat;  ///< command that repeats it
    std::string seed;
};

}  // namespace verbund::outcome
