#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "scenarios/read/sha256.hpp"
#include "scenarios/study/study.hpp"
#include "sim/batch/sweep/plan.hpp"

/// What there is to play of a sweep.
namespace verbund::batch {

/// A variant with the values of a case, known by the content of all that it is played from.
struct Play {
    read::Sha256 hash{};
    std::uint32_t number = 0;  ///< first case that has it
    std::uint32_t variant = 0;
    std::uint32_t deployment = 0;  ///< the same for plays of one seed that differ in money alone
};

/// The different plays of some cases, 44 bytes each: a sweep has hundreds of thousands.
struct Plays {
    std::vector<Play> all;          ///< in the order of their first cases
    std::vector<std::uint32_t> of;  ///< [case asked for][variant] place in `all`
    std::size_t deployments = 0;    ///< different ones
};

/// What plays the cases, each once and in one order, however the study lists it; the annual engine always.
[[nodiscard]] std::vector<std::string> engine_words(const study::StudySet& set);

/// Those of the cases named; of all where none is.
[[nodiscard]] Plays plays_of(const study::StudySet& set, const SweepPlan& plan,
                             const std::set<std::size_t>& only = {});

}  // namespace verbund::batch
