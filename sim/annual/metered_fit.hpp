#pragma once

#include <vector>

#include "results/outcome/outcome.hpp"
#include "scenarios/study/study.hpp"

/// Fits the chain of centers to what their meters said.
namespace verbund::annual {

/// Whether any variant has a metered center.
[[nodiscard]] bool has_metered(const study::StudySet& set);

/// Fits every metered center of every variant (`study::Center::fit`), so that the run computes what was
/// metered in that year.
///
/// A stated PUE gives one factor on cooling and auxiliaries, (PUE IT - IT - distribution - UPS - transformer)
/// / (cooling + auxiliaries).  A stated energy E gives IT power beside that of the study's clients and of the
/// stated other load: E / PUE / hours - IT, with the stated PUE, else the one computed.  Both are found in
/// turns, hours being those of the year in which the center serves the study, each with the variant deployed
/// anew, because plant is sized for them.  Plant in steps can leave an
/// energy that no load meets exactly: the rows tell what was reached.
///
/// Throws `InvalidInput`, with places, for meters that contradict the study: a PUE that distribution and UPS
/// alone exceed, an energy below what the study's clients draw, a year in which the center holds nothing of
/// the study.
[[nodiscard]] std::vector<outcome::MeteredFit> fit_metered(study::StudySet& set);

}  // namespace verbund::annual
