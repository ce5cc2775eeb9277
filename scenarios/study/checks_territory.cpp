#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "scenarios/study/center_sets.hpp"
#include "scenarios/study/checks.hpp"
#include "scenarios/study/germany.hpp"
#include "scenarios/study/resolve.hpp"

namespace verbund::study {
namespace {

void require_in_germany(const CheckInput& input, const std::string& path, Place place) {
    if (const auto outside = outside_germany(place)) input.report(path, outside->problem, outside->remedy);
}

/// Whether the administration has a provider share that no stated provider runs.
bool needs_some_provider(const CheckInput& input, const SelectedAdministration& administration) {
    const Administration* stated = administration.stated;
    if (stated != nullptr && stated->provider) return false;
    const Administration nothing_stated;
    return provider_share(stated != nullptr ? *stated : nothing_stated, administration.kind,
                          input.study.estate) > Fraction{};
}

}  // namespace

void find_empty_territory(const CheckInput& input) {
    if (!input.administrations.empty()) return;
    const bool narrowed = !input.study.territory.states.empty();
    input.report("territory",
                 fmt::format("no administration is selected{}", narrowed ? " (states leaves none)" : ""),
                 "Write districts: all, name administrations, or give a file.");
}

void find_repeated_ags(const CheckInput& input) {
    std::map<std::string, Id> seen;
    for (const auto& [id, administration] : input.study.territory.administrations) {
        if (!administration.ags) continue;
        const auto [first, fresh] = seen.emplace(*administration.ags, id);
        if (fresh) continue;
        input.report(fmt::format("territory.administrations.{}.ags", id),
                     fmt::format("\"{}\" is also the key of \"{}\"", *administration.ags, first->second),
                     "Correct one of them.");
    }
}

void find_underspecified_administration(const CheckInput& input) {
    for (const SelectedAdministration& administration : input.administrations) {
        std::vector<std::string> missing;
        if (!administration.at) missing.emplace_back("at");
        const bool sized = administration.stated != nullptr && administration.stated->seats;
        if (!administration.population && !sized) missing.emplace_back("population or seats");
        if (missing.empty()) continue;
        const std::string why = administration.ags.empty()
                                    ? "it has no AGS key"
                                    : fmt::format("AGS \"{}\" is not in the catalog", administration.ags);
        input.report(fmt::format("territory.administrations.{}", administration.id),
                     fmt::format("{} missing ({})", fmt::join(missing, ", "), why),
                     "State them, or correct the AGS key.");
    }
}

void find_place_outside_germany(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers)
        require_in_germany(input, fmt::format("centers.{}.at", id), center.at);
    for (const auto& [id, node] : input.study.network.nodes)
        if (!node.of_file)  // exchange points of a real network may lie abroad
            require_in_germany(input, fmt::format("network.nodes.{}.at", id), node.at);
    for (const auto& [id, administration] : input.study.territory.administrations)
        if (administration.at)
            require_in_germany(input, fmt::format("territory.administrations.{}.at", id), *administration.at);
}

namespace {

/// Selectors at a key that select no administration.
void require_anyone(const CheckInput& input, const std::string& key,
                    const std::vector<std::string>& selectors) {
    for (const std::string& selector : selectors) {
        const bool anyone = std::any_of(input.administrations.begin(), input.administrations.end(),
                                        [&](const auto& candidate) { return matches(selector, candidate); });
        if (anyone) continue;
        std::vector<std::string> known{"all"};
        for (const SelectedAdministration& candidate : input.administrations) known.push_back(candidate.id);
        UnknownName unknown = unknown_name("administration", selector, known);
        input.report(key, std::move(unknown.problem), std::move(unknown.remedy));
    }
}

}  // namespace

void find_selector_of_nobody(const CheckInput& input) {
    if (input.administrations.empty() || input.report.broken("territory")) return;
    for (const auto& [id, move] : input.study.moves)
        require_anyone(input, fmt::format("moves.{}.who", id), move.who);
    for (const auto& [id, exchange] : input.study.exchanges)
        require_anyone(input, fmt::format("exchanges.{}.who", id), exchange.who);
}

void find_missing_provider(const CheckInput& input) {
    if (!horizon_known(input) || input.report.unreadable("centers")) return;
    const Date start{input.set.horizon.first, 1, 1};
    for (const auto& [id, center] : input.study.centers) {
        if (center.role == CenterRole::provider && stands_on(center, start)) return;
        for (const char* key : {"role", "commissioned", "closed"})
            if (input.report.broken(fmt::format("centers.{}.{}", id, key))) return;
    }
    const auto lacking =
        std::find_if(input.administrations.begin(), input.administrations.end(),
                     [&](const auto& candidate) { return needs_some_provider(input, candidate); });
    if (lacking == input.administrations.end()) return;
    input.report(
        "estate.provider_share",
        fmt::format(
            "a provider runs a share of the servers of \"{}\" and others, but no center with role provider "
            "stands on {}",
            lacking->id, to_string(start)),
        "Add a center with role: provider, or set provider_share: 0 %.");
}

void find_center_without_rooms(const CheckInput& input) {
    for (const auto& [id, center] : input.study.centers) {
        if (!center.rooms.empty()) continue;
        input.report(fmt::format("centers.{}.rooms", id), fmt::format("center \"{}\" has no room", id),
                     "Add rooms: {r1: {}}; what is left out is sized by the run.");
    }
}

}  // namespace verbund::study
