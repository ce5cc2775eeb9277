#include "sim/events/night/night.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <optional>

#include "models/base/unit_factors.hpp"
#include "sim/events/night/site_backup.hpp"
#include "sim/events/world/quantile.hpp"
#include "sim/events/world/replicator.hpp"
#include "sim/events/world/stored_data.hpp"

namespace verbund::events {
namespace {

constexpr double noon_h = 12.0;

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

/// Longer than this no lag is waited for; what has not settled by then grows.
constexpr std::size_t most_days = 6;

/// Lags of one class: of the last day minute by minute, of the days before their greatest.
struct ClassLags {
    std::vector<double> minutes;
    std::vector<double> greatest;  ///< [day]

    /// The last day is like the one before, but for a second or one per cent.
    [[nodiscard]] bool steady() const {
        constexpr double noticed_s = 1.0;
        constexpr double noticed = 0.01;
        const std::size_t days = greatest.size();
        if (days < 2) return false;
        return std::abs(growth_s()) <= noticed_s + noticed * greatest[days - 1];
    }
    [[nodiscard]] bool grows() const {
        const std::size_t days = greatest.size();
        if (days >= 3 && lag_grows(greatest[days - 3], greatest[days - 2], greatest[days - 1])) return true;
        return days >= most_days && !steady() && growth_s() > 0.0;
    }
    [[nodiscard]] double growth_s() const {
        const std::size_t days = greatest.size();
        return days < 2 ? 0.0 : greatest[days - 1] - greatest[days - 2];
    }
};

/// A pair with the lags of its classes.
struct PairLags {
    deploy::BackupPair pair;
    std::unique_ptr<Replicator> replicator;
    std::vector<ClassLags> classes;
};

using Backups = std::vector<std::unique_ptr<SiteBackup>>;

class NightRun {
public:
    explicit NightRun(const deploy::WorldYear& input)
        : input_{input},
          day_{day_shape(input, study::TypicalDay::winter_workday)},
          background_{input, ReplicationLoad::left_out},
          platform_{engine_, input, background_} {
        const std::vector<deploy::BackupPair> pairs =
            deploy::backup_pairs(input.study(), input.variant().sites, first_date(input.year()));
        build_pairs(pairs);
        build_backups();
    }

    NightOutcome run() {
        for (const PairLags& pair : pairs_) pair.replicator->start();
        std::size_t day = 0;
        do {
            play_day(day);
        } while (++day < most_days && !settled());
        last_night_ = day - 1;
        const double last_begins_h = static_cast<double>(last_night_) * hours_per_day + window_begins_h();
        const int last_hour = static_cast<int>(std::ceil(last_begins_h + hours_per_day));
        for (int hour = static_cast<int>(day) * hours_per_day; hour < last_hour && !all_ended(); ++hour)
            play_hour(hour);
        for (const PairLags& pair : pairs_) pair.replicator->stop();
        play_home(0);
        engine_.run();
        return {backup_rows(), lag_rows()};
    }

private:
    /// From midnight to midnight; the backups of its evening go on into the next day.
    void play_day(std::size_t day) {
        const double midnight_s = static_cast<double>(day) * hours_per_day * seconds_per_hour;
        for (PairLags& pair : pairs_)
            for (ClassLags& lags : pair.classes) lags.minutes.clear();
        for (int minute = 1; minute <= minutes_per_day; ++minute)
            engine_.at(
                midnight_s + minute * seconds_per_minute, [this] { look(); });
        engine_.at(midnight_s + window_begins_h() * seconds_per_hour, [this, day] { start_backups(day); });
        const int first = static_cast<int>(day) * hours_per_day;
        for (int hour = first; hour < first + hours_per_day; ++hour) play_hour(hour);
        for (PairLags& pair : pairs_)
            for (ClassLags& lags : pair.classes) lags.greatest.push_back(quantile_of(lags.minutes, 1.0));
    }

    void play_hour(int hour) {
        platform_.set_hour(day_, hour % hours_per_day);
        engine_.run_until((hour + 1) * seconds_per_hour);
    }

    /// A site whose last backup has not ended goes on with that.
    void start_backups(std::size_t night) {
        for (std::size_t i = 0; i < nights_[night].size(); ++i)
            if (night == 0 || last_backup(i, night - 1).ended()) nights_[night][i]->start();
    }

    /// The one that was started last, up to a night.
    const SiteBackup& last_backup(std::size_t center, std::size_t night) const {
        while (night > 0 && !nights_[night][center]->started()) --night;
        return *nights_[night][center];
    }

    bool settled() const {
        return std::all_of(
            pairs_.begin(), pairs_.end(),
            [](const PairLags& pair) {
                return std::all_of(
                    pair.classes.begin(), pair.classes.end(),
                    [](const ClassLags& lags) { return lags.steady() || lags.grows(); });
            });
    }

    void build_pairs(const std::vector<deploy::BackupPair>& pairs) {
        for (const deploy::BackupPair& pair : pairs) {
            PairLags lags{pair, std::make_unique<Replicator>(engine_, platform_, input_, day_, pair), {}};
            lags.classes.resize(lags.replicator->classes().size());
            pairs_.push_back(std::move(lags));
        }
    }

    void build_backups() {
        const StoredBytes stored = stored_bytes(input_);
        for (std::size_t site = 0; site < stored.size(); ++site) {
            if (!input_.year().sites[site].in_operation) continue;
            const std::vector<BackupJob> jobs = backup_jobs(input_, stored[site]);
            if (jobs.empty()) continue;
            if (input_.variant().sites[site].kind == deploy::SiteKind::home) {
                const ProcessorId storage =
                    engine_.add_processor(name(site), 1, platform_.storage_bytes_per_s(site));
                homes_.push_back(std::make_unique<SiteBackup>(engine_, platform_, input_, site, storage, jobs,
                                                              std::nullopt));
                continue;
            }
            for (Backups& night : nights_) {
                night.push_back(std::make_unique<SiteBackup>(
                    engine_, platform_, input_, site, platform_.storage(site), jobs, outside_of(site)));
            }
        }
    }

    /// Center to which the outside copy goes; none where it lies elsewhere, over no link of the study.
    std::optional<std::size_t> outside_of(std::size_t site) const {
        const deploy::OutsideCopy copy =
            deploy::outside_copy(input_.study(), input_.variant().sites, site, first_date(input_.year()));
        if (copy.place != deploy::OutsideCopy::Place::center) return std::nullopt;
        return copy.site;
    }

    /// Home rooms share nothing with anybody: they need no network of their own, and are played one after the
    /// other when the night is over, since SimGrid 3.32 looks at all living activities whenever one ends.
    void play_home(std::size_t index) {
        if (index < homes_.size()) homes_[index]->start([this, index] { play_home(index + 1); });
    }

    double window_begins_h() const {
        const double starts = input_.study().events.night.starts.in(hours);
        return starts < noon_h ? starts + hours_per_day : starts;
    }
    bool all_ended() const {
        const Backups& last = nights_[last_night_];
        return std::all_of(last.begin(), last.end(), [](const auto& b) { return b->ended(); });
    }

    void look() {
        for (PairLags& pair : pairs_) {
            for (std::size_t c = 0; c < pair.classes.size(); ++c) {
                const std::size_t workload = pair.replicator->classes()[c].workload;
                pair.classes[c].minutes.push_back(*pair.replicator->lag_s(workload));
            }
        }
    }

    const std::string& name(std::size_t site) const { return input_.variant().sites[site].id; }

    static double hours_until(double end_s) {
        const double end_h = end_s / seconds_per_hour;
        return end_h <= hours_per_day ? end_h : std::numeric_limits<double>::infinity();
    }

    outcome::NightBackup backup_row(const SiteBackup& backup) const {
        outcome::NightBackup row;
        row.year = input_.year().year;
        row.site = name(backup.site());
        row.changed_gb = backup.read_bytes() / bytes_per_gb;
        row.sent_gb = backup.sent_bytes() / bytes_per_gb;
        row.local_end_h = hours_until(backup.local_end_s());
        row.window_h = input_.study().events.night.lasts.in(hours);
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
        for (std::size_t i = 0; i < nights_[last_night_].size(); ++i)
            rows.push_back(backup_row(last_backup(i, last_night_)));
        for (const auto& backup : homes_) {
            outcome::NightBackup row = backup_row(*backup);
            if (!row.holds) rows.push_back(std::move(row));
        }
        return rows;
    }

    outcome::ReplicationLag lag_row(const PairLags& day, std::size_t c) const {
        const ClassChanges& changes = day.replicator->classes()[c];
        const catalog::WorkloadClass& workload = input_.variant().workloads[changes.workload];
        const bool asked_synchronous = day.pair.rule->replication == continuity::ReplicationMode::synchronous;
        const bool refused = asked_synchronous && !day.replicator->synchronous();
        const ClassLags& lags = day.classes[c];
        const auto lag_s = [&](double share) {
            return lags.grows() ? std::numeric_limits<double>::infinity() : quantile_of(lags.minutes, share);
        };

        outcome::ReplicationLag row;
        row.year = input_.year().year;
        row.primary = name(day.pair.primary);
        row.backup = name(day.pair.backup);
        row.workload = workload.id;
        row.mode = asked_synchronous ? "sync" : "async";
        row.verdict = verdict_word(day.replicator->verdict());
        row.rtt_ms = pair_round_trip(input_.network(), day.pair).in(milliseconds);
        if (day.replicator->synchronous())
            row.write_delay_ms = row.rtt_ms + input_.study().events.night.remote_write.in(milliseconds);
        row.change_gb = changes.bytes_per_day / bytes_per_gb;
        row.lag_p50_s = lag_s(0.50);
        row.lag_p95_s = lag_s(0.95);
        row.lag_max_s = lag_s(1.0);
        row.growth_s_per_day = lags.grows() ? lags.growth_s() : 0.0;
        row.rpo_target_s = workload.rpo_h * seconds_per_hour;
        row.met = !refused && row.lag_p95_s <= row.rpo_target_s;
        return row;
    }

    std::vector<outcome::ReplicationLag> lag_rows() const {
        std::vector<outcome::ReplicationLag> rows;
        for (const PairLags& pair : pairs_)
            for (std::size_t c = 0; c < pair.classes.size(); ++c) rows.push_back(lag_row(pair, c));
        return rows;
    }

    deploy::WorldYear input_;
    DayShape day_;
    Background background_;
    // Bulk copies open as many connections as they need: no window of a single one.
    Engine engine_{EngineSettings{.tcp_window_bytes = 0.0}};
    Platform platform_;
    std::vector<PairLags> pairs_;
    std::array<Backups, most_days> nights_;  ///< of the centers
    std::size_t last_night_ = 0;
    Backups homes_;
};

}  // namespace

NightOutcome simulate_night(const deploy::WorldYear& input) { return NightRun{input}.run(); }

}  // namespace verbund::events
