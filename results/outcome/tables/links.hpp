#pragma once

#include "results/outcome/not_applicable.hpp"
#include "results/outcome/tables/table.hpp"

namespace verbund::outcome {

/// A link in a variant and year.
struct LinkYear {
    double mean_gbit_s = 0.0;
    double peak_gbit_s = 0.0;
    double limit_gbit_s = not_applicable;
    double need_gbit_s = 0.0;  ///< peak times sizing factor
};

template <>
const Table<LinkYear>& table_of<LinkYear>();

}  // namespace verbund::outcome
