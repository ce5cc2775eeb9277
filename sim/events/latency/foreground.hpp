#pragma once

#include <array>
#include <map>
#include <vector>

#include "models/base/unit_factors.hpp"
#include "sim/events/latency/sample_others.hpp"
#include "sim/events/latency/strata.hpp"

/// Traffic of the transactions themselves at the accesses, apart from the rest of the background.
namespace verbund::events {

/// For every access, direction and hour: the flows of all its transactions, and whether they are simulated
/// around each sampled one or stay part of the mean background.
///
/// Others take the access itself and a link with the delay of the rest of their way, so that they share the
/// access as if they went all the way, at a fraction of the work.
class Foreground {
public:
    /// Below this load of the access others are too rarely met to matter: the mean background has them.
    static constexpr double least_load = 0.02;
    /// Above this load of the access nothing is stationary: the mean background has them there too, and what
    /// passes is reported as saturated.
    static constexpr double most_load = StationaryOthers::most_load;

    Foreground(Engine& engine, const Platform& platform, const deploy::WorldYear& input,
               const Background& background, const DayShape& day, const LatencyStrata& world);

    /// Others of an access in an hour.
    struct Access {
        std::vector<FlowClass> classes;  ///< empty: they are part of the background
        double capacity = 0.0;           ///< bytes/s that the rest of the background leaves
        double traffic_gbit_s = 0.0;     ///< of the classes, to be left out of the background
    };
    [[nodiscard]] const Access& access(std::size_t administration, bool up, int hour) const;

private:
    using Hours = std::array<Access, hours_per_day>;
    /// People's end of a connection as its others see it.
    using Ends = std::map<std::size_t, EndpointId>;

    void collect(const deploy::WorldYear& input, const DayShape& day, const LatencyStrata& world,
                 const Ends& ends, EndpointId centers);
    void judge(const Background& background, const DayShape& day);

    std::vector<std::array<Hours, 2>> accesses_;  ///< [administration][up]
};

}  // namespace verbund::events
