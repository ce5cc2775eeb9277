#include "sim/events/night.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "sim/events/quantile.hpp"
#include "sim/events/replicator.hpp"
#include "sim/events/site_backup.hpp"
#include "sim/events/stored_data.hpp"

namespace verbund::events {
namespace {

constexpr double seconds_per_minute = 60.0;
constexpr double seconds_per_hour = 3600.0;
constexpr double hours_per_day = 24.0;
constexpr double noon_h = 12.0;
constexpr double bytes_per_gb = 1e9;

const char* verdict_word(continuity::ReplicationVerdict verdict) {
    switch (verdict) {
        case continuity::ReplicationVerdict::synchronous:
            return "synchronous";
        case continuity::ReplicationVerdict::synchronous_warned:
            return "synchronous-warned";
        case continuity::ReplicationVerdict::asynchronous_only:
            break;
    }
    return "asynchronous-only";
}

/// A pair with the lags of its classes, minute by minute.
struct PairDay {
    deploy::BackupPair pair;
    std::unique_ptr<Replicator> replicator;
    std::vector<std::vector<double>> lags;  ///< [class][minute]
};

class NightRun {
public:
    explicit NightRun(const EventInput& input)
        : input_{input},
          day_{day_shape(input, study::TypicalDay::winter_workday)},
          background_{input, ReplicationLoad::left_out},
          platform_{engine_, input, background_} {
        const std::vector<deploy::BackupPair> pairs =
            deploy::backup_pairs(*input.study, input.variant->sites, input.year->year);
        build_pairs(pairs);
        build_backups(pairs);
    }

    NightOutcome run() {
        for (const PairDay& day : pairs_) day.replicator->start();
        for (int minute = 1; minute <= minutes_per_day; ++minute) {
            engine_.at(minute * seconds_per_minute, [this] { look(); });
        }
        engine_.at(window_begins_h() * seconds_per_hour, [this] {
            for (const auto& backup : centers_) backup->start();
        });
        const int last_hour = static_cast<int>(std::ceil(window_begins_h() + hours_per_day));
        for (int hour = 0; hour < last_hour && !(hour >= workload::hours_per_day && all_ended()); ++hour) {
            platform_.set_hour(day_, hour % workload::hours_per_day);
            engine_.run_until((hour + 1) * seconds_per_hour);
        }
        for (const PairDay& day : pairs_) day.replicator->stop();
        play_home(0);
        engine_.run();
        return {backup_rows(), lag_rows()};
    }

private:
    static constexpr int minutes_per_day = 1440;

    void build_pairs(const std::vector<deploy::BackupPair>& pairs) {
        for (const deploy::BackupPair& pair : pairs) {
            PairDay day{pair, std::make_unique<Replicator>(engine_, platform_, input_, day_, pair), {}};
            day.lags.resize(day.replicator->classes().size());
            pairs_.push_back(std::move(day));
        }
    }

    void build_backups(const std::vector<deploy::BackupPair>& pairs) {
        const StoredBytes stored = stored_bytes(input_);
        for (std::size_t site = 0; site < stored.size(); ++site) {
            if (!input_.year->sites[site].in_operation) continue;
            std::vector<BackupJob> jobs = backup_jobs(input_, stored[site]);
            if (jobs.empty()) continue;
            const auto pair = std::find_if(pairs.begin(), pairs.end(),
                                           [site](const deploy::BackupPair& p) { return p.primary == site; });
            const auto outside = pair == pairs.end() ? std::nullopt : std::optional{pair->backup};
            const bool home = input_.variant->sites[site].kind == deploy::SiteKind::home;
            const ProcessorId storage =
                home ? engine_.add_processor(name(site), 1, platform_.storage_bytes_per_s(site))
                     : platform_.storage(site);
            (home ? homes_ : centers_)
                .push_back(std::make_unique<SiteBackup>(engine_, platform_, input_, site, storage,
                                                        std::move(jobs), outside));
        }
    }

    /// Home rooms share nothing with anybody: they need no network of their own, and are played one after the
    /// other when the night is over, since SimGrid 3.32 looks at all living activities whenever one ends.
    void play_home(std::size_t index) {
        if (index < homes_.size()) homes_[index]->start([this, index] { play_home(index + 1); });
    }

    double window_begins_h() const {
        const double starts = input_.study->events.night.starts.in(hours);
        return starts < noon_h ? starts + hours_per_day : starts;
    }
    bool all_ended() const {
        return std::all_of(centers_.begin(), centers_.end(), [](const auto& b) { return b->ended(); });
    }

    void look() {
        for (PairDay& day : pairs_) {
            for (std::size_t c = 0; c < day.lags.size(); ++c) {
                day.lags[c].push_back(*day.replicator->lag_s(day.replicator->classes()[c].workload));
            }
        }
    }

    const std::string& name(std::size_t site) const { return input_.variant->sites[site].id; }

    static double hours_until(double end_s) {
        const double end_h = end_s / seconds_per_hour;
        return end_h <= hours_per_day ? end_h : std::numeric_limits<double>::infinity();
    }

    outcome::NightBackup backup_row(const SiteBackup& backup) const {
        outcome::NightBackup row;
        row.year = input_.year->year;
        row.site = name(backup.site());
        row.changed_gb = backup.read_bytes() / bytes_per_gb;
        row.sent_gb = backup.sent_bytes() / bytes_per_gb;
        row.local_end_h = hours_until(backup.local_end_s());
        row.window_h = input_.study->events.night.lasts.in(hours);
        row.holds = row.local_end_h <= row.window_h;
        if (backup.outside()) {
            row.to = name(*backup.outside());
            row.outside_end_h = hours_until(backup.outside_end_s());
            row.holds = row.holds && row.outside_end_h <= row.window_h;
        }
        return row;
    }

    std::vector<outcome::NightBackup> backup_rows() const {
        std::vector<outcome::NightBackup> rows;
        for (const auto& backup : centers_) rows.push_back(backup_row(*backup));
        for (const auto& backup : homes_) {
            outcome::NightBackup row = backup_row(*backup);
            if (!row.holds) rows.push_back(std::move(row));
        }
        return rows;
    }

    outcome::ReplicationLag lag_row(const PairDay& day, std::size_t c) const {
        const ClassChanges& changes = day.replicator->classes()[c];
        const catalog::WorkloadClass& workload = input_.variant->workloads[changes.workload];
        const bool asked_synchronous = day.pair.rule->replication == continuity::ReplicationMode::synchronous;
        const bool refused = asked_synchronous && !day.replicator->synchronous();
        const std::vector<double>& lags = day.lags[c];

        outcome::ReplicationLag row;
        row.year = input_.year->year;
        row.primary = name(day.pair.primary);
        row.backup = name(day.pair.backup);
        row.workload = workload.id;
        row.mode = asked_synchronous ? "sync" : "async";
        row.verdict = verdict_word(day.replicator->verdict());
        row.rtt_ms = pair_round_trip(*input_.network, day.pair).in(milliseconds);
        if (day.replicator->synchronous()) {
            row.write_delay_ms = row.rtt_ms + input_.study->events.night.remote_write.in(milliseconds);
        }
        row.change_gb = changes.bytes_per_day / bytes_per_gb;
        row.lag_p50_s = quantile_of(lags, 0.50);
        row.lag_p95_s = quantile_of(lags, 0.95);
        row.lag_max_s = quantile_of(lags, 1.0);
        row.rpo_target_s = workload.rpo_h * seconds_per_hour;
        row.met = !refused && row.lag_p95_s <= row.rpo_target_s;
        return row;
    }

    std::vector<outcome::ReplicationLag> lag_rows() const {
        std::vector<outcome::ReplicationLag> rows;
        for (const PairDay& day : pairs_) {
            for (std::size_t c = 0; c < day.lags.size(); ++c) rows.push_back(lag_row(day, c));
        }
        return rows;
    }

    EventInput input_;
    DayShape day_;
    Background background_;
    // Bulk copies open as many connections as they need: no window of a single one.
    Engine engine_{EngineSettings{.tcp_window_bytes = 0.0}};
    Platform platform_;
    std::vector<PairDay> pairs_;
    std::vector<std::unique_ptr<SiteBackup>> centers_;
    std::vector<std::unique_ptr<SiteBackup>> homes_;
};

}  // namespace

NightOutcome simulate_night(const EventInput& input) { return NightRun{input}.run(); }

}  // namespace verbund::events
