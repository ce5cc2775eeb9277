#include "models/siting/conflict.hpp"

#include <algorithm>
#include <vector>

#include "models/siting/choice_search.hpp"
#include "models/siting/problem_check.hpp"
#include "models/siting/spacing.hpp"
#include "models/siting/standby.hpp"

namespace verbund::siting {
namespace {

using Kind = SitingConflict::Kind;

std::vector<std::size_t> allowed_for(const SitingProblem& problem, std::size_t primary) {
    std::vector<std::size_t> found;
    for (std::size_t j = 0; j < problem.candidates.size(); ++j)
        if (problem.pairs[primary][j].allowed) found.push_back(j);
    return found;
}

std::optional<SitingConflict> none_allowed(const SitingProblem& problem) {
    for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
        if (!allowed_for(problem, p).empty()) continue;
        SitingConflict conflict;
        conflict.kind = Kind::none_allowed;
        conflict.primary = p;
        return conflict;
    }
    return std::nullopt;
}

/// Names the resource of which all have too little, if there is one.
SitingConflict too_small_for(const SitingProblem& problem, std::size_t primary,
                             const std::vector<std::size_t>& allowed) {
    SitingConflict conflict;
    conflict.kind = Kind::too_small;
    conflict.primary = primary;
    conflict.candidates = allowed.size();
    for (const Resource resource : compared) {
        const double need = problem.primaries[primary].need[resource];
        double largest = 0.0;
        const bool all_lack = std::none_of(allowed.begin(), allowed.end(), [&](std::size_t j) {
            const std::optional<double> limit = problem.candidates[j].limit[resource];
            largest = std::max(largest, limit.value_or(0.0));
            return fits(need, limit);
        });
        if (!all_lack) continue;
        conflict.resource = resource;
        conflict.needed = need;
        conflict.largest = largest;
        break;
    }
    return conflict;
}

std::optional<SitingConflict> too_small(const SitingProblem& problem) {
    for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
        const std::vector<std::size_t> allowed = allowed_for(problem, p);
        const bool none = std::none_of(allowed.begin(), allowed.end(),
                                       [&](std::size_t j) { return usable(problem, p, j); });
        if (none) return too_small_for(problem, p, allowed);
    }
    return std::nullopt;
}

std::optional<SitingConflict> incompatible(const SitingProblem& problem, const SitingOptions& options) {
    const std::vector<std::size_t> candidates = usable_candidates(problem);
    const auto wanted = static_cast<std::size_t>(problem.sites);
    const auto found = largest_compatible(problem, candidates, wanted, options);
    if (!found || *found >= wanted) return std::nullopt;
    SitingConflict conflict;
    conflict.kind = Kind::incompatible;
    conflict.candidates = candidates.size();
    conflict.found = *found;
    return conflict;
}

bool has_choice(const SitingProblem& problem, const SitingOptions& options) {
    return ChoiceSearch{problem, SitingGoal::cost, options}.next().has_value();
}

SitingConflict together(const SitingProblem& problem, const SitingOptions& options) {
    SitingConflict conflict;
    conflict.kind = Kind::together;
    conflict.candidates = usable_candidates(problem).size();
    SitingProblem unlimited = problem;
    for (SiteCandidate& candidate : unlimited.candidates) candidate.limit = {};
    conflict.capacity_decides = has_choice(unlimited, options);
    SitingProblem unspaced = problem;
    unspaced.compatible.clear();
    conflict.spacing_decides = has_choice(unspaced, options);
    return conflict;
}

}  // namespace

std::optional<SitingConflict> explain_infeasible(const SitingProblem& problem, const SitingOptions& options) {
    check(problem);
    if (auto conflict = none_allowed(problem)) return conflict;
    if (auto conflict = too_small(problem)) return conflict;
    if (auto conflict = incompatible(problem, options)) return conflict;
    ChoiceSearch search{problem, SitingGoal::cost, options};
    if (search.next()) return std::nullopt;
    if (search.proven()) return together(problem, options);
    SitingConflict conflict;
    conflict.kind = Kind::not_found;
    return conflict;
}

}  // namespace verbund::siting
