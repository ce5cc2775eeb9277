#pragma once

#include <optional>
#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

namespace verbund::batch {

/// A study as the engines play it: its metered centers fitted (`annual::fit_metered`).  One without meters is
/// not copied and must outlive the object.
class FittedSet {
public:
    /// Throws `InvalidInput` for meters that contradict the study.
    explicit FittedSet(const study::StudySet& stated);
    FittedSet(const FittedSet&) = delete;
    FittedSet& operator=(const FittedSet&) = delete;

    [[nodiscard]] const study::StudySet& set() const { return fitted_ ? *fitted_ : stated_; }
    /// What was fitted to what, in the order of variants and centers.
    [[nodiscard]] const std::vector<outcome::MeteredFit>& fits() const { return fits_; }

private:
    const study::StudySet& stated_;
    std::optional<study::StudySet> fitted_;
    std::vector<outcome::MeteredFit> fits_;
};

}  // namespace verbund::batch
