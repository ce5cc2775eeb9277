#include "sim/events/latency/sample_run.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include "models/base/unit_factors.hpp"
#include "sim/events/latency/statistics.hpp"

namespace verbund::events {
namespace {

constexpr double saturated_from = 0.98;
/// Doublings from the fewest to the most samples stay far below this.
constexpr int most_rounds = 40;
constexpr double looked_at = 0.95;
/// Sampled transactions are seconds apart: hardly ever do this many execute at a site at a time.
constexpr int cores_met = 16;

}  // namespace

/// A transaction on its way.
struct SampleRun::Live {
    Sample sample;
    double started_s = 0.0;
    bool saturated = false;
    bool running = false;
    std::shared_ptr<StationaryOthers> others;
};

SampleRun::SampleRun(Engine& engine, Platform& platform, const deploy::WorldYear& input, const DayShape& day,
                     const LatencyStrata& world, const Foreground& foreground, const SamplePlan& plan)
    : engine_{engine},
      platform_{platform},
      input_{input},
      day_{day},
      world_{world},
      foreground_{foreground},
      plan_{plan},
      present_(input.year().administrations.size()),
      measured_(world.strata.size()) {
    platform_.enough_cores(cores_met);
    platform_.leave_out([this](std::size_t administration, bool up, int hour) {
        return foreground_.access(administration, up, hour).traffic_gbit_s;
    });
}

SampleRun::~SampleRun() = default;

void SampleRun::play() {
    begin_round();
    // Ends by itself after the last round; the limit only keeps the background from running on.
    while (!due_.empty()) {
        engine_.run_until(round_ * seconds_per_day);
        begin_round();
    }
    engine_.run_until(round_ * seconds_per_day + seconds_per_hour);
    for (std::uint32_t slot = 0; slot < live_.size(); ++slot)
        if (live_[slot].running) end(slot, false);
}

void SampleRun::begin_round() {
    const std::vector<std::uint32_t> counts = wanted();
    due_.clear();
    next_ = 0;
    for (std::uint32_t s = 0; s < counts.size(); ++s)
        if (counts[s] > 0) draw_samples(input_, day_, world_, s, round_, counts[s], due_);
    if (due_.empty()) return;
    std::sort(due_.begin(), due_.end(), [](const Sample& a, const Sample& b) {
        return std::tie(a.at_s, a.stratum, a.number) < std::tie(b.at_s, b.stratum, b.number);
    });
    const double midnight = round_ * seconds_per_day;
    for (int h = 0; h < hours_per_day; ++h)
        engine_.at(
            midnight + h * seconds_per_hour, [this, h] { begin_hour(h); });
    engine_.at(midnight + due_.front().at_s, [this] { start_due(); });
    ++round_;
}

std::vector<std::uint32_t> SampleRun::wanted() const {
    std::vector<std::uint32_t> counts(world_.strata.size(), 0);
    if (round_ >= most_rounds) return counts;
    for (std::uint32_t s = 0; s < counts.size(); ++s) {
        if (round_ == 0) {
            counts[s] = plan_.first(s);
            continue;
        }
        const auto have = static_cast<std::uint32_t>(measured_[s].size());
        if (have > 0 && have < plan_.most(s) && !enough(s)) counts[s] = std::min(have, plan_.most(s) - have);
    }
    return counts;
}

bool SampleRun::enough(std::uint32_t stratum) const {
    const std::vector<Measured>& measured = measured_[stratum];
    const auto saturated = static_cast<double>(
        std::count_if(measured.begin(), measured.end(), [](const Measured& m) { return m.saturated; }));
    if (saturated > (1.0 - looked_at) * static_cast<double>(measured.size())) return true;
    const std::vector<float> sorted = stretches(measured);
    if (nearly_equal(sorted)) return true;
    ResponseMixture mixture;
    mixture.add(ResponsePoints(world_.strata[stratum].unloaded, sorted), 1.0);
    mixture.finish();
    const Interval p95 = mixture.interval(looked_at);
    return 0.5 * (p95.high - p95.low) <= plan_.enough_s(stratum, mixture.quantile(looked_at));
}

void SampleRun::begin_hour(int hour) {
    hour_ = hour;
    platform_.set_hour(day_, hour);
    std::vector<bool>& saturated = saturated_[static_cast<std::size_t>(hour)];
    if (!saturated.empty()) return;  // the same in every round
    for (const Connection& way : world_.connections)
        saturated.push_back(platform_.path_load(way.administration, way.site) > saturated_from);
}

void SampleRun::start_due() {
    const double midnight = (round_ - 1) * seconds_per_day;
    while (next_ < due_.size() && midnight + due_[next_].at_s <= engine_.now()) start(due_[next_++]);
    if (next_ < due_.size()) engine_.at(midnight + due_[next_].at_s, [this] { start_due(); });
}

std::uint32_t SampleRun::free_slot() {
    if (free_.empty()) {
        live_.emplace_back();
        return static_cast<std::uint32_t>(live_.size() - 1);
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return slot;
}

void SampleRun::start(const Sample& sample) {
    const std::uint32_t slot = free_slot();
    Live& live = live_[slot];
    live.sample = sample;
    live.started_s = engine_.now();
    live.running = true;
    live.saturated = saturated_[static_cast<std::size_t>(hour_)][world_.strata[sample.stratum].connection];
    request(slot);
}

void SampleRun::transfer(std::uint32_t slot, bool up, double kilobytes,
                         void (SampleRun::*next)(std::uint32_t)) {
    Live& live = live_[slot];
    const Connection& way = world_.connections[world_.strata[live.sample.stratum].connection];
    const Foreground::Access& access = foreground_.access(way.administration, up, hour_);
    if (!way.home && !access.classes.empty()) {
        std::shared_ptr<StationaryOthers>& present = present_[way.administration][up ? 1 : 0];
        if (present && !present->stopped()) {
            present->join();
        } else {
            const std::string name = sample_stream(input_, day_, world_, live.sample.stratum, round_) +
                                     (up ? "/up/" : "/down/") + std::to_string(live.sample.number);
            present = StationaryOthers::start(engine_, access.classes, access.capacity,
                                              RandomStream(input_.set().seed, name));
        }
        live.others = present;
    }
    engine_.transfer(up ? way.people : way.servers, up ? way.servers : way.people, kilobytes * bytes_per_kb,
                     [this, slot, next] {
                         if (live_[slot].others) live_[slot].others->leave();
                         live_[slot].others.reset();
                         (this->*next)(slot);
                     });
}

void SampleRun::request(std::uint32_t slot) {
    const Sample& sample = live_[slot].sample;
    const catalog::Transaction& what =
        input_.set().catalog.transactions[world_.strata[sample.stratum].transaction];
    transfer(slot, true, what.request_kb * sample.draws[step_request], &SampleRun::execution);
}

void SampleRun::execution(std::uint32_t slot) {
    const Sample& sample = live_[slot].sample;
    const Stratum& s = world_.strata[sample.stratum];
    const catalog::Transaction& what = input_.set().catalog.transactions[s.transaction];
    engine_.execute(*platform_.host_of(world_.connections[s.connection].site, s.group, host_lot(sample)),
                    what.cpu_ms * seconds_per_ms * sample.draws[step_execution],
                    [this, slot] { storage(slot); });
}

double SampleRun::host_lot(const Sample& sample) const {
    if (input_.study().events.hosts == study::HostDetail::pool) return 0.0;
    const std::string name = sample_stream(input_, day_, world_, sample.stratum, round_) + "/host/" +
                             std::to_string(sample.number);
    return RandomStream(input_.set().seed, name).uniform();
}

void SampleRun::storage(std::uint32_t slot) {
    const Sample& sample = live_[slot].sample;
    const Stratum& s = world_.strata[sample.stratum];
    const catalog::Transaction& what = input_.set().catalog.transactions[s.transaction];
    if (what.storage_kb <= 0.0) return response(slot);
    engine_.execute(platform_.storage(world_.connections[s.connection].site),
                    what.storage_kb * bytes_per_kb * sample.draws[step_storage],
                    [this, slot] { response(slot); });
}

void SampleRun::response(std::uint32_t slot) {
    const Sample& sample = live_[slot].sample;
    const catalog::Transaction& what =
        input_.set().catalog.transactions[world_.strata[sample.stratum].transaction];
    transfer(slot, false, what.response_kb * sample.draws[step_response], &SampleRun::complete);
}

void SampleRun::complete(std::uint32_t slot) { end(slot, true); }

/// The exchanges beyond the first are pure delay and need no event.
void SampleRun::end(std::uint32_t slot, bool complete) {
    Live& live = live_[slot];
    const Stratum& s = world_.strata[live.sample.stratum];
    const double exchanges = input_.set().catalog.transactions[s.transaction].round_trips - 1.0;
    const double delay = std::max(0.0, exchanges) * world_.connections[s.connection].round_trip_s;
    measured_[live.sample.stratum].push_back({static_cast<float>(length_s(s.unloaded, live.sample.draws)),
                                              static_cast<float>(engine_.now() - live.started_s + delay),
                                              live.saturated || !complete});
    live.running = false;
    free_.push_back(slot);
}

std::vector<float> stretches(std::vector<Measured> measured) {
    std::sort(measured.begin(), measured.end(), [](const Measured& a, const Measured& b) {
        return std::tie(a.unloaded_s, a.seconds) < std::tie(b.unloaded_s, b.seconds);
    });
    std::vector<float> out;
    out.reserve(measured.size());
    for (const Measured& m : measured) out.push_back(m.seconds / m.unloaded_s);
    return out;
}

}  // namespace verbund::events
