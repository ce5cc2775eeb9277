#include <algorithm>
#include <bit>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "models/base/random.hpp"
#include "models/siting/conflict.hpp"
#include "models/siting/shortlist.hpp"
#include "tests/support/catch.hpp"

/// The shortlist of sites against enumeration of every set of sites and every assignment.
namespace verbund::siting {
namespace {

using test::Approx;

constexpr int instances = 300;

std::size_t between(RandomStream& random, std::size_t low, std::size_t high) {
    return low + random.below(high - low + 1);
}
double whole(RandomStream& random, std::size_t low, std::size_t high) {
    return static_cast<double>(between(random, low, high));
}
bool one_in(RandomStream& random, std::size_t n) { return random.below(n) == 0; }

std::optional<double> random_limit(RandomStream& random, std::size_t high) {
    if (one_in(random, 4)) return std::nullopt;
    return whole(random, 3, high);
}

SitePair random_pair(RandomStream& random, bool exact) {
    SitePair pair{!one_in(random, 4), whole(random, 0, 60), whole(random, 1, 20)};
    if (!exact) {
        pair.cost_eur += random.uniform();
        pair.failover_ms += random.uniform();
    }
    return pair;
}

/// Half of them with whole numbers, so that there are ties.
SitingProblem random_problem(RandomStream& random) {
    const bool exact = one_in(random, 2);
    SitingProblem problem;
    problem.sites = static_cast<int>(between(random, 1, 3));
    problem.shared_standby = one_in(random, 2);
    problem.primaries.resize(between(random, 1, 4));
    for (SitePrimary& primary : problem.primaries) {
        for (const Resource r : compared) primary.need[r] = whole(random, 1, 9);
        primary.workplaces = whole(random, 1, 5);
    }
    problem.candidates.resize(between(random, 1, 9));
    for (SiteCandidate& candidate : problem.candidates) {
        const std::size_t high = between(random, 8, 30);
        candidate.fixed_eur = whole(random, 0, 99);
        for (const Resource r : compared) candidate.limit[r] = random_limit(random, high);
    }
    const std::size_t places = problem.candidates.size();
    problem.pairs.resize(problem.primaries.size());
    for (auto& row : problem.pairs)
        for (std::size_t j = 0; j < places; ++j) row.push_back(random_pair(random, exact));
    if (one_in(random, 4)) return problem;
    problem.compatible.assign(places, std::vector<bool>(places, true));
    for (std::size_t i = 0; i < places; ++i)
        for (std::size_t j = 0; j < i; ++j)
            problem.compatible[i][j] = problem.compatible[j][i] = !one_in(random, 3);
    return problem;
}

/// [site of the set][primary] holds its standby.
using Holding = std::vector<std::vector<bool>>;
using Sites = std::vector<std::size_t>;

bool spaced(const SitingProblem& problem, const Sites& sites) {
    for (const std::size_t a : sites) {
        for (const std::size_t b : sites)
            if (a != b && !problem.compatible.empty() && !problem.compatible[a][b]) return false;
    }
    return true;
}

/// Sum of the needs, or the greatest if the standby is shared, within the limit.
bool holds_resource(const SitingProblem& problem, const std::vector<bool>& held, Resource resource,
                    std::optional<double> limit) {
    double total = 0.0;
    for (std::size_t p = 0; p < held.size(); ++p) {
        if (!held[p]) continue;
        const double one = problem.primaries[p].need[resource];
        total = problem.shared_standby ? std::max(total, one) : total + one;
    }
    return !limit || total <= *limit;
}

bool site_keeps_rules(const SitingProblem& problem, std::size_t site, const std::vector<bool>& held) {
    for (std::size_t p = 0; p < held.size(); ++p)
        if (held[p] && !problem.pairs[p][site].allowed) return false;
    const SiteCandidate& candidate = problem.candidates[site];
    return std::find(held.begin(), held.end(), true) != held.end() &&
           std::all_of(compared.begin(), compared.end(),
                       [&](Resource r) { return holds_resource(problem, held, r, candidate.limit[r]); });
}

/// Every primary has one copy, or several where there are more sites than primaries.
bool keeps_rules(const SitingProblem& problem, const Sites& sites, const Holding& holding) {
    const bool several = sites.size() > problem.primaries.size();
    for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
        const auto copies =
            std::count_if(holding.begin(), holding.end(), [p](const auto& held) { return held[p]; });
        if (copies < 1 || (copies > 1 && !several)) return false;
    }
    for (std::size_t s = 0; s < sites.size(); ++s)
        if (!site_keeps_rules(problem, sites[s], holding[s])) return false;
    return true;
}

double cost_of(const SitingProblem& problem, const Sites& sites, const Holding& holding) {
    double cost = 0.0;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        cost += problem.candidates[sites[s]].fixed_eur;
        for (std::size_t p = 0; p < problem.primaries.size(); ++p)
            if (holding[s][p]) cost += problem.pairs[p][sites[s]].cost_eur;
    }
    return cost;
}

double latency_of(const SitingProblem& problem, const Sites& sites, const Holding& holding) {
    double sum = 0.0;
    double weights = 0.0;
    for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
        double nearest = 1e9;
        for (std::size_t s = 0; s < sites.size(); ++s)
            if (holding[s][p]) nearest = std::min(nearest, problem.pairs[p][sites[s]].failover_ms);
        sum += problem.primaries[p].workplaces * nearest;
        weights += problem.primaries[p].workplaces;
    }
    return sum / weights;
}

double value_of(const SitingProblem& problem, SitingGoal goal, const Sites& sites, const Holding& holding) {
    return goal == SitingGoal::cost ? cost_of(problem, sites, holding) : latency_of(problem, sites, holding);
}

std::vector<Sites> all_sets(const SitingProblem& problem) {
    std::vector<Sites> sets;
    const std::size_t places = problem.candidates.size();
    for (unsigned mask = 0; mask < (1U << places); ++mask) {
        Sites sites;
        for (std::size_t j = 0; j < places; ++j)
            if ((mask >> j & 1U) != 0) sites.push_back(j);
        if (sites.size() == static_cast<std::size_t>(problem.sites) && spaced(problem, sites))
            sets.push_back(sites);
    }
    return sets;
}

/// Every table of who holds what; where each primary has one copy, only those with so many entries.
std::optional<double> best_of_set(const SitingProblem& problem, SitingGoal goal, const Sites& sites) {
    std::optional<double> best;
    const std::size_t primaries = problem.primaries.size();
    for (unsigned mask = 0; mask < (1U << (primaries * sites.size())); ++mask) {
        if (primaries >= sites.size() && static_cast<std::size_t>(std::popcount(mask)) != primaries) continue;
        Holding holding(sites.size(), std::vector<bool>(primaries));
        for (std::size_t bit = 0; bit < primaries * sites.size(); ++bit)
            holding[bit / primaries][bit % primaries] = (mask >> bit & 1U) != 0;
        if (!keeps_rules(problem, sites, holding)) continue;
        const double value = value_of(problem, goal, sites, holding);
        if (!best || value < *best) best = value;
    }
    return best;
}

/// The best value of every possible set of sites, ascending.
std::vector<double> enumerate(const SitingProblem& problem, SitingGoal goal) {
    std::vector<double> values;
    for (const Sites& sites : all_sets(problem))
        if (const auto value = best_of_set(problem, goal, sites)) values.push_back(*value);
    std::sort(values.begin(), values.end());
    return values;
}

double value_of(const SiteChoice& choice, SitingGoal goal) {
    return goal == SitingGoal::cost ? choice.cost_eur : choice.failover_ms;
}

Holding holding_of(const SitingProblem& problem, const SiteChoice& choice) {
    Holding holding;
    for (const auto& held : choice.holds) {
        holding.emplace_back(problem.primaries.size(), false);
        for (const std::size_t p : held) holding.back()[p] = true;
    }
    return holding;
}

void require_sound(const SitingProblem& problem, const SiteChoice& choice) {
    const Holding holding = holding_of(problem, choice);
    REQUIRE(choice.proven);
    REQUIRE(choice.sites.size() == static_cast<std::size_t>(problem.sites));
    REQUIRE(std::is_sorted(choice.sites.begin(), choice.sites.end()));
    REQUIRE(spaced(problem, choice.sites));
    REQUIRE(keeps_rules(problem, choice.sites, holding));
    REQUIRE(choice.cost_eur == Approx(cost_of(problem, choice.sites, holding)).epsilon(1e-9));
    REQUIRE(choice.failover_ms == Approx(latency_of(problem, choice.sites, holding)).epsilon(1e-9));
    for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
        const auto site = std::find(choice.sites.begin(), choice.sites.end(), choice.backup_of[p]);
        REQUIRE(site != choice.sites.end());
        REQUIRE(holding[static_cast<std::size_t>(site - choice.sites.begin())][p]);
    }
}

/// As many as there are, up to `count`, with the values of the enumeration in its order.
void require_equal(const std::vector<SiteChoice>& choices, const std::vector<double>& expected,
                   SitingGoal goal, std::size_t count) {
    REQUIRE(choices.size() == std::min(count, expected.size()));
    std::set<Sites> different;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        REQUIRE(value_of(choices[i], goal) == Approx(expected[i]).epsilon(1e-9).margin(1e-9));
        different.insert(choices[i].sites);
    }
    REQUIRE(different.size() == choices.size());
}

bool contains_value(const std::vector<SiteChoice>& list, SitingGoal goal, double best) {
    return std::any_of(
        list.begin(), list.end(),
        [&](const SiteChoice& choice) {
            return value_of(choice, goal) == Approx(best).epsilon(1e-9).margin(1e-9);
        });
}

bool possible(const SitingProblem& problem) { return !enumerate(problem, SitingGoal::cost).empty(); }

SitingProblem without_limits(SitingProblem problem) {
    for (SiteCandidate& candidate : problem.candidates) candidate.limit = {};
    return problem;
}
SitingProblem without_spacing(SitingProblem problem) {
    problem.compatible.clear();
    return problem;
}

std::vector<double> limits_of(const SitingProblem& problem, std::size_t primary, Resource resource) {
    std::vector<double> found;
    for (std::size_t j = 0; j < problem.candidates.size(); ++j) {
        if (!problem.pairs[primary][j].allowed) continue;
        found.push_back(problem.candidates[j].limit[resource].value_or(1e9));
    }
    return found;
}

bool allowed_alone(const SitingProblem& problem, std::size_t primary, bool with_limits) {
    for (std::size_t j = 0; j < problem.candidates.size(); ++j) {
        std::vector<bool> held(problem.primaries.size(), false);
        held[primary] = true;
        if (site_keeps_rules(with_limits ? problem : without_limits(problem), j, held)) return true;
    }
    return false;
}

std::size_t largest_spaced_set(SitingProblem problem) {
    std::size_t largest = 0;
    for (int sites = 1; sites <= static_cast<int>(problem.candidates.size()); ++sites) {
        problem.sites = sites;
        for (const Sites& set : all_sets(problem)) {
            const bool useful = std::all_of(set.begin(), set.end(), [&](std::size_t j) {
                for (std::size_t p = 0; p < problem.primaries.size(); ++p) {
                    std::vector<bool> held(problem.primaries.size(), false);
                    held[p] = true;
                    if (site_keeps_rules(problem, j, held)) return true;
                }
                return false;
            });
            if (useful) largest = set.size();
        }
    }
    return largest;
}

void require_true(const SitingProblem& problem, const SitingConflict& conflict) {
    using Kind = SitingConflict::Kind;
    switch (conflict.kind) {
        case Kind::none_allowed:
            REQUIRE_FALSE(allowed_alone(problem, conflict.primary, false));
            break;
        case Kind::too_small:
            REQUIRE(allowed_alone(problem, conflict.primary, false));
            REQUIRE_FALSE(allowed_alone(problem, conflict.primary, true));
            if (conflict.resource) {
                const auto limits = limits_of(problem, conflict.primary, *conflict.resource);
                REQUIRE(conflict.candidates == limits.size());
                REQUIRE(conflict.largest == *std::max_element(limits.begin(), limits.end()));
                REQUIRE(conflict.largest < conflict.needed);
            }
            break;
        case Kind::incompatible:
            REQUIRE(conflict.found == largest_spaced_set(problem));
            break;
        case Kind::together:
            REQUIRE(conflict.capacity_decides == possible(without_limits(problem)));
            REQUIRE(conflict.spacing_decides == possible(without_spacing(problem)));
            break;
        case Kind::not_found:
            FAIL("the search stopped");
    }
}

}  // namespace

TEST_CASE("the best choices of sites equal those of full enumeration", "[validation][siting]") {
    RandomStream random{4, "siting/best"};
    std::size_t with_choice = 0;
    for (int i = 0; i < instances; ++i) {
        const SitingProblem problem = random_problem(random);
        for (const SitingGoal goal : {SitingGoal::cost, SitingGoal::latency}) {
            const std::size_t count = between(random, 1, 6);
            const auto choices = best_choices(problem, goal, count);
            for (const SiteChoice& choice : choices) require_sound(problem, choice);
            require_equal(choices, enumerate(problem, goal), goal, count);
            if (!choices.empty()) ++with_choice;
        }
    }
    CHECK(with_choice > instances / 2);
}

TEST_CASE("the shortlist contains the true optimum of each goal and repeats nothing",
          "[validation][siting]") {
    RandomStream random{4, "siting/shortlist"};
    for (int i = 0; i < instances; ++i) {
        const SitingProblem problem = random_problem(random);
        const std::size_t count = between(random, 2, 8);
        const auto list = shortlist(problem, count);
        REQUIRE(list.size() <= count);
        for (auto choice = list.begin(); choice != list.end(); ++choice) {
            require_sound(problem, *choice);
            REQUIRE(std::find(std::next(choice), list.end(), *choice) == list.end());
        }
        for (const SitingGoal goal : {SitingGoal::cost, SitingGoal::latency}) {
            const auto expected = enumerate(problem, goal);
            REQUIRE(list.empty() == expected.empty());
            if (!expected.empty()) REQUIRE(contains_value(list, goal, expected.front()));
        }
    }
}

TEST_CASE("there is an explanation exactly where enumeration finds no choice, and it is true",
          "[validation][siting]") {
    RandomStream random{4, "siting/conflict"};
    std::set<SitingConflict::Kind> kinds;
    for (int i = 0; i < instances; ++i) {
        const SitingProblem problem = random_problem(random);
        const auto conflict = explain_infeasible(problem);
        REQUIRE(conflict.has_value() != possible(problem));
        if (!conflict) continue;
        require_true(problem, *conflict);
        kinds.insert(conflict->kind);
    }
    CHECK(kinds.size() == 4);  // all but the search that stops
}

TEST_CASE("a model that ignores a rule differs from enumeration", "[validation][siting]") {
    RandomStream random{4, "siting/wrong model"};
    std::size_t without_capacity = 0;
    std::size_t without_distance = 0;
    std::size_t other_sharing = 0;
    for (int i = 0; i < instances / 4; ++i) {
        const SitingProblem problem = random_problem(random);
        const auto expected = enumerate(problem, SitingGoal::cost);
        const auto differs = [&](const SitingProblem& wrong) {
            const auto choices = best_choices(wrong, SitingGoal::cost, 1);
            return choices.empty() ? !expected.empty()
                                   : expected.empty() || choices[0].cost_eur < expected[0] - 0.5;
        };
        if (differs(without_limits(problem))) ++without_capacity;
        if (differs(without_spacing(problem))) ++without_distance;
        SitingProblem other = problem;
        other.shared_standby = !problem.shared_standby;
        if (differs(other)) ++other_sharing;
    }
    CHECK(without_capacity > 5);
    CHECK(without_distance > 5);
    CHECK(other_sharing > 5);
}

}  // namespace verbund::siting
