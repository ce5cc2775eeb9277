#pragma once

#include <deque>
#include <optional>

#include "sim/events/world/platform.hpp"

/// Data that flow back from backup, or from copies elsewhere.
namespace verbund::events {

/// Where data are read: at the place itself, outside of all sites, or over a path.
struct RestoreSource {
    std::optional<ProcessorId> storage;  ///< at the place, or the line to an outside copy at no center
    EndpointId from{};                   ///< without storage: over the network
    EndpointId to{};
};

/// A few streams, each of which takes the next that waits; all are bound by one rate.
class RestoreStreams {
public:
    RestoreStreams(Engine& engine, int streams, double bytes_per_s);
    RestoreStreams(const RestoreStreams&) = delete;
    RestoreStreams& operator=(const RestoreStreams&) = delete;

    /// Reads so many bytes when a stream is free, in the order of the calls; `done` when they are back.
    void add(double bytes, const RestoreSource& source, Callback done);

private:
    struct Order {
        double bytes = 0.0;
        RestoreSource source;
        Callback done;
    };

    void start(Order order);

    Engine& engine_;
    double bytes_per_s_;
    int idle_;
    std::deque<Order> waiting_;
};

}  // namespace verbund::events
