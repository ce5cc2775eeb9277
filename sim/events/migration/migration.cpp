#include "sim/events/migration/migration.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "models/base/unit_factors.hpp"
#include "sim/events/migration/disk_shipment.hpp"
#include "sim/events/migration/estate_copy.hpp"
#include "sim/events/migration/probes.hpp"
#include "sim/events/migration/rows.hpp"
#include "sim/events/world/quantile.hpp"

namespace verbund::events {
namespace {

constexpr int most_nights = 365;
constexpr int probe_nights = 4;
constexpr int probes_per_night = 100;

const catalog::Transaction& probe_kind(const deploy::WorldYear& input) {
    const auto& all = input.set().catalog.transactions;
    const std::string& id = input.study().events.migration.probe;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const catalog::Transaction& t) { return t.id == id; });
    if (found == all.end()) throw RunFailed(fmt::format("transactions: no row \"{}\"", id));
    return *found;
}

/// One estate on its way.
struct Job {
    const MovedData* data = nullptr;
    EndpointId from{};
    std::unique_ptr<EstateCopy> copy;
    double ready_s = 0.0;  ///< its disks are read; 0 without any
};

/// Administrations at a target in the year, those that do not move now if there are any.
std::vector<ProbePlace> places_at(const deploy::WorldYear& input, std::size_t target,
                                  const std::set<std::size_t>& movers) {
    std::vector<ProbePlace> settled;
    std::vector<ProbePlace> moving;
    for (std::size_t a = 0; a < input.year().administrations.size(); ++a) {
        const deploy::AdministrationDeployment& administration = input.year().administrations[a];
        const bool works_there = std::any_of(
            administration.parts.begin(), administration.parts.end(),
            [target](const deploy::Part& part) { return part.site == target && part.traffic_gbit_s > 0.0F; });
        if (!works_there || administration.home == target) continue;
        (movers.contains(a) ? moving : settled).push_back({a, target});
    }
    return settled.empty() ? moving : settled;
}

class WaveRun {
public:
    WaveRun(const deploy::WorldYear& input, const std::vector<MovedData>& moved, Date first_day)
        : input_{input},
          first_day_{first_day},
          settings_{input.study().events.migration},
          day_{day_shape(input, study::TypicalDay::winter_workday)},
          background_{input, ReplicationLoad::average},
          platform_{engine_, input, background_} {
        std::vector<const MovedData*> moving;
        for (const MovedData& data : moved)
            if (data.day == first_day && data.data_gb > 0.0) moving.push_back(&data);
        const std::map<const MovedData*, Shipment> shipments = shipments_of(moving);
        for (const MovedData* data : moving) {
            const auto shipment = shipments.find(data);
            add_job(*data, shipment == shipments.end() ? std::nullopt : std::optional{shipment->second});
        }
        if (!jobs_.empty()) add_probes();
    }

    MigrationOutcome run() {
        if (jobs_.empty()) return {};
        for (; night_ < most_nights && !all_done(); ++night_) play_copies();
        for (const Job& job : jobs_) job.copy->stop();
        engine_.run_until(night_ * seconds_per_day + opens_s());
        for (int n = 0; n < probe_nights && !played_.empty(); ++n, ++night_) play_alone(n);
        return results();
    }

private:
    /// By target, in the order of the moves; none if first copies take the network.
    [[nodiscard]] std::map<const MovedData*, Shipment> shipments_of(
        const std::vector<const MovedData*>& moving) const {
        std::map<const MovedData*, Shipment> shipments;
        if (settings_.first_copy == study::FirstCopy::network) return shipments;
        std::map<std::size_t, std::vector<const MovedData*>> by_target;
        for (const MovedData* data : moving) by_target[data->to].push_back(data);
        for (const auto& [target, queue] : by_target) {
            std::vector<double> bytes;
            for (const MovedData* data : queue) bytes.push_back(data->data_gb * bytes_per_gb);
            const std::vector<Shipment> shipped = ship(settings_, bytes);
            for (std::size_t i = 0; i < queue.size(); ++i) shipments.emplace(queue[i], shipped[i]);
        }
        return shipments;
    }

    void add_job(const MovedData& data, std::optional<Shipment> shipment) {
        // Out of an administration's own room, be it a center of the study, the copy takes its access.
        const bool from_home = input_.year().administrations[data.administration].home == data.from;
        const EndpointId from = from_home ? platform_.people(data.administration, data.to)
                                          : platform_.primary(data.from, data.to);
        const double narrowest = from_home ? platform_.narrowest_bytes_per_s(data.administration, data.to)
                                           : platform_.narrowest_between_sites(data.from, data.to);
        const CopyTask task{.from = from,
                            .to = platform_.servers(data.to),
                            .bytes = data.data_gb * bytes_per_gb,
                            .changed_per_s = data.daily_change_gb * bytes_per_gb / seconds_per_day,
                            .rate_limit = settings_.link_share.in(one)*narrowest,
                            .seeded_since_s = shipment ? std::optional{shipment->begins_s} : std::nullopt};
        const CopyRules rules{.cutover_limit_s = settings_.cutover_limit.in(seconds),
                              .cutover_fixed_s = settings_.cutover_fixed.in(seconds)};
        const std::size_t index = jobs_.size();
        jobs_.push_back({&data, from,
                         std::make_unique<EstateCopy>(engine_, task, rules, [this, index] { copied(index); }),
                         shipment ? shipment->read_s : 0.0});
        waiting_[data.to].push_back(index);
    }

    void add_probes() {
        const catalog::Transaction& kind = probe_kind(input_);
        std::set<std::size_t> movers;
        for (const Job& job : jobs_) movers.insert(job.data->administration);
        std::vector<ProbePlace> places;
        for (const auto& [target, queue] : waiting_) {
            const std::vector<ProbePlace> there = places_at(input_, target, movers);
            places.insert(places.end(), there.begin(), there.end());
        }
        if (places.empty()) return;
        const deploy::StreamNames& streams = input_.variant().streams;
        std::sort(places.begin(), places.end(), [&](const ProbePlace& x, const ProbePlace& y) {
            return std::tie(streams.sites[x.site], streams.administrations[x.administration]) <
                   std::tie(streams.sites[y.site], streams.administrations[y.administration]);
        });
        std::vector<ProbePlace> used;
        for (int n = 0; n < probe_nights * probes_per_night; ++n) {
            probes_.push_back(
                draw_probe(input_.set(), kind, input_.year().year, n, places, settings_.lasts.in(seconds)));
            used.push_back({probes_.back().administration, probes_.back().site});
        }
        player_.emplace(engine_, platform_, kind, used);
    }

    double opens_s() const { return settings_.starts.in(seconds); }

    bool all_done() const {
        return std::all_of(
            jobs_.begin(), jobs_.end(), [](const Job& job) { return job.copy->finished_s().has_value(); });
    }

    void play_copies() {
        const double opens = night_ * seconds_per_day + opens_s();
        engine_.run_until(opens);
        closes_ = opens + settings_.lasts.in(seconds);
        probing_ = player_ && night_ < probe_nights;
        set_hour(opens);
        window_open_ = true;
        for (const Job& job : jobs_) job.copy->open_window(closes_);
        for (const auto& [target, queue] : waiting_) begin_waiting(target);
        if (probing_) plan_probes(opens);
        pass_hours(opens);
        window_open_ = false;
        for (const Job& job : jobs_) job.copy->close_window();
    }

    void pass_hours(double opens) {
        double next_hour = (std::floor(opens / seconds_per_hour) + 1.0) * seconds_per_hour;
        for (; next_hour < closes_; next_hour += seconds_per_hour) {
            engine_.run_until(next_hour);
            set_hour(next_hour);
        }
        engine_.run_until(closes_);
    }

    /// All links only while probes are played: setting thousands of idle ones takes longer than the copies.
    void set_hour(double time_s) {
        const int hour = hour_at(time_s);
        if (probing_) return platform_.set_hour(day_, hour);
        for (const Job& job : jobs_) {
            const bool under_way = job.copy->began_s() && !job.copy->finished_s();
            if (under_way) platform_.set_hour_between(job.from, job.data->to, day_, hour);
        }
    }

    static int hour_at(double time_s) {
        return static_cast<int>(std::floor(time_s / seconds_per_hour)) % hours_per_day;
    }

    void begin_waiting(std::size_t target) {
        std::erase_if(
            waiting_[target],
            [this, target](std::size_t index) {
                const Job& job = jobs_[index];
                if (running_[target] >= settings_.parallel || job.ready_s > engine_.now()) return false;
                platform_.set_hour_between(job.from, target, day_, hour_at(engine_.now()));
                ++running_[target];
                job.copy->begin(closes_);
                return true;
            });
    }

    void copied(std::size_t index) {
        const std::size_t target = jobs_[index].data->to;
        --running_[target];
        if (window_open_) begin_waiting(target);
    }

    void plan_probes(double opens) {
        for (int n = 0; n < probes_per_night; ++n) {
            const auto index =
                static_cast<std::size_t>(night_) * probes_per_night + static_cast<std::size_t>(n);
            engine_.at(opens + probes_[index].after_s, [this, index] {
                if (!copies_to(probes_[index].site)) return;
                played_.push_back(index);
                player_->play(probes_[index], with_copies_[probes_[index].site]);
            });
        }
    }

    bool copies_to(std::size_t site) const {
        return std::any_of(
            jobs_.begin(), jobs_.end(),
            [site](const Job& job) { return job.data->to == site && job.copy->sending(); });
    }

    void play_alone(int probe_night) {
        const double opens = night_ * seconds_per_day + opens_s();
        engine_.run_until(opens);
        closes_ = opens + settings_.lasts.in(seconds);
        probing_ = true;
        set_hour(opens);
        for (const std::size_t index : played_) {
            if (static_cast<int>(index) / probes_per_night != probe_night) continue;
            engine_.at(opens + probes_[index].after_s,
                       [this, index] { player_->play(probes_[index], alone_[probes_[index].site]); });
        }
        pass_hours(opens);
    }

    double p95_ms(const std::map<std::size_t, std::vector<double>>& measured, const std::string& move) const {
        std::set<std::size_t> targets;
        for (const Job& job : jobs_)
            if (job.data->move == move) targets.insert(job.data->to);
        std::vector<double> all;
        for (const auto& [site, seconds_taken] : measured)
            if (targets.contains(site)) all.insert(all.end(), seconds_taken.begin(), seconds_taken.end());
        constexpr double shown = 0.95;
        return quantile_of(std::move(all), shown) * ms_per_s;
    }

    MigrationOutcome results() const {
        std::vector<CopyResult> copies;
        for (const Job& job : jobs_) {
            copies.push_back({job.data, job.copy->began_s(), job.copy->finished_s(), job.copy->downtime_s(),
                              job.copy->resent_bytes(), job.ready_s > 0.0});
        }
        const WaveClock clock{first_day_, opens_s(), settings_.cutover_fixed.in(seconds), most_nights};
        MigrationOutcome out{wave_rows(copies, clock), cutover_rows(copies, clock)};
        for (outcome::MigrationWave& row : out.waves) {
            row.others_p95_ms = p95_ms(with_copies_, row.move);
            row.others_p95_alone_ms = p95_ms(alone_, row.move);
        }
        return out;
    }

    deploy::WorldYear input_;
    Date first_day_;
    const study::Migration& settings_;
    DayShape day_;
    Background background_;
    // Bulk copies open as many connections as they need: no window of a single one.
    Engine engine_{EngineSettings{.tcp_window_bytes = 0.0}};
    Platform platform_;
    std::vector<Job> jobs_;
    std::map<std::size_t, std::vector<std::size_t>> waiting_;  ///< [target], jobs in order
    std::map<std::size_t, int> running_;                       ///< [target]
    int night_ = 0;
    double closes_ = 0.0;
    bool window_open_ = false;
    bool probing_ = false;
    std::vector<Probe> probes_;
    std::optional<ProbePlayer> player_;
    std::vector<std::size_t> played_;
    std::map<std::size_t, std::vector<double>> with_copies_;  ///< [site], s
    std::map<std::size_t, std::vector<double>> alone_;
};

}  // namespace

MigrationOutcome simulate_wave(const deploy::WorldYear& input, const std::vector<MovedData>& moved,
                               Date day) {
    return WaveRun{input, moved, day}.run();
}

}  // namespace verbund::events
