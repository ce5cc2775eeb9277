#include "sim/deploy/world.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "scenarios/study/placed_mistakes.hpp"
#include "sim/deploy/deploy.hpp"

namespace verbund::deploy {

World::World(const study::StudySet& set, std::size_t variant)
    : set_{set},
      stated_{set.variants.at(variant)},
      profiles_{set.catalog.profiles},
      variant_{study::with_places(stated_, [this] { return deploy(set_, study()); })},
      network_{study::with_places(
          stated_, [this] { return plan_network(study(), set_.catalog, variant_, set_.horizon.first); })},
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
