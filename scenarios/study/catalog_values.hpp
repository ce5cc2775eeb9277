#pragma once

#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

/// What of the catalog enters the results of a study.
namespace verbund::study {

/// Every row that an engine reads for one of the variants, by "catalog.<table>.<row>": its numbers, its
/// meaning and its source.  A row that the study gives in a table of its own counts as given.
///
/// Year tables: the rows that hold in the horizon; server trend: to the end of the last building stage that
/// begins in it.  Districts and municipalities: those of the territory and the nearest of each place, and all
/// districts proper (not the cities) where the survey's mean over them sizes an estate.  UPS, cooling,
/// climate: those of the study's sites; servers: the generations that stand or are bought, and that of the
/// reference; access lines: those of the kinds of administrations.
[[nodiscard]] std::vector<Assumption> catalog_values(const StudySet& set);

}  // namespace verbund::study
