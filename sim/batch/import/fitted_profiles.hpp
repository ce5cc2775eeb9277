#pragma once

#include <string>
#include <vector>

#include "models/base/calendar.hpp"
#include "models/catalog/catalog.hpp"
#include "models/workload/measured_use.hpp"
#include "results/outcome/fitted_profiles.hpp"
#include "scenarios/read/import/vm_classes.hpp"

namespace verbund::batch {

/// When time 0 of a trace was, and by whose holidays its days are told apart.
struct TraceCalendar {
    Date day;
    double hour = 0.0;
    FederalState state{};
};

/// Profiles of the classes that VMs' names tell, and the catalog's tables with them.
struct ClassProfiles {
    outcome::FittedProfiles found;
    std::string profiles_csv;   ///< the built-in profiles, and "measured-<class>"
    std::string workloads_csv;  ///< the built-in classes, those measured with profile and use as measured
};

/// Fits the use of VMs by class; a VM that no rule matches is of class "specialist".
///
/// What was not measured stays as the catalog has it: the factor of the quiet season, classes without a VM or
/// without a whole week.  Throws `InvalidInput` for a trace of more than ten years.
[[nodiscard]] ClassProfiles fit_profiles(const std::vector<workload::MeasuredVm>& vms,
                                         const workload::StepSource& steps, const TraceCalendar& calendar,
                                         const std::vector<read::VmClassRule>& rules,
                                         const catalog::Catalog& catalog);

}  // namespace verbund::batch
