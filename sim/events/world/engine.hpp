#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

/// Simulated world of links, processors and stores, with SimGrid's sharing underneath.
///
/// Plain units: seconds, bytes, bytes/s, watts, joules; work on a processor is in its own unit (operations).
namespace verbund::events {

using Callback = std::function<void()>;

enum class LinkId : std::uint32_t {};
enum class ProcessorId : std::uint32_t {};
enum class EndpointId : std::uint32_t {};
enum class ZoneId : std::uint32_t {};

/// Names a started activity, until it has ended.
struct ActivityId {
    std::uint32_t slot = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t generation = 0;
};

/// How the engine shares what it simulates.
struct EngineSettings {
    /// A flow's rate is at most window / (2 x one-way latency): SimGrid's bound for one TCP connection;
    /// 0 = none.  4 MiB is SimGrid's default and that of current operating systems' buffers.
    double tcp_window_bytes = 4194304.0;
    bool processor_energy = false;
    bool link_energy = false;
};

/// Speed and power of a processor in one state.
///
/// Power is `idle_w` with nothing to do; else `floor_w` + load (`full_w` - `floor_w`), load = busy cores /
/// cores.  Two neighbouring points of a measured power table are one such line.
struct PowerState {
    double speed = 1.0;  ///< operations per second and core
    double idle_w = 0.0;
    double floor_w = 0.0;
    double full_w = 0.0;
};

/// A simulation's world: build it, start activities in callbacks, run it.
///
/// Every activity calls back when it is done; there are no simulated processes, so a transaction costs
/// nothing but its activities.  Links, processors and stores share max-min fairly among what uses them, as
/// SimGrid's documented models do (network model CM02 with latency and bandwidth factors 1, no cross
/// traffic); flows with different latencies share a link in inverse proportion to them, as TCP's do. SimGrid
/// cannot start twice in a process: construct one `Engine` per child process.
class Engine {
public:
    explicit Engine(const EngineSettings& settings);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    ~Engine();

    // Building; before the first activity and before `run`
    /// Bandwidth > 0 bytes/s, one-way latency >= 0 s, one direction.  Throws `std::invalid_argument`.
    LinkId add_link(const std::string& name, double bytes_per_s, double latency_s);
    /// As above, with power between idle and full use, and switched off.
    LinkId add_link(const std::string& name, double bytes_per_s, double latency_s, double idle_w,
                    double full_w);
    /// A center: what is inside reaches the outside by `out` and is reached by `in`.
    ZoneId add_zone(const std::string& name, const std::vector<LinkId>& out, const std::vector<LinkId>& in);
    /// `cores` equal cores that an execution uses one of at a time; executions beyond share them.
    /// A store is a processor of one core whose speed is its bandwidth in bytes/s: SimGrid shares a disk just
    /// so, but its input-output activities make every later activity slower (3.32: quadratic in their
    /// number).
    ProcessorId add_processor(const std::string& name, int cores, double speed,
                              std::optional<ZoneId> zone = std::nullopt);
    /// With one or more power states; the first applies at the start.
    ProcessorId add_processor(const std::string& name, int cores, const std::vector<PowerState>& states,
                              std::optional<ZoneId> zone = std::nullopt);
    /// Where flows begin and end.  Its flows pass `out` (sending) or `in` (receiving) besides what the other
    /// end adds; inside a zone these are links of the zone's own network.
    EndpointId add_endpoint(const std::string& name, const std::vector<LinkId>& out,
                            const std::vector<LinkId>& in, std::optional<ZoneId> zone = std::nullopt);

    // Activities
    [[nodiscard]] double now() const;
    /// Calls back at a time (s, not before now).
    void at(double time_s, Callback call);
    void after(double delay_s, Callback call) { at(now() + delay_s, std::move(call)); }
    /// Sends bytes; `done` when the last one has arrived.  `rate_limit` in bytes/s; 0 = none.
    ActivityId transfer(EndpointId from, EndpointId to, double bytes, Callback done, double rate_limit = 0.0);
    /// Executes on one core, or on `threads` cores at a time.  `rate_limit` in operations/s, of all threads
    /// together; 0 = none.
    ActivityId execute(ProcessorId on, double operations, Callback done, int threads = 1,
                       double rate_limit = 0.0);
    /// Stops an activity without its callback; one that has ended stays ended.
    void cancel(ActivityId id);
    /// Bytes or operations left; 0 when it has ended.
    [[nodiscard]] double remaining(ActivityId id) const;

    void set_bandwidth(LinkId link, double bytes_per_s);
    void set_power_state(ProcessorId processor, int state);
    /// Since the start, J.  Needs the matching switch in the settings.
    [[nodiscard]] double processor_energy_j(ProcessorId processor) const;
    [[nodiscard]] double link_energy_j(LinkId link) const;

    /// Runs until nothing is left to do, or to a time; activities that have not ended are dropped.
    void run();
    void run_until(double time_s);

    [[nodiscard]] std::uint64_t activities_started() const noexcept;

private:
    class World;
    std::unique_ptr<World> world_;
};

}  // namespace verbund::events
