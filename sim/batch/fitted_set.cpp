#include "sim/batch/fitted_set.hpp"

#include "sim/annual/metered_fit.hpp"

namespace verbund::batch {

FittedSet::FittedSet(const study::StudySet& stated) : stated_{stated} {
    if (!annual::has_metered(stated)) return;
    fitted_ = stated;
    fits_ = annual::fit_metered(*fitted_);
}

}  // namespace verbund::batch
