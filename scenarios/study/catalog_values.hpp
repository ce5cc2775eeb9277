#pragma once

#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

/// What of the catalog enters the results of a study.
namespace verbund::study {

/// Every row that an engine reads for one of the variants, by "catalog.<table>.<row>": its numbers, its
/// meaning and its source.  A row that the study gives in a table of its own counts as given.
///
/// Year tables: the rows that hold in the horizon.  Districts: all, as the survey's mean is calibrated on
/// them; municipalities: those of the territory.  UPS, cooling, climate, server series: those of the study's
/// sites.
[[nodiscard]] std::vector<Assumption> catalog_values(const StudySet& set);

}  // namespace verbund::study
