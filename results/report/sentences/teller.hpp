#pragma once

#include "results/outcome/outcome.hpp"
#include "results/report/place_names.hpp"
#include "results/report/style.hpp"

namespace verbund::report {

/// What sentences about a run's rows may need, in one language; all of it must outlive the teller.
struct Teller {
    const outcome::Run& run;
    const PlaceNames& names;  ///< in that language
    Language language;
};

}  // namespace verbund::report
