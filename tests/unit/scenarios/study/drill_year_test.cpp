#include "scenarios/study/drill_year.hpp"

#include "tests/support/catch.hpp"

namespace verbund::study {
namespace {

TEST_CASE("a drill without a year is played where all moves are done", "[study][drill]") {
    StudySet set;
    set.horizon = {2022, 2035};
    set.milestones = {2025, 2030, 2035};
    Study study;
    CHECK(drill_year(set, study).year == 2025);
    CHECK(drill_year(set, study).why == DrillYearReason::first_milestone);
    study.moves["a"].years = {2024, 2025};
    CHECK(drill_year(set, study).year == 2025);
    CHECK(drill_year(set, study).why == DrillYearReason::moves_done);
    study.moves["b"].years = {2026, 2026};  // 2025 lies before it
    CHECK(drill_year(set, study).year == 2030);
    study.moves["c"].years = {2034, 2036};
    CHECK(drill_year(set, study).year == 2035);
    CHECK(drill_year(set, study).why == DrillYearReason::last_milestone);
}

}  // namespace
}  // namespace verbund::study
