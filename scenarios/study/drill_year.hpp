#pragma once

#include "scenarios/study/study.hpp"

/// The year of a drill that states none.
namespace verbund::study {

/// Why a drill is played in the year that was taken.
enum class DrillYearReason {
    first_milestone,  ///< nobody moves
    moves_done,       ///< the first milestone in which all moves of the variant are done
    last_milestone,   ///< moves go on after it
};

/// The year a drill is played in where none is stated.
struct DrillYear {
    int year = 0;
    DrillYearReason why = DrillYearReason::first_milestone;
};

/// A drill asks how a variant stands up to a failure, so it is played where the variant is complete: in the
/// first milestone from the year of its last move on; without moves in the first, with later ones in the
/// last.
[[nodiscard]] DrillYear drill_year(const StudySet& set, const Study& study);

}  // namespace verbund::study
