#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/batch/next_engine.hpp"
#include "sim/deploy/world.hpp"
#include "sim/events/drill/request.hpp"

/// The drills that a study states, and what can only be found wrong with it once its years are played
/// through.
namespace verbund::batch {

/// A drill of the study in one variant.
struct StudyDrill {
    std::string id;
    int year = 0;
    events::DrillRequest request;
};

/// The drills of a variant, by id.  Throws `InvalidInput` with the mistakes of all of them, each with its
/// place.
[[nodiscard]] std::vector<StudyDrill> study_drills(const deploy::World& world);

/// Finds the mistakes of drills in a run that plays none.
class DrillMistakes : public NextEngine {
public:
    [[nodiscard]] double part_of_time() const override { return 0.0; }
    [[nodiscard]] std::set<int> prepare(std::size_t v, const deploy::World& world) override;
    void play(std::size_t, const deploy::World&, const Progress&, outcome::Run&) override {}
};

/// Deploys and connects the variants and prepares their drills.  Throws `InvalidInput` with the mistakes that
/// this shows in any of them.  Tells of each variant played, in their order, where the outside copies of its
/// backups lie (`outside_copies_text`) in the year of a drill that states none.
std::vector<std::pair<study::Id, std::string>> find_contradictions(const study::StudySet& set,
                                                                   const Progress& progress = {});

}  // namespace verbund::batch
