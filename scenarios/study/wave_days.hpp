#pragma once

#include <string>
#include <vector>

#include "scenarios/study/study.hpp"

/// When the waves of a move go.
namespace verbund::study {

/// Days on which the waves of a move take effect, in order: 1 January of each of its years, the first day of
/// each of its quarters, or its date.  None for a move without a time.
[[nodiscard]] std::vector<Date> wave_days(const Move& move);

/// Key of the study under which the time of a move is stated; "years" where none is.
[[nodiscard]] std::string wave_key(const Move& move);

}  // namespace verbund::study
