#include "models/siting/spacing.hpp"

#include <algorithm>
#include <map>

#include "models/optimisation/program.hpp"

namespace verbund::siting {
namespace {

using optimisation::Program;

bool conflict(const SitingProblem& problem, std::size_t a, std::size_t b) {
    return a != b && !problem.compatible.empty() && !(problem.compatible[a][b] && problem.compatible[b][a]);
}

/// Two candidates in conflict and all others, in order, that are in conflict with every one before.
std::vector<std::size_t> grown(const SitingProblem& problem, const std::vector<std::size_t>& candidates,
                               std::size_t a, std::size_t b) {
    std::vector<std::size_t> set{a, b};
    for (const std::size_t next : candidates) {
        const bool with_all = std::all_of(set.begin(), set.end(),
                                          [&](std::size_t other) { return conflict(problem, next, other); });
        if (with_all) set.push_back(next);
    }
    return set;
}

}  // namespace

std::vector<std::vector<std::size_t>> conflict_sets(const SitingProblem& problem,
                                                    const std::vector<std::size_t>& candidates) {
    const std::size_t all = problem.candidates.size();
    std::vector<std::vector<bool>> covered(all, std::vector<bool>(all, false));
    std::vector<std::vector<std::size_t>> sets;
    for (const std::size_t a : candidates) {
        for (const std::size_t b : candidates) {
            if (b <= a || covered[a][b] || !conflict(problem, a, b)) continue;
            sets.push_back(grown(problem, candidates, a, b));
            for (const std::size_t i : sets.back())
                for (const std::size_t j : sets.back()) covered[i][j] = true;
        }
    }
    return sets;
}

std::optional<std::size_t> largest_compatible(const SitingProblem& problem,
                                              const std::vector<std::size_t>& candidates, std::size_t enough,
                                              const SitingOptions& options) {
    Program program;
    std::map<std::size_t, int> column;
    std::vector<Program::Term> any;
    for (const std::size_t candidate : candidates) {
        column[candidate] = program.add_column({.cost = -1.0});
        any.push_back({column[candidate], 1.0});
    }
    program.add_row(0.0, any, static_cast<double>(enough));
    for (const auto& set : conflict_sets(problem, candidates)) {
        std::vector<Program::Term> terms;
        for (const std::size_t candidate : set) terms.push_back({column[candidate], 1.0});
        program.add_row(0.0, terms, 1.0);
    }
    const Program::Answer answer = program.solve({.nodes = options.search_nodes, .knapsack_covers = true});
    if (!answer.proven) return std::nullopt;
    return static_cast<std::size_t>(
        std::count_if(answer.values.begin(), answer.values.end(), [](double value) { return value > 0.5; }));
}

}  // namespace verbund::siting
