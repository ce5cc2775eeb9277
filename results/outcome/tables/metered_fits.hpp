#pragma once

#include <cstdint>
#include <string>

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// How a center's chain was fitted to its meters: what was stated, computed before the fit, found and
/// computed after it.
struct MeteredFit {
    std::int32_t variant = 0;
    std::int32_t year = 0;
    std::string site;
    double stated_pue = not_applicable;
    double pue_before = not_applicable;
    double cooling_factor = 1.0;
    double pue_after = not_applicable;
    double stated_mwh = not_applicable;
    double mwh_before = 0.0;
    double other_it_kw = 0.0;
    double mwh_after = 0.0;
};

template <>
const Table<MeteredFit>& table_of<MeteredFit>();

}  // namespace verbund::outcome
