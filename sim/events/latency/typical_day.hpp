#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/events/latency/statistics.hpp"
#include "sim/events/world/day_shape.hpp"

/// What people wait for on a typical day: sampled transactions over shared links, hosts and storage.
namespace verbund::events {

/// One kind of day, small enough to be sent from a child process: about 60 bytes and 4 per sample for each
/// administration, kind of transaction and site.
struct TypicalDayOutcome {
    std::string day;
    double days_per_year = 0.0;
    std::vector<SampleGroup> groups;
    std::vector<float> stretches;  ///< of all groups, one after the other
    std::vector<outcome::LatencyDay> latency;
    std::vector<outcome::BusyLink> busiest;  ///< at most ten
    std::uint64_t samples = 0;
    std::uint64_t activities = 0;  ///< flows and executions of the simulation
};

/// Plays 24 h.  Constructs the process's one `Engine`: call it in a child process.
///
/// A transaction is request, execution on the site's hosts, read from its storage, response, and the
/// remaining exchanges as pure delay.  What is not sampled is present as the mean background of the hour; at
/// the administration's access, where single transactions are felt, as single ones (`StationaryOthers`).
[[nodiscard]] TypicalDayOutcome simulate_typical_day(const deploy::WorldYear& input, const DayShape& day);

/// The days of a year, merged by how often they come.
struct YearLatency {
    std::vector<outcome::LatencyAdministration> administrations;
    std::vector<outcome::LatencyDay> days;  ///< those of the days, then day "year"
    std::vector<outcome::BusyLink> busiest;
};

/// The year as the mixture of its days by days per year x transactions of the day.  In any process.
[[nodiscard]] YearLatency merge_days(const deploy::WorldYear& input,
                                     const std::vector<TypicalDayOutcome>& days);

}  // namespace verbund::events
