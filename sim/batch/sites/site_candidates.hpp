#pragma once

#include <vector>

#include "models/siting/conflict.hpp"
#include "sim/batch/sites/site_question.hpp"

namespace verbund::batch {

/// The places to look at without a table: seats of all districts and cities of the catalog that are not at a
/// center of the study, and the study's other shared centers.
[[nodiscard]] std::vector<study::SiteCandidate> usual_candidates(const SiteQuestion& question);

/// Shortest possible round trip between two places: over a direct line of the study's usual detour.
[[nodiscard]] Duration direct_round_trip(const study::Network& network, Place a, Place b);

/// Cost per year of two lines between a primary and a place that holds a part of its copies, as the annual
/// engine counts them: the cheapest product for the distance and the rate, what is paid once spread over its
/// term, with tax.
[[nodiscard]] double lines_eur(const SiteQuestion& question, const PrimarySite& primary, Place to,
                               double part);

/// The model that chooses what to simulate: needs and costs of the standby from the question, air line
/// distances and direct round trips.  `problem.pairs` [primary][candidate] are allowed by distance and, for
/// synchronous replication, by round trip.
[[nodiscard]] siting::SitingProblem siting_problem(const SiteQuestion& question,
                                                   const std::vector<study::SiteCandidate>& candidates,
                                                   const SiteOrder& order);

/// Why a candidate cannot be the backup site of any primary, one row each; nothing for the others.
[[nodiscard]] std::vector<outcome::SiteLeftOut> left_out_by_rule(
    const SiteQuestion& question, const std::vector<study::SiteCandidate>& candidates,
    const siting::SitingProblem& problem, const SiteOrder& order);

/// Throws `InvalidInput` that names the facts that contradict each other.
[[noreturn]] void refuse_contradiction(const SiteQuestion& question,
                                       const std::vector<study::SiteCandidate>& candidates,
                                       const siting::SitingProblem& problem, const SiteOrder& order);

}  // namespace verbund::batch
