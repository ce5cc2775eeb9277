#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

#include "sim/availability/core/timeline.hpp"

/// Plays one year of component events through the success graph, part by part.
namespace verbund::availability {

/// An interval in which a service does not work, h after the beginning of the year.  It may have begun before
/// the year or end after it.
struct Outage {
    std::uint32_t service = 0;
    double begins_h = 0.0;
    double ends_h = 0.0;
    CauseId cause = 0;  ///< of what made the service fail
};

/// A node of the shared part that owners depend on has failed or works again.
struct SharedChange {
    double at_h = 0.0;
    std::uint32_t year = 0;   ///< of the block
    std::uint32_t order = 0;  ///< of the changes of its year: those of one instant keep their order
    bool up = false;
    CauseId cause = 0;
};
/// [source]: the changes of that node, in their order (`Partition::source`).
using SharedChanges = std::vector<std::vector<SharedChange>>;

/// State of every node, kept up to date event by event: a change reaches only the parents that it changes.
/// All components begin and end a year working, so one object plays any number of years.
class Sweep {
public:
    Sweep(const System& system, const Partition& partition, std::uint64_t seed, std::size_t block);

    /// A year of the shared part: adds the changes of the nodes that owners depend on.
    void play_shared(std::uint32_t year, const std::vector<ComponentEvent>& events, SharedChanges& changes);
    /// The owner whose years are played next, with what the shared nodes below it did.
    void begin(const PartContent& part, const SharedChanges& changes, std::size_t years);
    /// A year of this owner.  Calls `found` for every outage of longer than no time, when it ends.
    void play(std::size_t year, const std::vector<ComponentEvent>& events,
              const std::function<void(const Outage&)>& found);

private:
    struct State {
        bool up = true;
        bool refused = false;     ///< standby: the takeover failed
        bool running = false;     ///< standby: the load is on the spare
        std::uint32_t ups = 0;    ///< at_least: children that work
        CauseId cause = 0;        ///< of the state down
        double since_h = 0.0;     ///< down since
        std::uint32_t timer = 0;  ///< number of the timer that counts; older ones are void
    };
    struct Timer {
        double at_h = 0.0;
        NodeId node = 0;
        std::uint32_t number = 0;
        friend bool operator>(const Timer& a, const Timer& b) {
            return a.at_h != b.at_h ? a.at_h > b.at_h : a.node > b.node;
        }
    };
    /// A change of a shared node on its way to the owner played.
    struct Arrival {
        SharedChange change;
        const Feed* feed = nullptr;
    };

    void run(const std::vector<ComponentEvent>& events, const std::vector<Arrival>& arrivals);
    void take(const ComponentEvent& event);
    void take(const Arrival& arrival);
    void expire_until(double at_h);
    /// Makes a node fail or work; false if it does already.
    bool turn(NodeId id, bool up, CauseId cause);
    void set(NodeId id, bool up, CauseId cause);
    void tell(NodeId id, const std::vector<std::uint32_t>& services);
    void child_changed(NodeId id, NodeId child);
    void count_children(NodeId id, bool child_up, CauseId cause);
    void delay_child(NodeId id, NodeId child);
    void main_changed(NodeId id);
    void spare_changed(NodeId id);
    void start_spare(NodeId id);
    void run_spare(NodeId id);
    void expire(const Timer& timer);
    void set_timer(NodeId id, double in_h);
    void void_timer(NodeId id) { ++states_[id].timer; }
    [[nodiscard]] RandomStream& random_of(std::uint32_t standby);

    const System& system_;
    const Partition& partition_;
    std::uint64_t seed_;
    std::size_t block_;
    std::vector<State> states_;
    std::vector<std::optional<RandomStream>> randoms_;  ///< [standby], made when first asked
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> timers_;
    std::vector<std::vector<Arrival>> arrivals_;  ///< [year] of the owner played, in their order
    const std::function<void(const Outage&)>* found_ = nullptr;  ///< of the owner played
    SharedChanges* noted_ = nullptr;                             ///< while the shared part is played
    std::uint32_t year_ = 0;                                     ///< of the shared part
    std::uint32_t changes_ = 0;                                  ///< noted so far in this year
    double now_h_ = 0.0;
};

}  // namespace verbund::availability
