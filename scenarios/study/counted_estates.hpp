#pragma once

#include <vector>

#include "scenarios/study/study.hpp"

/// Estates that were counted, beside what the survey would say of them.
namespace verbund::study {

/// Servers and what they have.
struct EstateSums {
    double vms = 0.0;
    double physical = 0.0;  ///< servers
    double vcpu = 0.0;      ///< of VMs
    double ram_gb = 0.0;    ///< of VMs
    double storage_gb = 0.0;
};

/// An administration with an inventory.
struct CountedEstate {
    Id administration;
    int year = 0;  ///< in which it was counted
    EstateSums counted;
    EstateSums survey;            ///< by its seats, without what bodies of its kind have at a provider
    double provider_share = 0.0;  ///< left out of `survey`
};

/// Every administration with an inventory, in the first variant that states it.  The study has no mistakes.
[[nodiscard]] std::vector<CountedEstate> counted_estates(const StudySet& set);

}  // namespace verbund::study
