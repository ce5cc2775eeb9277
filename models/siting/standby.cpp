#include "models/siting/standby.hpp"

#include <algorithm>

namespace verbund::siting {

bool fits(double need, std::optional<double> limit) {
    constexpr double rounding = 1.0 + 1e-9;
    return !limit || need <= *limit * rounding;
}

bool usable(const SitingProblem& problem, std::size_t primary, std::size_t candidate) {
    if (!problem.pairs[primary][candidate].allowed) return false;
    const BySiteResource<double>& need = problem.primaries[primary].need;
    const auto& limit = problem.candidates[candidate].limit;
    return std::all_of(compared.begin(), compared.end(), [&](Resource r) { return fits(need[r], limit[r]); });
}

std::vector<std::size_t> usable_candidates(const SitingProblem& problem) {
    std::vector<std::size_t> found;
    for (std::size_t candidate = 0; candidate < problem.candidates.size(); ++candidate) {
        bool any = false;
        for (std::size_t primary = 0; primary < problem.primaries.size() && !any; ++primary)
            any = usable(problem, primary, candidate);
        if (any) found.push_back(candidate);
    }
    return found;
}

}  // namespace verbund::siting
