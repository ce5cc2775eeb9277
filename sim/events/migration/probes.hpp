#pragma once

#include <cstddef>
#include <vector>

#include "models/base/random.hpp"
#include "sim/events/world/platform.hpp"

/// Single transactions that show what people see while something else goes on.
namespace verbund::events {

/// A person's transaction at a time of the night.
struct Probe {
    std::size_t administration = 0;
    std::size_t site = 0;
    double after_s = 0.0;  ///< after the window's beginning
    double request_bytes = 0.0;
    double response_bytes = 0.0;
    double cpu_s = 0.0;  ///< on a core of the reference
    double storage_bytes = 0.0;
};

/// Who works where.
struct ProbePlace {
    std::size_t administration = 0;
    std::size_t site = 0;
};

/// Draws probe `number` of a study year: place, time within `window_s` and exponential sizes of the
/// transaction.  The stream does not depend on the variant.
[[nodiscard]] Probe draw_probe(const study::StudySet& set, const catalog::Transaction& kind, int year,
                               int number, const std::vector<ProbePlace>& places, double window_s);

/// Plays transactions and measures their response times.
///
/// Steps, one after the other: round trips without the last, request, CPU on the site's hosts, read from its
/// storage, response.  Construct it, with every place, before the engine's first activity; it must outlive
/// the run.
class ProbePlayer {
public:
    ProbePlayer(Engine& engine, Platform& platform, const catalog::Transaction& kind,
                const std::vector<ProbePlace>& places);

    /// Starts it now; its response time is stored as an entry of `results` when it has ended.
    void play(const Probe& probe, std::vector<double>& results);

private:
    struct Live;

    Engine& engine_;
    Platform& platform_;
    double round_trips_;
};

}  // namespace verbund::events
