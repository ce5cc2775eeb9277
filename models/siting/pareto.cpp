#include "models/siting/pareto.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace verbund::siting {
namespace {

double or_worst(double value) { return std::isnan(value) ? std::numeric_limits<double>::infinity() : value; }

bool better(const Goal& a, const Goal& b) { return or_worst(a.high) < or_worst(b.low); }

using Relation = std::vector<std::vector<bool>>;

/// Directly or over others (Warshall).
Relation closure(Relation relation) {
    for (std::size_t over = 0; over < relation.size(); ++over) {
        for (std::size_t from = 0; from < relation.size(); ++from) {
            if (!relation[from][over]) continue;
            for (std::size_t to = 0; to < relation.size(); ++to)
                if (relation[over][to]) relation[from][to] = true;
        }
    }
    return relation;
}

}  // namespace

bool dominates(const std::vector<Goal>& a, const std::vector<Goal>& b) {
    bool better_in_one = false;
    for (std::size_t goal = 0; goal < a.size(); ++goal) {
        if (better(b[goal], a[goal])) return false;
        better_in_one = better_in_one || better(a[goal], b[goal]);
    }
    return better_in_one;
}

std::vector<bool> non_dominated(const std::vector<std::vector<Goal>>& goals) {
    const std::size_t options = goals.size();
    Relation direct(options, std::vector<bool>(options, false));
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < options; ++b) direct[a][b] = dominates(goals[a], goals[b]);
    const Relation over_others = closure(direct);
    std::vector<bool> front(options, true);
    for (std::size_t b = 0; b < options; ++b) {
        for (std::size_t a = 0; a < options; ++a)
            if (direct[a][b] && !over_others[b][a]) front[b] = false;
    }
    return front;
}

}  // namespace verbund::siting
