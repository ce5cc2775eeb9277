#pragma once

#include <string>

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// Of the year in which most protected servers lack their standby: where most of one criticality lack it and
/// for want of what, and how many do in all.  Empty where every backup site holds all.
[[nodiscard]] std::string missing_standby_sentence(const outcome::Run& run, std::size_t variant,
                                                   const PlaceNames& names, const Style& style);

}  // namespace verbund::report
