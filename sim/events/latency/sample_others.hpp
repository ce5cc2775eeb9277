#pragma once

#include <memory>
#include <vector>

#include "models/base/random.hpp"
#include "sim/events/world/engine.hpp"

/// Other transactions that a sampled one meets on its way.
namespace verbund::events {

/// Flows with exponential sizes that arrive by themselves (Poisson).
struct FlowClass {
    EndpointId from{};
    EndpointId to{};
    double per_s = 0.0;
    double mean_bytes = 0.0;
};

/// Flows that share a link with a sampled one: those already there as the stationary queue has them, then
/// arrivals until `stop`.
///
/// A link that shares its capacity C evenly is an M/G/1 processor-sharing queue.  Whoever comes finds n
/// others with probability (1 - rho) rho^n, rho = sum of rate x mean size / C; each is of class k with
/// probability rho_k / rho and has a residual size of the equilibrium distribution, which for exponential
/// sizes is the same exponential; all independent.  So the sampled flow sees the true distribution without
/// the history that led to it. Source: Kelly, Reversibility and Stochastic Networks, 1979, section 3.3;
/// Poisson arrivals see time averages (Wolff 1982).  Checked by tests/validation/events_queues.cpp.
class StationaryOthers : public std::enable_shared_from_this<StationaryOthers> {
public:
    /// Above this load fewer arrive, so that the queue is at it: there is no stationary state from 1.
    static constexpr double most_load = 0.98;

    /// Starts those that are there, and the arrivals.  `classes` and the engine must outlive the object;
    /// capacity in bytes/s.
    [[nodiscard]] static std::shared_ptr<StationaryOthers> start(Engine& engine,
                                                                 const std::vector<FlowClass>& classes,
                                                                 double capacity, RandomStream random);
    /// A further sampled flow meets the same others: a second set would load the link twice over.
    void join() { ++users_; }
    /// A sampled flow has ended; with the last one all others are taken away.
    void leave();
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    StationaryOthers(Engine& engine, const std::vector<FlowClass>& classes, double capacity,
                     RandomStream random);
    void begin();
    void start_flow(const FlowClass& of);
    void plan_arrival();
    [[nodiscard]] std::size_t number_present();
    [[nodiscard]] const FlowClass& one_present();
    [[nodiscard]] const FlowClass& one_arriving();

    Engine& engine_;
    const std::vector<FlowClass>& classes_;
    double per_s_ = 0.0;        ///< of all classes
    double bytes_per_s_ = 0.0;  ///< of all classes
    double load_ = 0.0;
    double arrivals_per_s_ = 0.0;
    RandomStream random_;
    std::vector<ActivityId> flows_;
    int users_ = 1;
    bool stopped_ = false;
};

}  // namespace verbund::events
