#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/next_engine.hpp"
#include "sim/batch/study_drills.hpp"
#include "sim/events/migration/moved_data.hpp"

/// The event engine over a whole study: every variant's typical days, nights, waves and drills.
namespace verbund::batch {

/// What the caller sets.
struct EventOptions {
    int jobs = 0;                          ///< child processes at once; 0 = one per core
    std::chrono::seconds time_limit{600};  ///< of one simulation
    std::string repeat_command{};          ///< in front of " --case NAME" in the report of a failure
    bool days_and_drills_alone = false;    ///< no nights, waves and checks of energy
};

/// Plays the variants of a run with the event engine.
///
/// Each simulation is a child process; one that crashes, hangs or is killed becomes a row of
/// `FailedCase` and costs no other.  Rows are ordered by variant, year and kind whatever `jobs`.
class EventCases : public NextEngine {
public:
    EventCases(const study::StudySet& set, EventOptions options);

    [[nodiscard]] double part_of_time() const override { return 0.5; }
    /// Throws `InvalidInput` for drills that name what does not exist.
    [[nodiscard]] std::set<int> prepare(std::size_t v, const deploy::World& world) override;
    void play(std::size_t v, const deploy::World& world, const Progress& progress,
              outcome::Run& run) override;

private:
    struct Prepared {
        std::vector<StudyDrill> drills;
        std::vector<events::MovedData> moved;
    };

    EventOptions options_;
    std::vector<Prepared> prepared_;  ///< by variant; emptied when it is played
};

/// One simulation by itself, e.g. "b/2030/winter-workday": its variant is deployed, and nothing else is
/// computed.  A run that holds the names of this variant and what the simulation found, the same as the whole
/// run would hold; of "b/2030/year" all typical days of that year.
///
/// Throws `InvalidInput` if there is no simulation of that name.
[[nodiscard]] outcome::Run play_case(const study::StudySet& stated, const std::string& name,
                                     const EventOptions& options, const Progress& progress = {});

}  // namespace verbund::batch
