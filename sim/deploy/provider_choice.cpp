#include "sim/deploy/provider_choice.hpp"

#include "scenarios/study/center_sets.hpp"

namespace verbund::deploy {

std::optional<std::size_t> ProviderChoice::choose(const study::ResolvedAdministration& a) const {
    std::vector<std::size_t> candidates;
    for (const std::size_t i : standing_) {
        const study::Center* center = sites_[i].center;
        const bool meant = a.stated.provider
                               ? sites_[i].id == *a.stated.provider
                               : center->role == study::CenterRole::provider && serves(*center, a.state);
        if (meant) candidates.push_back(i);
    }
    return nearest(sites_, candidates, a.at);
}

const std::vector<std::optional<std::size_t>>& ProviderChoice::on(Date day) {
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < center_count(sites_); ++i)
        if (study::stands_on(*sites_[i].center, day)) standing.push_back(i);
    if (!chosen_.empty() && standing == standing_) return chosen_;
    standing_ = std::move(standing);
    chosen_.clear();
    for (const study::ResolvedAdministration& a : administrations_) chosen_.push_back(choose(a));
    return chosen_;
}

}  // namespace verbund::deploy
