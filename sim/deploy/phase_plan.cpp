#include "sim/deploy/phase_plan.hpp"

#include <algorithm>

namespace verbund::deploy {
namespace {

/// Of several changes on a day the first in the order of `PhaseStart`.
void note(std::map<Date, PhaseStart>& changes, Date day, PhaseStart why) {
    const auto [known, added] = changes.try_emplace(day, why);
    if (!added) known->second = std::min(known->second, why);
}

}  // namespace

PhasePlan::PhasePlan(const study::Study& study, const std::vector<std::vector<Leg>>& legs) {
    for (const auto& [id, center] : study.centers) {
        note(changes_, center.commissioned, PhaseStart::commissioning);
        if (center.closed) note(changes_, *center.closed, PhaseStart::closure);
    }
    for (const auto& [id, backup] : study.backups)
        if (backup.from) note(changes_, backup.from->date, PhaseStart::backup);
    for (const std::vector<Leg>& of_one : legs)
        for (const Leg& leg : of_one) note(changes_, leg.day, PhaseStart::move);
}

std::vector<PlannedPhase> PhasePlan::of(int year, const std::vector<Date>& given_up) const {
    std::map<Date, PhaseStart> changes{{{year, 1, 1}, PhaseStart::year}};
    const auto first = changes_.lower_bound({year, 1, 1});
    for (auto change = first; change != changes_.end() && change->first.year == year; ++change)
        note(changes, change->first, change->second);
    for (const Date day : given_up)
        if (day.year == year) note(changes, day, PhaseStart::given_up);
    std::vector<PlannedPhase> phases;
    for (const auto& [day, why] : changes) {
        if (!phases.empty()) phases.back().phase.end_day = day_of_year(day);
        phases.push_back({{year, day_of_year(day), days_in_year(year)}, why});
    }
    return phases;
}

std::vector<PhaseRange> phases_by_year(const std::vector<Deployment>& phases) {
    std::vector<PhaseRange> years;
    for (std::size_t p = 0; p < phases.size(); ++p) {
        if (p == 0 || phases[p].year != phases[p - 1].year) years.push_back({p, p});
        years.back().end = p + 1;
    }
    return years;
}

}  // namespace verbund::deploy
