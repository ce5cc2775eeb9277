#include "results/report/terminal/usage_text.hpp"

#include "results/report/numbers.hpp"
#include "results/report/terminal/read_counts.hpp"

namespace verbund::report {

std::string usage_text(const outcome::ImportedUsage& found, const Style& style) {
    return say(style.language, "{} VMs, {} Schritte, {} vom ersten Beginn bis zum letzten Ende\n",
               "{} VMs, {} steps, {} from the first start to the last end\n",
               fixed_number(static_cast<double>(found.vms), 0, style),
               fixed_number(static_cast<double>(found.steps), 0, style),
               time_text(found.last_end_s - found.first_start_s, style)) +
           read_counts_line(found.counts, style);
}

}  // namespace verbund::report
