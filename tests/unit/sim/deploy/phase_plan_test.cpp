#include "sim/deploy/phase_plan.hpp"

#include <utility>

#include "tests/support/catch.hpp"

namespace verbund::deploy {
namespace {

using Starts = std::vector<std::pair<Date, PhaseStart>>;

study::Center center(Date commissioned, std::optional<Date> closed = {}) {
    study::Center center;
    center.commissioned = commissioned;
    center.closed = closed;
    return center;
}

/// First days of the phases and what begins them; that they cover the year is checked.
Starts starts_of(const PhasePlan& plan, int year, const std::vector<Date>& given_up = {}) {
    Starts starts;
    int next_day = 0;
    for (const PlannedPhase& planned : plan.of(year, given_up)) {
        CHECK(planned.phase.year == year);
        CHECK(planned.phase.first_day == next_day);
        CHECK(planned.phase.end_day > planned.phase.first_day);
        next_day = planned.phase.end_day;
        starts.emplace_back(first_date(planned.phase), planned.starts_with);
    }
    CHECK(next_day == days_in_year(year));
    return starts;
}

TEST_CASE("a year without a change is one phase", "[deploy]") {
    study::Study study;
    study.centers["a"] = center({2026, 7, 1});
    const PhasePlan plan{study, {}};
    CHECK(starts_of(plan, 2025) == Starts{{{2025, 1, 1}, PhaseStart::year}});
    CHECK(starts_of(plan, 2028) == Starts{{{2028, 1, 1}, PhaseStart::year}});
}

TEST_CASE("each change begins a phase, two on one day begin one", "[deploy]") {
    study::Study study;
    study.centers["a"] = center({2026, 7, 1});
    study.centers["b"] = center({2026, 7, 1}, Date{2026, 10, 15});  // comes and goes in one year
    study.backups["a"].from = study::StartDay{{2026, 3, 1}};
    const PhasePlan plan{study, {{{{2026, 7, 1}, 0, nullptr}}, {{{2026, 9, 1}, 0, nullptr}}}};
    CHECK(starts_of(plan, 2026, {{2026, 11, 1}, {2027, 1, 1}}) ==
          Starts{{{2026, 1, 1}, PhaseStart::year},
                 {{2026, 3, 1}, PhaseStart::backup},
                 {{2026, 7, 1}, PhaseStart::move},
                 {{2026, 9, 1}, PhaseStart::move},
                 {{2026, 10, 15}, PhaseStart::closure},
                 {{2026, 11, 1}, PhaseStart::given_up}});
}

TEST_CASE("a change on 1 January cuts nothing, one on 31 December a single day", "[deploy]") {
    study::Study study;
    study.centers["a"] = center({2020, 1, 1}, Date{2028, 12, 31});
    study.centers["b"] = center({2020, 1, 1}, Date{2029, 1, 1});
    const PhasePlan plan{study, {}};
    CHECK(starts_of(plan, 2028) ==
          Starts{{{2028, 1, 1}, PhaseStart::year}, {{2028, 12, 31}, PhaseStart::closure}});
    CHECK(starts_of(plan, 2029) == Starts{{{2029, 1, 1}, PhaseStart::closure}});
}

TEST_CASE("a change on a leap day begins a phase on it", "[deploy]") {
    study::Study study;
    study.centers["a"] = center({2028, 2, 29});
    CHECK(starts_of(PhasePlan{study, {}}, 2028) ==
          Starts{{{2028, 1, 1}, PhaseStart::year}, {{2028, 2, 29}, PhaseStart::commissioning}});
}

TEST_CASE("phases are grouped by their years", "[deploy]") {
    std::vector<Deployment> phases(4);
    for (std::size_t p = 0; p < phases.size(); ++p) phases[p].year = p == 0 ? 2025 : p == 3 ? 2027 : 2026;
    const std::vector<PhaseRange> years = phases_by_year(phases);
    REQUIRE(years.size() == 3);
    CHECK(years[1].first == 1);
    CHECK(years[1].end == 3);
    CHECK(years[2].end == 4);
}

}  // namespace
}  // namespace verbund::deploy
