#include "models/siting/problem_check.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace verbund::siting {
namespace {

template <typename Table>
void check_size(const char* name, const Table& table, std::size_t rows, std::size_t columns) {
    const bool right = table.size() == rows && std::all_of(table.begin(), table.end(), [&](const auto& row) {
                           return row.size() == columns;
                       });
    if (!right) throw std::invalid_argument(fmt::format("siting: {} are not {} x {}", name, rows, columns));
}

}  // namespace

void check(const SitingProblem& problem) {
    const std::size_t candidates = problem.candidates.size();
    if (problem.primaries.empty()) throw std::invalid_argument("siting: there is no primary");
    if (problem.sites < 1)
        throw std::invalid_argument(fmt::format("siting: {} sites asked for", problem.sites));
    check_size("pairs", problem.pairs, problem.primaries.size(), candidates);
    if (!problem.compatible.empty()) check_size("compatible", problem.compatible, candidates, candidates);
}

}  // namespace verbund::siting
