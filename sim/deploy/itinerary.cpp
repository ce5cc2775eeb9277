#include "sim/deploy/itinerary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/network/topology.hpp"
#include "scenarios/study/wave_days.hpp"

namespace verbund::deploy {
namespace {

using Administrations = std::vector<study::ResolvedAdministration>;

std::vector<std::size_t> who_moves(const study::Move& move, const Administrations& administrations) {
    std::vector<std::size_t> movers;
    for (std::size_t i = 0; i < administrations.size(); ++i) {
        const bool meant = std::any_of(move.who.begin(), move.who.end(), [&](const std::string& selector) {
            return study::matches(selector, administrations[i].selected);
        });
        if (meant) movers.push_back(i);
    }
    return movers;
}

/// The center an administration goes to in a wave: nearest of those named that stand and serve its state.
std::optional<std::size_t> choose_target(const study::Move& move, Date day, const SiteTable& table,
                                         const study::ResolvedAdministration& a) {
    std::vector<std::size_t> candidates = centers_named(table.sites, move.to, day);
    std::erase_if(candidates, [&](std::size_t site) { return !serves(*table.sites[site].center, a.state); });
    return nearest(table.sites, candidates, a.at);
}

/// Equally large or equally far administrations in the order of their content; by key as they come.
void sort_movers(std::vector<std::size_t>& movers, const study::Move& move, Date last_wave,
                 const SiteTable& table, const Administrations& administrations) {
    if (move.order == study::WaveOrder::ags) return;
    std::vector<std::size_t> rank(administrations.size());
    const std::vector<std::size_t> by_content = order_by_content(administrations);
    for (std::size_t k = 0; k < by_content.size(); ++k) rank[by_content[k]] = k;
    std::sort(movers.begin(), movers.end(), [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
    if (move.order == study::WaveOrder::population) {
        std::stable_sort(
            movers.begin(), movers.end(),
            [&](std::size_t a, std::size_t b) {
                return administrations[a].population > administrations[b].population;
            });
    } else {
        std::vector<Length> distance(administrations.size());
        for (const std::size_t i : movers) {
            const auto target = choose_target(move, last_wave, table, administrations[i]);
            if (target) distance[i] = network::great_circle(administrations[i].at, table.sites[*target].at);
        }
        std::stable_sort(movers.begin(), movers.end(),
                         [&](std::size_t a, std::size_t b) { return distance[a] < distance[b]; });
    }
}

[[noreturn]] void no_target(const study::Id& id, const study::Move& move, Date day, const std::string& who) {
    throw InvalidInput{
        {Diagnostic{.at = {},
                    .key = "moves." + id + ".to",
                    .problem = fmt::format("no center of \"{}\" stands on {} and serves \"{}\"", move.to,
                                           to_string(day), who),
                    .remedy = "Move later, commission a center earlier, or widen its `serves`."}}};
}

}  // namespace

std::vector<std::vector<Leg>> itineraries(const study::Study& study, const SiteTable& table,
                                          const Administrations& administrations) {
    std::vector<std::vector<Leg>> legs(administrations.size());
    for (const auto& [id, move] : study.moves) {
        const std::vector<Date> waves = study::wave_days(move);
        if (waves.empty()) continue;
        std::vector<std::size_t> movers = who_moves(move, administrations);
        sort_movers(movers, move, waves.back(), table, administrations);
        for (std::size_t k = 0; k < movers.size(); ++k) {
            const Date day = waves[k * waves.size() / movers.size()];
            const auto target = choose_target(move, day, table, administrations[movers[k]]);
            if (!target) no_target(id, move, day, administrations[movers[k]].name);
            legs[movers[k]].push_back({day, *target, &move});
        }
    }
    for (auto& list : legs)
        std::stable_sort(list.begin(), list.end(), [](const Leg& a, const Leg& b) { return a.day < b.day; });
    return legs;
}

}  // namespace verbund::deploy
