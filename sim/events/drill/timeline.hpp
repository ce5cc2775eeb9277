#pragma once

#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "sim/deploy/world_year.hpp"

/// What happens in a drill, in codes and values; the report tells it.
namespace verbund::events {

/// A step without a time, see `outcome::DrillEvent`.
[[nodiscard]] outcome::DrillEvent drill_step(std::string step, std::string subject, std::string form = "");
/// The same, of a site: subject and place are its id.
[[nodiscard]] outcome::DrillEvent site_step(const deploy::WorldYear& input, std::size_t site,
                                            std::string step, std::string form = "");

/// Steps of a drill in the order of time.
class Timeline {
public:
    /// `at_s` after the failure.  Steps at the same time keep the order in which they were added, but
    /// "restored" comes last.
    void add(double at_s, outcome::DrillEvent event);
    /// Notes that a step is on the critical path; adds it if none of that kind and subject is there yet.
    void add_critical(double at_s, outcome::DrillEvent event);
    [[nodiscard]] std::vector<outcome::DrillEvent> sorted(const std::string& drill, int year) const;

private:
    std::vector<outcome::DrillEvent> events_;
};

}  // namespace verbund::events
