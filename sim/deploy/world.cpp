#include "sim/deploy/world.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "scenarios/study/placed_mistakes.hpp"
#include "sim/deploy/deploy.hpp"

namespace verbund::deploy {
namespace {

/// Compares phases with a year.
struct EarlierYear {
    bool operator()(const Deployment& phase, int year) const { return phase.year < year; }
    bool operator()(int year, const Deployment& phase) const { return year < phase.year; }
};

std::span<const Deployment> range_of(const std::vector<Deployment>& phases, int year) {
    const auto [first, end] = std::equal_range(phases.begin(), phases.end(), year, EarlierYear{});
    return {first, end};
}

}  // namespace

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
    const std::span<const Deployment> all = range_of(variant_.phases, year);
    if (all.empty()) throw std::out_of_range{fmt::format("year {} is outside the horizon", year)};
    if (all.back().sites.empty()) throw std::out_of_range{fmt::format("year {} was not kept", year)};
    return {set_, study(), variant_, all.back(), network_, profiles_};
}

std::span<const Deployment> World::phases(int year) const {
    const std::span<const Deployment> all = range_of(variant_.phases, year);
    if (all.empty() || all.front().sites.empty())
        throw std::out_of_range{fmt::format("the phases of {} are not there", year)};
    return all;
}

void World::keep_years(const std::set<int>& years) {
    for (std::size_t p = 0; p < variant_.phases.size(); ++p) {
        Deployment& deployed = variant_.phases[p];
        const bool ends_year =
            p + 1 == variant_.phases.size() || variant_.phases[p + 1].year != deployed.year;
        if (ends_year && years.contains(deployed.year)) continue;
        Deployment freed;
        static_cast<Phase&>(freed) = static_cast<const Phase&>(deployed);
        freed.starts_with = deployed.starts_with;
        deployed = std::move(freed);
    }
}

}  // namespace verbund::deploy
