#pragma once

#include "results/outcome/outcome.hpp"

namespace verbund::test {

struct RunSize {
    std::size_t variants = 2;
    std::size_t centers = 2;
    std::size_t administrations = 3;
    std::size_t links = 1;
    std::vector<int> years = {2023, 2024, 2025};
    std::vector<int> milestones = {2024, 2025};
};

/// A run whose every number differs from its neighbours, so that a value in the wrong place is noticed.
[[nodiscard]] outcome::Run numbered_run(const RunSize& size = {});

/// A small plan with round numbers a person can follow: two variants (status-quo, pooled), one center rz-1,
/// two districts, years 2024 and 2025, both milestones.  Pooled halves grid energy and cost, and adds 4 ms.
[[nodiscard]] outcome::Run planners_run();

}  // namespace verbund::test
