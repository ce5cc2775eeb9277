#pragma once

#include <string>
#include <vector>

#include "models/siting/shortlist.hpp"
#include "sim/batch/sites/site_question.hpp"

namespace verbund::batch {

/// The choice as people call it: ids joined by " + ".
[[nodiscard]] std::string choice_name(const siting::SiteChoice& choice,
                                      const std::vector<study::SiteCandidate>& candidates);

/// A variant of a study made here, not read: without a text and places of keys.
[[nodiscard]] study::Variant made_variant(study::Id id, std::string title, study::Study study);

/// The question's study as a set of variants: first the one without backup sites, then one per choice, with
/// the chosen sites as centers and a backup rule for every primary.  The availability engine is told to look
/// at the question's year only.
///
/// Where there are fewer primaries than sites, each primary's load is shared out among all of them.
[[nodiscard]] study::StudySet variants_of(const SiteQuestion& question,
                                          const std::vector<study::SiteCandidate>& candidates,
                                          const std::vector<siting::SiteChoice>& choices);

}  // namespace verbund::batch
