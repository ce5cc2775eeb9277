#include "sim/deploy/played.hpp"

#include <algorithm>
#include <utility>

#include "models/base/random.hpp"

namespace verbund::deploy {
namespace {

/// Municipalities with the smallest of one random number each: adding one to the territory moves at most one.
std::vector<PlayedAdministration> drawn_municipalities(const WorldYear& input, std::size_t limit) {
    std::vector<std::pair<double, std::size_t>> keyed;
    for (std::size_t a = 0; a < input.variant().administrations.size(); ++a) {
        const study::ResolvedAdministration& who = input.variant().administrations[a];
        if (who.kind != "municipality") continue;
        keyed.emplace_back(RandomStream(input.set().seed, "latency/played/" + who.id).uniform(), a);
    }
    const std::size_t count = std::min(limit, keyed.size());
    std::sort(keyed.begin(), keyed.end());
    std::vector<PlayedAdministration> drawn;
    for (std::size_t i = 0; i < count; ++i)
        drawn.push_back({keyed[i].second, static_cast<double>(keyed.size()) / static_cast<double>(count)});
    return drawn;
}

}  // namespace

std::vector<PlayedAdministration> played_administrations(const WorldYear& input, int limit) {
    const std::vector<study::ResolvedAdministration>& all = input.variant().administrations;
    const auto detailed = static_cast<std::size_t>(limit);
    std::vector<PlayedAdministration> played;
    for (std::size_t a = 0; a < all.size(); ++a)
        if (all.size() <= detailed || all[a].kind != "municipality") played.push_back({a, 1.0});
    if (all.size() > detailed) {
        for (const PlayedAdministration& p : drawn_municipalities(input, detailed)) played.push_back(p);
        std::sort(played.begin(), played.end(),
                  [](const auto& x, const auto& y) { return x.administration < y.administration; });
    }
    return played;
}

}  // namespace verbund::deploy
