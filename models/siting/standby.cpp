#include "models/siting/standby.hpp"

namespace verbund::siting {

std::array<double, site_resources> needs(const SitePrimary& primary) {
    return {primary.it_kw, primary.racks, primary.storage_tb};
}

std::array<std::optional<double>, site_resources> limits(const SiteCandidate& candidate) {
    return {candidate.it_kw, candidate.racks, candidate.storage_tb};
}

bool fits(double need, std::optional<double> limit) {
    constexpr double rounding = 1.0 + 1e-9;
    return !limit || need <= *limit * rounding;
}

bool usable(const SitingProblem& problem, std::size_t primary, std::size_t candidate) {
    if (!problem.pairs[primary][candidate].allowed) return false;
    const auto need = needs(problem.primaries[primary]);
    const auto limit = limits(problem.candidates[candidate]);
    for (std::size_t resource = 0; resource < site_resources; ++resource) {
        if (!fits(need[resource], limit[resource])) return false;
    }
    return true;
}

std::vector<std::size_t> usable_candidates(const SitingProblem& problem) {
    std::vector<std::size_t> found;
    for (std::size_t candidate = 0; candidate < problem.candidates.size(); ++candidate) {
        bool any = false;
        for (std::size_t primary = 0; primary < problem.primaries.size() && !any; ++primary) {
            any = usable(problem, primary, candidate);
        }
        if (any) found.push_back(candidate);
    }
    return found;
}

}  // namespace verbund::siting
