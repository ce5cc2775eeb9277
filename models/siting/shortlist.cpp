#include "models/siting/shortlist.hpp"

#include <algorithm>
#include <utility>

#include "models/siting/choice_search.hpp"
#include "models/siting/problem_check.hpp"

namespace verbund::siting {
namespace {

/// By the goal, ties by the other goal.
std::pair<double, double> rank(const SiteChoice& choice, SitingGoal goal) {
    if (goal == SitingGoal::cost) return {choice.cost_eur, choice.failover_ms};
    return {choice.failover_ms, choice.cost_eur};
}

bool repeats(const std::vector<SiteChoice>& list, const SiteChoice& choice) {
    return std::any_of(
        list.begin(), list.end(),
        [&](const SiteChoice& other) { return other.sites == choice.sites && other.holds == choice.holds; });
}

}  // namespace

std::vector<SiteChoice> best_choices(const SitingProblem& problem, SitingGoal goal, std::size_t count,
                                     const SitingOptions& options) {
    check(problem);
    ChoiceSearch search{problem, goal, options};
    std::vector<SiteChoice> choices;
    while (choices.size() < count) {
        std::optional<SiteChoice> choice = search.next();
        if (!choice) break;
        choices.push_back(*std::move(choice));
    }
    // The search tells apart only what differs by more than its tolerance, or stops early.
    std::stable_sort(choices.begin(), choices.end(), [goal](const SiteChoice& a, const SiteChoice& b) {
        return rank(a, goal) < rank(b, goal);
    });
    return choices;
}

std::vector<SiteChoice> shortlist(const SitingProblem& problem, std::size_t count,
                                  const SitingOptions& options) {
    std::vector<SiteChoice> list = best_choices(problem, SitingGoal::cost, (count + 1) / 2, options);
    if (list.empty()) return list;
    ChoiceSearch by_latency{problem, SitingGoal::latency, options};
    while (list.size() < count) {
        std::optional<SiteChoice> choice = by_latency.next();
        if (!choice) break;
        if (!repeats(list, *choice)) list.push_back(*std::move(choice));
    }
    return list;
}

}  // namespace verbund::siting
