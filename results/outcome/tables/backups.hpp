#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// Backup of a site in the night.
struct NightBackup {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    std::string to;  ///< where the copy outside goes; empty = none
    double changed_gb = 0.0;
    double sent_gb = 0.0;      ///< out of the site, after reduction
    double local_end_h = 0.0;  ///< hours after the window's beginning when the local backup is complete
    double outside_end_h = not_applicable;
    double window_h = 0.0;
    bool holds = false;
};

template <>
const Table<NightBackup>& table_of<NightBackup>();

}  // namespace verbund::outcome
