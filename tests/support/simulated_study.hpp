#pragma once

#include <vector>

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/annual/annual.hpp"
#include "sim/deploy/world.hpp"

/// Studies played through in memory.
namespace verbund::test {

/// The study that `verbund new` writes: three towns, two centers; read once.
inline const study::StudySet& starter_set() {
    static const study::StudySet set = read::read_study_text(read::starter_study(), "starter.yaml", ".", {});
    return set;
}

/// The same with all kinds of days and as many samples as a study has that asks for them.
inline const study::StudySet& thorough_starter_set() {
    static const study::StudySet set = read::read_study_text(
        read::starter_study(), "starter.yaml", ".", {.overrides = {{"precision", "full"}}, .seed = {}});
    return set;
}

/// One variant with its hours; points into the study set, which must outlive it.
struct Simulated {
    deploy::VariantDeployment variant;
    std::vector<annual::YearOutcome> years;
};

inline Simulated simulate(const study::StudySet& set, std::size_t variant = 0) {
    const deploy::World world{set, variant};
    Simulated out;
    out.variant = world.variant();
    const annual::Weather weather(
        set.catalog, set.seed,
        annual::weather_keys(world.study(), set.catalog, set.horizon.first, set.horizon.last));
    const economics::PriceBook prices = study::price_book(set.catalog, world.study());
    const annual::CostPlan costs{{world.study(), set.catalog, world.variant(), prices},
                                 world.network(),
                                 world.variant().phases,
                                 set.horizon.last};
    const annual::EmbodiedBook embodied = annual::EmbodiedBook::from(set.catalog);
    for (int year = set.horizon.first; year <= set.horizon.last; ++year) {
        out.years.push_back(annual::simulate_year({.at = world.year(year),
                                                   .phases = world.phases(year),
                                                   .weather = weather,
                                                   .costs = costs,
                                                   .embodied = embodied}));
    }
    return out;
}

}  // namespace verbund::test
