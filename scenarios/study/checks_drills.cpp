#include <algorithm>

#include <fmt/format.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"

namespace verbund::study {

void find_drill_outside_horizon(const CheckInput& input) {
    if (!horizon_known(input)) return;
    const Horizon& horizon = input.set.horizon;
    for (const auto& [id, drill] : input.study.drills) {
        if (!drill.year || (*drill.year >= horizon.first && *drill.year <= horizon.last)) continue;
        input.report(fmt::format("drills.{}.year", id),
                     fmt::format("{} lies outside the horizon {}-{} (there is no deployment of that year)",
                                 *drill.year, horizon.first, horizon.last),
                     "Name a year of the horizon.");
    }
}

void check_named_variants(const StudySet& set, const Study& study, Reporter& report) {
    std::vector<std::string> known;
    for (const Variant& variant : set.variants) known.push_back(variant.id);
    for (const auto& [id, drill] : study.drills) {
        for (const Id& name : drill.variants) {
            if (std::find(known.begin(), known.end(), name) != known.end()) continue;
            UnknownName unknown = unknown_name("variant", name, known);
            report(fmt::format("drills.{}.variants", id), std::move(unknown.problem),
                   std::move(unknown.remedy));
        }
    }
}

}  // namespace verbund::study
