#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/statistics/design.hpp"
#include "scenarios/study/study.hpp"
#include "scenarios/study/sweep_case.hpp"
#include "scenarios/study/sweep_draws.hpp"

/// Which cases a sweep has.
namespace verbund::batch {

/// Lists that go side by side.
struct SweepLists {
    std::vector<std::string> keys;
    std::vector<std::vector<std::string>> values;  ///< [key][place in the list]
    [[nodiscard]] std::size_t size() const { return values.front().size(); }
};

/// The cases of a sweep: every combination of the lists, in each the same draws, and each of these as often
/// as there are replications.
///
/// Depends on nothing but the study: case 17 is the same whoever plays it.
struct SweepPlan {
    std::vector<SweepLists> lists;  ///< the last one varies fastest
    std::vector<study::DrawnKey> drawn;
    std::vector<std::string> groups;        ///< of drawn keys
    std::vector<study::CaseKey> keys;       ///< of all lists, then the drawn ones
    std::vector<statistics::Point> points;  ///< [draw] quantile of each group; empty where nothing is drawn
    std::size_t replications = 1;
    bool sensitivity = false;  ///< whether the points are a `sensitivity_design`
    bool tornado = false;      ///< whether they are `one_at_a_time`; every key is then a group of its own

    [[nodiscard]] std::size_t combinations() const;
    [[nodiscard]] std::size_t draws() const { return points.empty() ? 1 : points.size(); }
    [[nodiscard]] std::size_t cases() const { return combinations() * draws() * replications; }
    /// Values of the listed keys in a combination.
    [[nodiscard]] std::vector<std::string> listed_texts(std::size_t combination) const;
    /// Values of the drawn keys in a draw.
    [[nodiscard]] std::vector<std::string> drawn_texts(std::size_t draw) const;
    /// Values of `keys` in a case; cases of one combination stand together, and in it those of one draw.
    [[nodiscard]] std::vector<std::string> texts(std::size_t number) const;
    /// Which replication a case is, from 0.
    [[nodiscard]] std::size_t replication(std::size_t number) const { return number % replications; }
};

/// Seed of a replication: of the first the study's own, so that it is a plain run; of others one that only
/// the two numbers decide, below 2^53, so that every reader of numbers holds it exactly.
[[nodiscard]] std::uint64_t replication_seed(std::uint64_t seed, std::size_t replication);

/// Throws `InvalidInput` for a study that varies nothing.  Its sweep has been checked when it was read.
[[nodiscard]] SweepPlan plan_sweep(const study::StudySet& set);

}  // namespace verbund::batch
