#include "sim/availability/core/sweep.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace verbund::availability {

Sweep::Sweep(const System& system, const Partition& partition, std::uint64_t seed, std::size_t block)
    : system_{system},
      partition_{partition},
      seed_{seed},
      block_{block},
      states_(system.nodes().size()),
      randoms_(system.standbys().size()) {
    for (std::size_t i = 0; i < states_.size(); ++i)
        states_[i].ups = static_cast<std::uint32_t>(system.nodes()[i].children.size());
}

void Sweep::play_shared(std::uint32_t year, const std::vector<ComponentEvent>& events,
                        SharedChanges& changes) {
    changes.resize(partition_.sources());
    noted_ = &changes;
    year_ = year;
    changes_ = 0;
    run(events, {});
    noted_ = nullptr;
}

void Sweep::begin(const PartContent& part, const SharedChanges& changes, std::size_t years) {
    arrivals_.resize(years);
    for (std::vector<Arrival>& arrivals : arrivals_) arrivals.clear();
    for (const Feed& feed : part.feeds)
        for (const SharedChange& change : changes[feed.source])
            arrivals_[change.year].push_back({change, &feed});
    for (std::vector<Arrival>& arrivals : arrivals_)
        std::sort(arrivals.begin(), arrivals.end(),
                  [](const Arrival& a, const Arrival& b) { return a.change.order < b.change.order; });
}

void Sweep::play(std::size_t year, const std::vector<ComponentEvent>& events,
                 const std::function<void(const Outage&)>& found) {
    found_ = &found;
    run(events, arrivals_[year]);
    found_ = nullptr;
}

/// What is shared comes before what happens at the same instant in the owner's part.
void Sweep::run(const std::vector<ComponentEvent>& events, const std::vector<Arrival>& arrivals) {
    auto event = events.begin();
    auto arrival = arrivals.begin();
    while (event != events.end() || arrival != arrivals.end()) {
        const bool shared =
            arrival != arrivals.end() && (event == events.end() || arrival->change.at_h <= event->at_h);
        expire_until(shared ? arrival->change.at_h : event->at_h);
        if (shared)
            take(*arrival++);
        else
            take(*event++);
    }
    expire_until(std::numeric_limits<double>::infinity());
}

void Sweep::take(const ComponentEvent& event) {
    now_h_ = event.at_h;
    set(system_.component_nodes()[event.component], event.up, system_.components()[event.component].cause);
}

void Sweep::take(const Arrival& arrival) {
    now_h_ = arrival.change.at_h;
    if (!turn(arrival.feed->node, arrival.change.up, arrival.change.cause)) return;
    tell(arrival.feed->node, arrival.feed->services);
    for (const NodeId parent : arrival.feed->parents) child_changed(parent, arrival.feed->node);
}

void Sweep::expire_until(double at_h) {
    while (!timers_.empty() && timers_.top().at_h < at_h) {
        const Timer timer = timers_.top();
        timers_.pop();
        if (timer.number != states_[timer.node].timer) continue;
        now_h_ = timer.at_h;
        expire(timer);
    }
}

bool Sweep::turn(NodeId id, bool up, CauseId cause) {
    State& state = states_[id];
    if (state.up == up) return false;
    state.up = up;
    if (!up) {
        state.cause = cause;
        state.since_h = now_h_;
    }
    return true;
}

void Sweep::set(NodeId id, bool up, CauseId cause) {
    if (!turn(id, up, cause)) return;
    if (noted_ == nullptr) {
        if (partition_.wiring(id).serves) tell(id, system_.nodes()[id].services);
    } else if (const std::uint32_t source = partition_.source(id); source != Partition::no_source) {
        (*noted_)[source].push_back({now_h_, year_, changes_++, up, cause});
    }
    for (const NodeId parent : partition_.parents(id)) child_changed(parent, id);
}

void Sweep::tell(NodeId id, const std::vector<std::uint32_t>& services) {
    const State& state = states_[id];
    if (!state.up || now_h_ <= state.since_h) return;
    for (const std::uint32_t service : services) (*found_)({service, state.since_h, now_h_, state.cause});
}

void Sweep::child_changed(NodeId id, NodeId child) {
    switch (partition_.wiring(id).kind) {
        case NodeKind::component:
            return;
        case NodeKind::at_least:
            return count_children(id, states_[child].up, states_[child].cause);
        case NodeKind::delay:
            return delay_child(id, child);
        case NodeKind::standby:
            return child == system_.standbys()[system_.nodes()[id].index].main ? main_changed(id)
                                                                               : spare_changed(id);
    }
}

void Sweep::count_children(NodeId id, bool child_up, CauseId cause) {
    State& state = states_[id];
    state.ups += child_up ? 1U : ~0U;
    set(id, state.ups >= partition_.wiring(id).needed, cause);
}

void Sweep::delay_child(NodeId id, NodeId child) {
    const Delay& delay = system_.delays()[system_.nodes()[id].index];
    void_timer(id);
    const bool child_up = states_[child].up;
    if (child_up == states_[id].up)
        return;  // it came back in time, or failed again before the restart was done
    const double wait_h = child_up ? delay.restart_h : delay.hold_h;
    if (wait_h > 0.0)
        set_timer(id, wait_h);
    else
        set(id, child_up, states_[child].cause);
}

void Sweep::main_changed(NodeId id) {
    const std::uint32_t index = system_.nodes()[id].index;
    const Standby& gate = system_.standbys()[index];
    State& state = states_[id];
    void_timer(id);
    state.running = false;
    if (states_[gate.main].up) {
        state.refused = false;
        set(id, true, 0);
        return;
    }
    const CauseId cause = states_[gate.main].cause;
    state.refused = gate.failure_on_demand > 0.0 && random_of(index).uniform() < gate.failure_on_demand;
    if (state.refused) {
        set(id, false, gate.cause.value_or(cause));
    } else if (!states_[gate.spare].up) {
        set(id, false, cause);
    } else {
        if (gate.switch_h > 0.0) set(id, false, cause);
        start_spare(id);
    }
}

void Sweep::spare_changed(NodeId id) {
    const Standby& gate = system_.standbys()[system_.nodes()[id].index];
    const State& state = states_[id];
    if (states_[gate.main].up || state.refused) return;
    if (states_[gate.spare].up) {
        start_spare(id);
    } else {
        void_timer(id);
        states_[id].running = false;
        set(id, false, states_[gate.spare].cause);
    }
}

void Sweep::start_spare(NodeId id) {
    const Standby& gate = system_.standbys()[system_.nodes()[id].index];
    if (gate.switch_h > 0.0)
        set_timer(id, gate.switch_h);
    else
        run_spare(id);
}

void Sweep::run_spare(NodeId id) {
    const std::uint32_t index = system_.nodes()[id].index;
    const Standby& gate = system_.standbys()[index];
    states_[id].running = true;
    if (gate.running_mttf_h > 0.0)
        set_timer(id, gate.running_mttf_h * random_of(index).standard_exponential());
    set(id, true, 0);
}

void Sweep::expire(const Timer& timer) {
    const Node& node = system_.nodes()[timer.node];
    State& state = states_[timer.node];
    if (node.kind == NodeKind::delay) {
        const NodeId child = node.children.front();
        set(timer.node, states_[child].up, states_[child].cause);
        return;
    }
    const Standby& gate = system_.standbys()[node.index];
    if (!state.running) {
        run_spare(timer.node);
        return;
    }
    state.running = false;
    state.refused = true;  // the spare failed while it ran: nothing is left until the main part works again
    set(timer.node, false, gate.cause.value_or(states_[gate.main].cause));
}

void Sweep::set_timer(NodeId id, double in_h) {
    void_timer(id);
    timers_.push({now_h_ + in_h, id, states_[id].timer});
}

RandomStream& Sweep::random_of(std::uint32_t standby) {
    std::optional<RandomStream>& random = randoms_[standby];
    if (!random) {
        random.emplace(seed_,
                       fmt::format("availability/standby/{}#{}", system_.standbys()[standby].name, block_));
    }
    return *random;
}

}  // namespace verbund::availability
