#include "sim/batch/study_drills.hpp"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include "models/base/diagnostics.hpp"
#include "models/base/tasks.hpp"
#include "scenarios/study/drill_year.hpp"
#include "scenarios/study/placed_mistakes.hpp"
#include "sim/batch/outside_copies.hpp"
#include "sim/batch/variant_failures.hpp"

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

std::vector<StudyDrill> study_drills(const deploy::World& world) {
    std::vector<StudyDrill> drills;
    Diagnostics mistakes;
    for (const auto& [id, drill] : world.study().drills) {
        if (!is_played(drill, world.id())) continue;
        const int year = drill.year ? *drill.year : study::drill_year(world.set(), world.study()).year;
        try {
            drills.push_back({id, year,
                              study::with_places(
                                  world.stated(),
                                  [&, &id = id, &drill = drill] {
                                      return events::make_request(id, drill, world.year(year),
                                                                  "drills." + id);
                                  })});
        } catch (const InvalidInput& invalid) {
            add_all(mistakes, invalid);
        }
    }
    if (!mistakes.empty()) throw InvalidInput{mistakes.sorted()};
    return drills;
}

std::set<int> DrillMistakes::prepare(std::size_t, const deploy::World& world) {
    static_cast<void>(study_drills(world));
    return {};
}

std::vector<std::pair<study::Id, std::string>> find_contradictions(const study::StudySet& set,
                                                                   const Progress& progress) {
    std::vector<std::pair<study::Id, std::string>> copies(set.variants.size());
    TaskFailures failures(set.variants.size());
    std::mutex counting;
    std::size_t done = 0;
    tbb::parallel_for(std::size_t{0}, set.variants.size(), [&](std::size_t v) {
        failures.guard(v, [&] {
            const deploy::World world{set, v};
            static_cast<void>(study_drills(world));
            copies[v] = {world.id(), outside_copies_text(world, study::drill_year(set, world.study()).year)};
            const std::lock_guard lock{counting};
            const double share = static_cast<double>(++done) / static_cast<double>(set.variants.size());
            if (progress) progress(share, world.id());
        });
    });
    throw_failures(set, failures);
    return copies;
}

}  // namespace verbund::batch
