#pragma once

#include "scenarios/study/study.hpp"

namespace verbund::study {

/// Cases of a sweep at most: more are a slip.
inline constexpr std::size_t most_cases = 100'000;

/// Notes axes that say nothing or two things, mean nothing of the study, take values that their keys cannot
/// have, or contradict each other, and a sweep of more than `most_cases`.
void check_sweep(const StudySet& set, Diagnostics& mistakes);

}  // namespace verbund::study
