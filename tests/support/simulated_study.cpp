#include "tests/support/simulated_study.hpp"

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "scenarios/study/price_book.hpp"
#include "sim/deploy/world.hpp"

namespace verbund::test {

const study::StudySet& starter_set() {
    static const study::StudySet set = read::read_study_text(read::starter_study(), "starter.yaml", ".", {});
    return set;
}

const study::StudySet& thorough_starter_set() {
    static const study::StudySet set = read::read_study_text(
        read::starter_study(), "starter.yaml", ".", {.overrides = {{"precision", "full"}}, .seed = {}});
    return set;
}

Simulated simulate(const study::StudySet& set, std::size_t variant) {
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
