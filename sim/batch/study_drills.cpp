#include "sim/batch/study_drills.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/base/diagnostics.hpp"
#include "scenarios/study/variant_mistakes.hpp"
#include "sim/batch/placed_mistakes.hpp"

namespace verbund::batch {
namespace {

bool is_played(const study::Drill& drill, const study::Id& variant) {
    const std::vector<study::Id>& only = drill.variants;
    return only.empty() || std::find(only.begin(), only.end(), variant) != only.end();
}

void add_all(Diagnostics& mistakes, const InvalidInput& invalid) {
    for (const Diagnostic& mistake : invalid.mistakes()) mistakes.add(mistake);
}

}  // namespace

std::vector<StudyDrill> study_drills(const study::StudySet& set, const VariantWorld& world) {
    std::vector<StudyDrill> drills;
    Diagnostics mistakes;
    for (const auto& [id, drill] : world.study().drills) {
        if (!is_played(drill, world.id())) continue;
        const int year = drill.year.value_or(set.milestones.front());
        try {
            drills.push_back({id, year, with_places(world.variant(), [&, &id = id, &drill = drill] {
                                  return events::make_request(id, drill, world.input(year), "drills." + id);
                              })});
        } catch (const InvalidInput& invalid) {
            add_all(mistakes, invalid);
        }
    }
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    return drills;
}

void find_contradictions(const study::StudySet& set, PlayedVariants which) {
    study::VariantMistakes found;
    for (std::size_t v = 0; v < set.variants.size(); ++v) {
        const study::Variant& variant = set.variants[v];
        if (which == PlayedVariants::with_drills && variant.study.drills.empty()) continue;
        Diagnostics mistakes;
        try {
            static_cast<void>(study_drills(set, VariantWorld{set, v}));
        } catch (const InvalidInput& invalid) {
            add_all(mistakes, invalid);
        }
        found.add(variant.id, mistakes);
    }
    Diagnostics mistakes;
    found.move_to(mistakes, set.variants.size());
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
}

}  // namespace verbund::batch
