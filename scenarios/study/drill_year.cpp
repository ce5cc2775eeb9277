#include "scenarios/study/drill_year.hpp"

#include <algorithm>

#include "scenarios/study/wave_days.hpp"

namespace verbund::study {

DrillYear drill_year(const StudySet& set, const Study& study) {
    if (study.moves.empty()) return {set.milestones.front(), DrillYearReason::first_milestone};
    int last_move = set.horizon.first;
    for (const auto& [id, move] : study.moves)
        for (const Date day : wave_days(move)) last_move = std::max(last_move, day.year);
    const auto done = std::find_if(set.milestones.begin(), set.milestones.end(),
                                   [last_move](int year) { return year >= last_move; });
    if (done == set.milestones.end()) return {set.milestones.back(), DrillYearReason::last_milestone};
    return {*done, DrillYearReason::moves_done};
}

}  // namespace verbund::study
