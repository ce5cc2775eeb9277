#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// All sites of a variant in a phase of a year, the study's clients' part.
struct VariantPhase {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string first_day;  ///< "2026-07-01"
    std::string last_day;
    std::string starts_with;  ///< code of `PhaseStart`
    double hours = 0.0;
    double servers_at_centers = 0.0;
    double servers_at_home = 0.0;
    double servers_refused = 0.0;
    double hosts_at_centers = 0.0;
    double hosts_at_home = 0.0;
    double hosts_bought = 0.0;
    double it_power_mean_kw = 0.0;
    double it_power_peak_kw = 0.0;
    double energy_it_mwh = 0.0;
    double energy_grid_mwh = 0.0;
    double cost_total_eur = 0.0;
};

template <>
const Table<VariantPhase>& table_of<VariantPhase>();

}  // namespace verbund::outcome
