#include "sim/events/latency/energy_day.hpp"

#include <algorithm>

#include "models/base/unit_factors.hpp"
#include "sim/events/world/background.hpp"

namespace verbund::events {
namespace {

constexpr int segments = static_cast<int>(std::tuple_size_v<compute::PowerTable>) - 1;
/// Of a core, operations/s; large, so that SimGrid's absolute precision does not show.
constexpr double speed = 1e9;

/// One host that stands for all of its set.
struct SampleHost {
    ProcessorId processor{};
    double hosts_on = 0.0;
};

/// Hosts of a pool.
struct SamplePool {
    const deploy::Pool* pool = nullptr;
    std::vector<SampleHost> hosts;
};

std::vector<SamplePool> add_pools(Engine& engine, const deploy::WorldYear& input) {
    std::vector<SamplePool> pools;
    for (std::size_t site = 0; site < input.year().sites.size(); ++site) {
        for (const deploy::Pool& pool : input.year().sites[site].pools) {
            SamplePool sample{&pool, {}};
            for (const deploy::HostSet& set : pool.hosts) {
                const double on = set.count * pool.running_share;
                if (on <= 0.0) continue;
                const compute::HostType& type = input.variant().host_types[set.type];
                sample.hosts.push_back({engine.add_processor(input.variant().sites[site].id + "/" + type.id,
                                                             1, power_states(type.power_w)),
                                        on});
            }
            if (!sample.hosts.empty()) pools.push_back(std::move(sample));
        }
    }
    return pools;
}

double energy_j(const Engine& engine, const SamplePool& pool) {
    double joules = 0.0;
    for (const SampleHost& host : pool.hosts)
        joules += host.hosts_on * engine.processor_energy_j(host.processor);
    return joules;
}

/// Plays the days of the pools one after the other, each hour set by a timer: the plugin looks at every host
/// whenever the engine is run anew.
class PoolDays {
public:
    PoolDays(Engine& engine, const deploy::WorldYear& input, const Background& background,
             const DayShape& day)
        : engine_{engine}, background_{background}, day_{day}, pools_{add_pools(engine, input)} {}

    double joules() {
        engine_.at(0.0, [this] { begin_hour(); });
        engine_.run();
        return joules_;
    }

private:
    void begin_hour() {
        end_hour();
        if (current_ == pools_.size()) return;
        const SamplePool& pool = pools_[current_];
        if (hour_ == 0) joules_ -= energy_j(engine_, pool);
        set_load(pool, std::clamp(background_.pool_load(*pool.pool, day_, hour_), 0.0, 1.0));
        ++hour_;
        engine_.after(seconds_per_hour, [this] { begin_hour(); });
    }

    void end_hour() {
        for (const ActivityId id : work_) engine_.cancel(id);
        work_.clear();
        if (hour_ < hours_per_day) return;
        joules_ += energy_j(engine_, pools_[current_]);
        hour_ = 0;
        ++current_;
    }

    void set_load(const SamplePool& pool, double utilisation) {
        constexpr double longer_than_an_hour = 1e6 * speed;
        for (const SampleHost& host : pool.hosts) {
            engine_.set_power_state(host.processor, power_state_of(utilisation));
            if (utilisation <= 0.0) continue;
            work_.push_back(
                engine_.execute(host.processor, longer_than_an_hour, nullptr, 1, utilisation * speed));
        }
    }

    Engine& engine_;
    const Background& background_;
    const DayShape& day_;
    std::vector<SamplePool> pools_;
    std::size_t current_ = 0;
    int hour_ = 0;
    double joules_ = 0.0;
    std::vector<ActivityId> work_;
};

}  // namespace

std::vector<PowerState> power_states(const compute::PowerTable& table) {
    std::vector<PowerState> states;
    for (int k = 0; k < segments; ++k) {
        const auto i = static_cast<std::size_t>(k);
        const double rise = table[i + 1] - table[i];
        const double floor = table[i] - k * rise;
        states.push_back(
            {.speed = speed, .idle_w = table[0], .floor_w = floor, .full_w = floor + segments * rise});
    }
    return states;
}

int power_state_of(double utilisation) {
    return std::clamp(static_cast<int>(utilisation * segments), 0, segments - 1);
}

EnergyDayOutcome simulate_energy_day(const deploy::WorldYear& input, const DayShape& day) {
    const Background background{input};
    Engine engine{EngineSettings{.processor_energy = true}};
    return {day.day, PoolDays{engine, input, background, day}.joules() / joules_per_kwh};
}

}  // namespace verbund::events
