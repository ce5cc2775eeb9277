#include "sim/events/drill/restore.hpp"

#include <utility>

namespace verbund::events {

RestoreStreams::RestoreStreams(Engine& engine, int streams, double bytes_per_s)
    : engine_{engine}, bytes_per_s_{bytes_per_s}, idle_{streams} {}

void RestoreStreams::add(double bytes, const RestoreSource& source, Callback done) {
    Order order{bytes, source, std::move(done)};
    if (idle_ == 0) {
        waiting_.push_back(std::move(order));
        return;
    }
    --idle_;
    start(std::move(order));
}

void RestoreStreams::start(Order order) {
    const RestoreSource source = order.source;
    const auto ended = [this, done = std::move(order.done)] {
        done();
        if (waiting_.empty()) {
            ++idle_;
            return;
        }
        Order next = std::move(waiting_.front());
        waiting_.pop_front();
        start(std::move(next));
    };
    if (source.storage)
        engine_.execute(*source.storage, order.bytes, ended, 1, bytes_per_s_);
    else
        engine_.transfer(source.from, source.to, order.bytes, ended, bytes_per_s_);
}

}  // namespace verbund::events
