#pragma once

#include <string_view>
#include <vector>

#include "results/outcome/outcome.hpp"

/// Figures of the event and availability engines that variants are compared by, beside those of the summary.
namespace verbund::report {

struct EngineMetric {
    enum class Kind {
        number,
        share,  ///< of one, shown in percent
        grade,  ///< a class: its difference is a number of classes, not a percentage
        count,
        recovery,  ///< seconds; infinite = never
        loss,      ///< seconds; infinite = all data
    };
    using Get = double (*)(const outcome::Run&, std::size_t variant, int year);

    std::string_view name;  ///< key in JSON
    std::string_view unit;  ///< UDUNITS text
    std::string_view label_de;
    std::string_view label_en;
    Kind kind = Kind::number;
    Get get = nullptr;  ///< not-a-number where the engine found nothing for that variant and year
    Get low = nullptr;  ///< ends of the 95 % interval, where there is one
    Get high = nullptr;
};

/// Downtime of critical services and their BSI class, response time p95 of all transactions over the year,
/// longest recovery and largest data loss of all drills and how many drills never end well, share of sites
/// whose nightly backup holds.
[[nodiscard]] const std::vector<EngineMetric>& engine_metrics();

}  // namespace verbund::report
