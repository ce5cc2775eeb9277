#include "sim/events/latency/foreground.hpp"

#include <algorithm>

#include "models/base/unit_factors.hpp"

namespace verbund::events {
namespace {

/// Stands for a link that has no limit of its own.
constexpr double ample_bytes_per_s = 1e5 * bytes_per_gbit;

/// The access's own delay is a gateway's.
EndpointId add_end(Engine& engine, const Platform& platform, const Connection& way, double gateway_s) {
    const LinkId up = *platform.access_link(way.administration, true);
    const LinkId down = *platform.access_link(way.administration, false);
    const double rest = std::max(0.0, 0.5 * way.round_trip_s - gateway_s);
    const LinkId out = engine.add_link("others>", ample_bytes_per_s, rest);
    const LinkId in = engine.add_link("others<", ample_bytes_per_s, rest);
    return engine.add_endpoint("others", {up, out}, {in, down});
}

}  // namespace

Foreground::Foreground(Engine& engine, const Platform& platform, const deploy::WorldYear& input,
                       const Background& background, const DayShape& day, const LatencyStrata& world)
    : accesses_(input.year().administrations.size()) {
    const double gateway_s = input.network().delays.gateway.in(seconds);
    Ends ends;
    for (std::size_t c = 0; c < world.connections.size(); ++c)
        if (!world.connections[c].home) ends[c] = add_end(engine, platform, world.connections[c], gateway_s);
    collect(input, day, world, ends, engine.add_endpoint("others/centers", {}, {}));
    judge(background, day);
}

void Foreground::collect(const deploy::WorldYear& input, const DayShape& day, const LatencyStrata& world,
                         const Ends& ends, EndpointId centers) {
    const double up_share = input.study().events.latency.upstream_share.in(one);
    for (const Stratum& s : world.strata) {
        if (!ends.contains(s.connection)) continue;
        const EndpointId people = ends.at(s.connection);
        const catalog::Transaction& what = input.set().catalog.transactions[s.transaction];
        for (const bool up : {true, false}) {
            const double bytes = (up ? what.request_kb : what.response_kb) * bytes_per_kb;
            Hours& hours = accesses_[world.connections[s.connection].administration][up ? 1 : 0];
            for (int h = 0; h < hours_per_day; ++h) {
                const double share = day.share(s.profile, h);
                const double per_s = s.per_hour * share / seconds_per_hour;
                if (per_s * bytes <= 0.0) continue;
                Access& access = hours[static_cast<std::size_t>(h)];
                access.classes.push_back({up ? people : centers, up ? centers : people, per_s, bytes});
                // A class's transactions are part of its stated traffic, however large they are drawn.
                access.traffic_gbit_s +=
                    std::min(per_s * bytes / bytes_per_gbit,
                             (up ? up_share : 1.0 - up_share) * s.traffic_gbit_s * share);
            }
        }
    }
}

void Foreground::judge(const Background& background, const DayShape& day) {
    for (std::size_t a = 0; a < accesses_.size(); ++a) {
        const double capacity = background.access_capacity_gbit_s(a);
        for (const bool up : {true, false}) {
            for (int h = 0; h < hours_per_day; ++h) {
                Access& access = accesses_[a][up ? 1 : 0][static_cast<std::size_t>(h)];
                const double all = background.access_gbit_s(a, up, day, h);
                access.capacity = (capacity - (all - access.traffic_gbit_s)) * bytes_per_gbit;
                double bytes_per_s = 0.0;
                for (const FlowClass& c : access.classes) bytes_per_s += c.per_s * c.mean_bytes;
                if (all > most_load * capacity || bytes_per_s < least_load * access.capacity) access = {};
            }
        }
    }
}

const Foreground::Access& Foreground::access(std::size_t administration, bool up, int hour) const {
    return accesses_[administration][up ? 1 : 0][static_cast<std::size_t>(hour)];
}

}  // namespace verbund::events
