#pragma once

#include <vector>

#include "sim/annual/annual.hpp"
#include "sim/deploy/world.hpp"

/// Studies played through in memory.
namespace verbund::test {

/// The study that `verbund new` writes: three towns, two centers; read once.
const study::StudySet& starter_set();

/// The same with all kinds of days and as many samples as a study has that asks for them.
const study::StudySet& thorough_starter_set();

/// One variant with its hours; points into the study set, which must outlive it.
struct Simulated {
    deploy::VariantDeployment variant;
    std::vector<annual::YearOutcome> years;
};

Simulated simulate(const study::StudySet& set, std::size_t variant = 0);

}  // namespace verbund::test
