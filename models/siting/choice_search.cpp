#include "models/siting/choice_search.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/siting/spacing.hpp"
#include "models/siting/standby.hpp"

namespace verbund::siting {
namespace {

using optimisation::Program;

/// What the greatest coefficient of the other goal weighs, so that it decides between ties only.
constexpr double tie_weight = 1e-6;

bool is_set(double value) { return value > 0.5; }

}  // namespace

ChoiceSearch::ChoiceSearch(const SitingProblem& problem, SitingGoal goal, const SitingOptions& options)
    : problem_{&problem},
      options_{options},
      copies_{problem.primaries.size() < static_cast<std::size_t>(problem.sites)},
      candidates_{usable_candidates(problem)},
      chosen_(problem.candidates.size(), -1) {
    set_scales(goal);
    add_columns();
    add_duties();
    add_limits();
    add_spacing();
}

double ChoiceSearch::latency(std::size_t primary, std::size_t candidate) const {
    return problem_->primaries[primary].workplaces * problem_->pairs[primary][candidate].failover_ms;
}

/// Coefficients of about 1, which the solver's tolerances are made for.
void ChoiceSearch::set_scales(SitingGoal goal) {
    double most_eur = 0.0;
    double most_ms = 0.0;
    for (const std::size_t j : candidates_) {
        most_eur = std::max(most_eur, std::abs(problem_->candidates[j].fixed_eur));
        for (std::size_t p = 0; p < problem_->primaries.size(); ++p) {
            if (!usable(*problem_, p, j)) continue;
            most_eur = std::max(most_eur, std::abs(problem_->pairs[p][j].cost_eur));
            most_ms = std::max(most_ms, std::abs(latency(p, j)));
        }
    }
    const bool by_cost = goal == SitingGoal::cost;
    if (most_eur > 0.0) per_eur_ = (by_cost ? 1.0 : tie_weight) / most_eur;
    if (most_ms > 0.0) per_ms_ = (by_cost ? tie_weight : 1.0) / most_ms;
}

void ChoiceSearch::add_columns() {
    for (const std::size_t j : candidates_) {
        chosen_[j] = program_.add_column({.cost = per_eur_ * problem_->candidates[j].fixed_eur});
        for (std::size_t p = 0; p < problem_->primaries.size(); ++p)
            if (usable(*problem_, p, j)) add_pair(p, j);
    }
}

void ChoiceSearch::add_pair(std::size_t primary, std::size_t candidate) {
    const double cost = per_eur_ * problem_->pairs[primary][candidate].cost_eur;
    const double delay = per_ms_ * latency(primary, candidate);
    Pair pair{primary, candidate, 0, 0};
    if (copies_) {
        pair.holds = program_.add_column({.cost = cost});
        pair.takes_over =
            program_.add_column({.cost = delay, .whole = false});  // the best is whole once the copies are
        program_.add_row(0.0, {{pair.holds, 1.0}, {pair.takes_over, -1.0}}, 1.0);
    } else {
        pair.holds = pair.takes_over = program_.add_column({.cost = cost + delay});
    }
    program_.add_row(0.0, {{chosen_[candidate], 1.0}, {pair.holds, -1.0}}, 1.0);
    pairs_.push_back(pair);
}

/// So many sites, one that takes over for each primary, and no site for nothing.
void ChoiceSearch::add_duties() {
    std::vector<Program::Term> all;
    std::vector<std::vector<Program::Term>> held(problem_->candidates.size());
    std::vector<std::vector<Program::Term>> backups(problem_->primaries.size());
    for (const Pair& pair : pairs_) {
        held[pair.candidate].push_back({pair.holds, 1.0});
        backups[pair.primary].push_back({pair.takes_over, 1.0});
    }
    for (const std::size_t j : candidates_) {
        all.push_back({chosen_[j], 1.0});
        held[j].push_back({chosen_[j], -1.0});
        program_.add_row(0.0, held[j], static_cast<double>(problem_->primaries.size()));
    }
    for (const auto& terms : backups) program_.add_row(1.0, terms, 1.0);
    program_.add_row(problem_->sites, all, problem_->sites);
}

/// In shares of the limit.  A shared standby holds one primary at a time, which `usable` has looked at.
void ChoiceSearch::add_limits() {
    if (problem_->shared_standby) return;
    for (const std::size_t j : candidates_) {
        for (const Resource resource : compared) {
            const std::optional<double>& limit = problem_->candidates[j].limit[resource];
            std::vector<Program::Term> terms{{chosen_[j], -1.0}};
            double total = 0.0;
            for (const Pair& pair : pairs_) {
                if (pair.candidate != j) continue;
                const double need = problem_->primaries[pair.primary].need[resource];
                if (need > 0.0) terms.push_back({pair.holds, need / limit.value_or(1.0)});
                total += need;
            }
            if (!fits(total, limit)) program_.add_row(-1.0, terms, 0.0);
        }
    }
}

void ChoiceSearch::add_spacing() {
    for (const auto& set : conflict_sets(*problem_, candidates_)) {
        std::vector<Program::Term> terms;
        for (const std::size_t j : set) terms.push_back({chosen_[j], 1.0});
        program_.add_row(0.0, terms, 1.0);
    }
}

void ChoiceSearch::exclude(const std::vector<std::size_t>& sites) {
    std::vector<Program::Term> terms;
    for (const std::size_t j : sites) terms.push_back({chosen_[j], 1.0});
    program_.add_row(0.0, terms, problem_->sites - 1);
}

std::optional<SiteChoice> ChoiceSearch::next() {
    const Program::Answer answer = program_.solve({.nodes = options_.search_nodes, .knapsack_covers = true});
    proven_ = answer.proven;
    if (answer.values.empty()) return std::nullopt;
    SiteChoice choice = read(answer.values);
    exclude(choice.sites);
    return choice;
}

SiteChoice ChoiceSearch::read(const std::vector<double>& values) const {
    const auto set = [&](int column) { return is_set(values[static_cast<std::size_t>(column)]); };
    SiteChoice choice;
    choice.proven = proven_;
    std::vector<std::vector<std::size_t>> held(problem_->candidates.size());
    for (const Pair& pair : pairs_)
        if (set(pair.holds)) held[pair.candidate].push_back(pair.primary);
    for (const std::size_t j : candidates_) {
        if (!set(chosen_[j])) continue;
        choice.sites.push_back(j);
        choice.holds.push_back(held[j]);
    }
    assign_backups(choice);
    evaluate(choice);
    return choice;
}

/// The nearest that holds its standby, then the cheaper, then the first.
void ChoiceSearch::assign_backups(SiteChoice& choice) const {
    std::vector<std::optional<std::size_t>> nearest(problem_->primaries.size());
    for (std::size_t site = 0; site < choice.sites.size(); ++site) {
        const std::size_t j = choice.sites[site];
        for (const std::size_t p : choice.holds[site]) {
            const auto rank = [&](std::size_t candidate) {
                const SitePair& pair = problem_->pairs[p][candidate];
                return std::tuple{pair.failover_ms, pair.cost_eur, candidate};
            };
            if (!nearest[p] || rank(j) < rank(*nearest[p])) nearest[p] = j;
        }
    }
    for (const auto& candidate : nearest) choice.backup_of.push_back(candidate.value());
}

void ChoiceSearch::evaluate(SiteChoice& choice) const {
    for (std::size_t site = 0; site < choice.sites.size(); ++site) {
        const std::size_t j = choice.sites[site];
        choice.cost_eur += problem_->candidates[j].fixed_eur;
        for (const std::size_t p : choice.holds[site]) choice.cost_eur += problem_->pairs[p][j].cost_eur;
    }
    double workplaces = 0.0;
    for (std::size_t p = 0; p < choice.backup_of.size(); ++p) {
        choice.failover_ms += latency(p, choice.backup_of[p]);
        workplaces += problem_->primaries[p].workplaces;
    }
    choice.failover_ms /= workplaces;
}

}  // namespace verbund::siting
