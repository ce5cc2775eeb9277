#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A step of a drill's timeline.
struct DrillEvent {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string drill;
    double at_s = 0.0;  ///< after the failure
    /// failure, detection, decision, rerouting, promotion, boot, application, restored, ...
    std::string step;
    std::string subject;
    std::string text_de;
    std::string text_en;
    bool critical_path = false;  ///< on the path that ends with the last critical class
};

template <>
const Table<DrillEvent>& table_of<DrillEvent>();

}  // namespace verbund::outcome
