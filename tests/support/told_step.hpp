#pragma once

#include <string>

#include "results/report/sentences/drills.hpp"
#include "sim/batch/index.hpp"
#include "sim/deploy/world_year.hpp"

/// Steps of drills in words, as the report tells them.
namespace verbund::test {

/// A run that names the centers, administrations and classes of a deployed variant.
inline outcome::Run names_of(const deploy::WorldYear& input) {
    outcome::Run run;
    static_cast<void>(batch::RunIndex{run}.add(batch::places_of(input.variant())));
    for (const catalog::WorkloadClass& w : input.variant().workloads)
        run.rows<outcome::WorkloadLimit>().push_back({w.id, w.name_de, w.name_en, outcome::not_applicable});
    return run;
}

inline std::string told(const outcome::DrillEvent& event, const deploy::WorldYear& input,
                        report::Language language) {
    const outcome::Run run = names_of(input);
    const report::Tellers tellers{run};
    return report::sentence(event, tellers.in(language));
}
inline std::string in_german(const outcome::DrillEvent& event, const deploy::WorldYear& input) {
    return told(event, input, report::Language::german);
}
inline std::string in_english(const outcome::DrillEvent& event, const deploy::WorldYear& input) {
    return told(event, input, report::Language::english);
}

}  // namespace verbund::test
