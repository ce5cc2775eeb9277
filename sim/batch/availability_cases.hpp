#pragma once

#include "sim/batch/next_engine.hpp"

/// The availability engine over a whole study.
namespace verbund::batch {

/// Plays every variant in the years of its study, and lists once per variant the pairs of routes that it
/// depends on in these years.  Rows are ordered by variant and year and do not depend on `jobs`.
class AvailabilityCases : public NextEngine {
public:
    /// `jobs`: threads; 0 = one per core.
    explicit AvailabilityCases(int jobs) : jobs_{jobs} {}

    [[nodiscard]] double part_of_time() const override { return 0.4; }
    [[nodiscard]] std::set<int> prepare(std::size_t v, const deploy::World& world) override;
    /// Throws `InvalidInput` for figures of the catalog that are missing or cannot be.
    void play(std::size_t v, const deploy::World& world, const Progress& progress,
              outcome::Run& run) override;

private:
    int jobs_;
};

}  // namespace verbund::batch
