#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A center that also holds clients outside the study, in a year: the whole of it beside the study's part.
struct SharedCenter {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    double clients_it_kw = 0.0;
    double other_it_kw = 0.0;
    double clients_share = 1.0;
    double center_it_mwh = 0.0;
    double center_grid_mwh = 0.0;
    double center_cost_energy_eur = 0.0;
};

template <>
const Table<SharedCenter>& table_of<SharedCenter>();

}  // namespace verbund::outcome
