#pragma once

#include <map>

#include "models/base/diagnostics.hpp"
#include "models/base/number_text.hpp"
#include "scenarios/read/import/csv.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::read {

/// Columns id,name,state,lat,lon,population,seats (seats may be empty); others are left out and noted.  Adds
/// each administration to the study; where the study itself states one of that id, its values stay.  Notes
/// bad cells and repeated ids; `places` learns where each administration stands, for mistakes that show
/// later.
void read_administrations(const CsvTable& table, DecimalSign decimals,
                          std::map<study::Id, study::Administration>& administrations,
                          study::KeyPlaces& places, Diagnostics& mistakes);

}  // namespace verbund::read
