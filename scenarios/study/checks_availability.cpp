#include <fmt/format.h>

#include "models/base/quantity_text.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {

void find_availability_year_outside_horizon(const CheckInput& input) {
    if (!horizon_known(input)) return;
    const Horizon& horizon = input.set.horizon;
    for (const int year : input.study.availability.years) {
        if (year >= horizon.first && year <= horizon.last) continue;
        input.report("availability.years",
                     fmt::format("{} lies outside the horizon {}-{} (there is no deployment of that year)",
                                 year, horizon.first, horizon.last),
                     "Name years of the horizon.");
    }
}

void find_failover_better_untested(const CheckInput& input) {
    const Availability& a = input.study.availability;
    if (a.success_untested <= a.success_tested || input.report.broken("availability.success_tested")) return;
    input.report("availability.success_untested",
                 fmt::format("{} is above {}, the success of a tested failover (tests do not make it worse)",
                             to_text(a.success_untested), to_text(a.success_tested)),
                 "Write the larger share as success_tested.");
}

}  // namespace verbund::study
