#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "sim/events/latency/foreground.hpp"
#include "sim/events/latency/sample_plan.hpp"

/// Plays sampled transactions through a day, again and again until enough of them have been seen.
namespace verbund::events {

/// What became of a sampled transaction.
struct Measured {
    float unloaded_s = 0.0F;
    float seconds = 0.0F;
    bool saturated = false;  ///< a link on its way was loaded above 98 %
};

/// Plays the sampled transactions of a day on its platform.
class SampleRun {
public:
    SampleRun(Engine& engine, Platform& platform, const deploy::WorldYear& input, const DayShape& day,
              const LatencyStrata& world, const Foreground& foreground, const SamplePlan& plan);
    SampleRun(const SampleRun&) = delete;
    SampleRun& operator=(const SampleRun&) = delete;
    ~SampleRun();

    /// Runs the engine.  Round r replays the day from r x 24 h; strata whose p95 is not known well enough get
    /// as many samples again; not those whose p95 is in hours of overload, where it depends on how long that
    /// lasts and no sample makes it more certain.  What has not ended an hour after the last round counts as
    /// it stands, as saturated.
    void play();

    /// By stratum.
    [[nodiscard]] const std::vector<std::vector<Measured>>& measured() const { return measured_; }

private:
    struct Live;

    void begin_round();
    [[nodiscard]] std::vector<std::uint32_t> wanted() const;
    [[nodiscard]] bool enough(std::uint32_t stratum) const;
    void begin_hour(int hour);
    void start_due();
    void start(const Sample& sample);
    void request(std::uint32_t slot);
    void execution(std::uint32_t slot);
    void storage(std::uint32_t slot);
    void response(std::uint32_t slot);
    void complete(std::uint32_t slot);
    void end(std::uint32_t slot, bool complete);
    void transfer(std::uint32_t slot, bool up, double kilobytes, void (SampleRun::*next)(std::uint32_t));
    [[nodiscard]] std::uint32_t free_slot();
    /// Which of single hosts executes a sample; no draw where hosts are pools.
    [[nodiscard]] double host_lot(const Sample& sample) const;

    Engine& engine_;
    Platform& platform_;
    deploy::WorldYear input_;
    const DayShape& day_;
    const LatencyStrata& world_;
    const Foreground& foreground_;
    const SamplePlan& plan_;
    int round_ = 0;
    int hour_ = 0;
    std::array<std::vector<bool>, hours_per_day> saturated_;  ///< [hour][connection]
    /// Others at an access while a sampled flow is there, by [administration][up].
    std::vector<std::array<std::shared_ptr<StationaryOthers>, 2>> present_;
    std::vector<Sample> due_;  ///< of the round, by time
    std::size_t next_ = 0;
    std::vector<Live> live_;
    std::vector<std::uint32_t> free_;
    std::vector<std::vector<Measured>> measured_;
};

/// Stretches of measured transactions in the order of their unloaded times.
[[nodiscard]] std::vector<float> stretches(std::vector<Measured> measured);

}  // namespace verbund::events
