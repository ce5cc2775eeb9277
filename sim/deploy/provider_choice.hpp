#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/deploy/sites.hpp"

namespace verbund::deploy {

/// Centers that run the provider shares, [administration]: the stated one, else the nearest provider that
/// serves the state.
class ProviderChoice {
public:
    /// Both must outlive it.
    ProviderChoice(const std::vector<Site>& sites,
                   const std::vector<study::ResolvedAdministration>& administrations)
        : sites_{sites}, administrations_{administrations} {}

    /// Among those that stand on `day`; made anew only when other centers stand than when last asked.
    [[nodiscard]] const std::vector<std::optional<std::size_t>>& on(Date day);

private:
    [[nodiscard]] std::optional<std::size_t> choose(const study::ResolvedAdministration& a) const;

    const std::vector<Site>& sites_;
    const std::vector<study::ResolvedAdministration>& administrations_;
    std::vector<std::size_t> standing_;
    std::vector<std::optional<std::size_t>> chosen_;
};

}  // namespace verbund::deploy
