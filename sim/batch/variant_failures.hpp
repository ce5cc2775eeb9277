#pragma once

#include "models/base/tasks.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::batch {

/// Ends work on all variants of a study side by side, whose tasks have the numbers of the variants.  Throws
/// one `InvalidInput` with the mistakes that were found in any of them, else what the first failed one threw.
void throw_failures(const study::StudySet& set, const TaskFailures& failures);

}  // namespace verbund::batch
