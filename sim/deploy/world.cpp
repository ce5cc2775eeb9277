#include "sim/deploy/world.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "scenarios/study/placed_mistakes.hpp"
#include "sim/deploy/deploy.hpp"

namespace verbund::deploy {

World::World(const study::StudySet& set, std::size_t variant)
    : World{set, set.variants.at(variant), study::with_places(set.variants.at(variant), [&] {
                return deploy_connected(set, set.variants.at(variant).study);
            })} {}

World::World(const study::StudySet& set, const study::Variant& stated, Connected connected)
    : set_{set},
      stated_{stated},
      profiles_{set.catalog.profiles},
      variant_{std::move(connected.variant)},
      network_{std::move(connected.network)},
      routes_{network_} {}

WorldYear World::year(int year) const {
    const Deployment& deployed = variant_.years.at(static_cast<std::size_t>(year - set_.horizon.first));
    if (deployed.sites.empty()) throw std::out_of_range{fmt::format("year {} was not kept", year)};
    return {set_, study(), variant_, deployed, network_, profiles_};
}

void World::keep_years(const std::set<int>& years) {
    for (Deployment& deployed : variant_.years) {
        if (years.contains(deployed.year)) continue;
        Deployment freed;
        freed.year = deployed.year;
        deployed = std::move(freed);
    }
}

}  // namespace verbund::deploy
