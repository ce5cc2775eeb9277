#include "sim/events/latency/sample_others.hpp"

#include <algorithm>
#include <cmath>

namespace verbund::events {

StationaryOthers::StationaryOthers(Engine& engine, const std::vector<FlowClass>& classes, double capacity,
                                   RandomStream random)
    : engine_{engine}, classes_{classes}, random_{random} {
    for (const FlowClass& c : classes) {
        per_s_ += c.per_s;
        bytes_per_s_ += c.per_s * c.mean_bytes;
    }
    const double load = bytes_per_s_ / capacity;
    load_ = std::min(most_load, load);
    if (load > 0.0) arrivals_per_s_ = per_s_ * load_ / load;
}

std::shared_ptr<StationaryOthers> StationaryOthers::start(Engine& engine,
                                                          const std::vector<FlowClass>& classes,
                                                          double capacity, RandomStream random) {
    std::shared_ptr<StationaryOthers> others{new StationaryOthers(engine, classes, capacity, random)};
    if (others->load_ > 0.0) others->begin();
    return others;
}

void StationaryOthers::begin() {
    for (std::size_t left = number_present(); left > 0; --left) start_flow(one_present());
    plan_arrival();
}

void StationaryOthers::leave() {
    if (--users_ > 0) return;
    stopped_ = true;
    for (const ActivityId flow : flows_) engine_.cancel(flow);
    flows_.clear();
}

/// Inverse of P(N >= n) = rho^n.
std::size_t StationaryOthers::number_present() {
    return static_cast<std::size_t>(std::log(random_.uniform()) / std::log(load_));
}

const FlowClass& StationaryOthers::one_present() {
    double left = random_.uniform() * bytes_per_s_;
    for (const FlowClass& c : classes_) {
        left -= c.per_s * c.mean_bytes;
        if (left < 0.0) return c;
    }
    return classes_.back();
}

const FlowClass& StationaryOthers::one_arriving() {
    double left = random_.uniform() * per_s_;
    for (const FlowClass& c : classes_) {
        left -= c.per_s;
        if (left < 0.0) return c;
    }
    return classes_.back();
}

void StationaryOthers::start_flow(const FlowClass& of) {
    flows_.push_back(
        engine_.transfer(of.from, of.to, of.mean_bytes * random_.standard_exponential(), nullptr));
}

void StationaryOthers::plan_arrival() {
    engine_.after(
        random_.standard_exponential() / arrivals_per_s_,
        [self = shared_from_this()] {
            if (self->stopped_) return;
            self->start_flow(self->one_arriving());
            self->plan_arrival();
        });
}

}  // namespace verbund::events
