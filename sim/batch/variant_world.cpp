#include "sim/batch/variant_world.hpp"

#include <map>
#include <string_view>

#include "sim/batch/placed_mistakes.hpp"
#include "sim/deploy/deploy.hpp"

namespace verbund::batch {

VariantWorld::VariantWorld(const study::StudySet& set, std::size_t index)
    : set_{set},
      variant_{set.variants.at(index)},
      profiles_{set.catalog.profiles},
      deployment_{with_places(variant_, [this] { return deploy::deploy(set_, study()); })},
      network_{with_places(variant_, [this] {
          return deploy::plan_network(study(), set_.catalog, deployment_, set_.horizon.first);
      })} {}

events::EventInput VariantWorld::input(int year) const {
    return {.set = &set_,
            .study = &study(),
            .variant = &deployment_,
            .year = &deployment_.years.at(static_cast<std::size_t>(year - set_.horizon.first)),
            .network = &network_,
            .profiles = &profiles_};
}

RowTaker::RowTaker(const VariantWorld& world, std::size_t variant, const outcome::Run& run)
    : variant_{static_cast<std::int32_t>(variant)} {
    std::map<std::string_view, std::int32_t> known;
    for (std::size_t i = 0; i < run.administrations.size(); ++i) {
        known.emplace(run.administrations[i].id, static_cast<std::int32_t>(i));
    }
    for (const study::ResolvedAdministration& a : world.deployment().administrations) {
        administrations_.push_back(known.at(a.id));
    }
}

}  // namespace verbund::batch
