#pragma once

#include <vector>

#include "scenarios/read/read_study.hpp"
#include "scenarios/read/starter.hpp"
#include "sim/annual/annual.hpp"
#include "sim/deploy/deploy.hpp"

/// Studies played through in memory.
namespace verbund::test {

/// The study that `verbund new` writes: three towns, two centers; read once.
inline const study::StudySet& starter_set() {
    static const study::StudySet set = read::read_study_text(read::starter_study(), "starter.yaml", ".", {});
    return set;
}

/// One variant with its hours; points into the study set, which must outlive it.
struct Simulated {
    deploy::VariantDeployment variant;
    deploy::NetworkPlan network;
    std::vector<annual::YearOutcome> years;
};

inline Simulated simulate(const study::StudySet& set, std::size_t variant = 0) {
    const study::Study& study = set.variants[variant].study;
    Simulated out;
    out.variant = deploy::deploy(set, study);
    out.network = deploy::plan_network(study, set.catalog, out.variant, set.horizon.first);
    const workload::ProfileSet profiles(set.catalog.profiles);
    const annual::Weather weather(
        set.catalog, set.seed, annual::weather_keys(study, set.catalog, set.horizon.first, set.horizon.last));
    const annual::CostBook costs = annual::CostBook::from(set.catalog);
    for (const deploy::Deployment& year : out.variant.years) {
        out.years.push_back(annual::simulate_year({.set = &set,
                                                   .study = &study,
                                                   .variant = &out.variant,
                                                   .year = &year,
                                                   .network = &out.network,
                                                   .profiles = &profiles,
                                                   .weather = &weather,
                                                   .costs = &costs,
                                                   .keep_hours = false}));
    }
    return out;
}

}  // namespace verbund::test
