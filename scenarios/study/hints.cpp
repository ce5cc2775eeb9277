#include "scenarios/study/hints.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/network/nearest_place.hpp"
#include "models/network/topology.hpp"
#include "scenarios/study/host_fit.hpp"
#include "scenarios/study/territory.hpp"
#include "scenarios/study/variant_mistakes.hpp"

namespace verbund::study {
namespace {

/// "2 nodes and 3 links with ducts"
std::string content_of(const Network& network) {
    const auto counted = [](std::size_t count, const char* thing) {
        return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
    };
    const bool ducts = std::any_of(network.links.begin(), network.links.end(),
                                   [](const auto& link) { return !link.second.ducts.empty(); });
    std::string text = network.nodes.empty() ? "" : counted(network.nodes.size(), "node");
    if (network.links.empty()) return text;
    if (!text.empty()) text += " and ";
    text += counted(network.links.size(), "link");
    return ducts ? text + " with ducts" : text;
}

}  // namespace

void find_unused_network(const StudySet& set, Diagnostics& hints) {
    const bool used = std::any_of(set.variants.begin(), set.variants.end(), [](const Variant& variant) {
        return variant.study.network.topology == TopologyKind::given;
    });
    if (used) return;
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        const Network& network = variant.study.network;
        if (network.nodes.empty() && network.links.empty()) continue;
        Diagnostics unused;
        Reporter report{variant.places, unused};
        const char* stated = network.links.empty() ? "network.nodes" : "network.links";
        report(network.file ? "network.file" : stated,
               fmt::format("without effect: {} (the topology is synthetic, which lays its own lines)",
                           content_of(network)),
               "Write network: {topology: given}, or leave them out.");
        found.add(variant.id, unused);
    }
    found.move_to(hints, set.variants.size());
}

namespace {

/// What is not stated of an inventory and therefore assumed; empty if everything is.
std::string assumed_of(const Administration& stated, const Estate& estate, int first_year) {
    std::vector<std::string> parts;
    const int as_of = stated.as_of.value_or(estate.base_year);
    if (!stated.as_of) parts.push_back(fmt::format("counts as of {} (estate.base_year)", as_of));
    if (as_of > first_year) {
        parts.push_back(
            fmt::format("was taken after the first year {}: years before {} are computed back by "
                        "the growth rates",
                        first_year, as_of));
    }
    if (!stated.provider_share) parts.emplace_back("no share of it is run by a provider");
    return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

void find_assumed_inventory(const StudySet& set, Diagnostics& hints) {
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        Diagnostics assumed;
        Reporter report{variant.places, assumed};
        for (const auto& [id, stated] : variant.study.territory.administrations) {
            if (!stated.inventory) continue;
            const std::string text = assumed_of(stated, variant.study.estate, set.horizon.first);
            if (text.empty()) continue;
            report(fmt::format("territory.administrations.{}.inventory", id),
                   fmt::format("\"{}\" {}", *stated.inventory, text),
                   "State as_of and provider_share beside it if that is not so.");
        }
        found.add(variant.id, assumed);
    }
    found.move_to(hints, set.variants.size());
}

void find_outgrown_hosts(const StudySet& set, Diagnostics& hints) {
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        Diagnostics outgrown;
        Reporter report{variant.places, outgrown};
        for (const TooLargeServer& server :
             servers_too_large(set, variant.study, set.horizon.first + 1, set.horizon.last))
            report_too_large(server, variant.study, ": the run refuses them", report);
        found.add(variant.id, outgrown);
    }
    found.move_to(hints, set.variants.size());
}

void find_unused_second_access(const StudySet& set, Diagnostics& hints) {
    const bool used = std::any_of(set.variants.begin(), set.variants.end(), [](const Variant& variant) {
        return variant.study.network.topology == TopologyKind::synthetic;
    });
    if (used) return;
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        Diagnostics unused;
        Reporter report{variant.places, unused};
        const std::string problem = "without effect: the network is drawn, so the drawn links are the access";
        const std::string remedy = "Draw the second link (network.links), or leave it out.";
        if (variant.study.availability.second_access) report("availability.second_access", problem, remedy);
        for (const auto& [id, administration] : variant.study.territory.administrations) {
            if (!administration.second_access.value_or(false)) continue;
            report(fmt::format("territory.administrations.{}.second_access", id), problem, remedy);
        }
        found.add(variant.id, unused);
    }
    found.move_to(hints, set.variants.size());
}

namespace {

bool holds_only_clients(const Center& center) {
    const bool metered = center.metered && center.metered->energy;
    return center.role != CenterRole::own && !center.other_load && !metered;
}

}  // namespace

void find_centers_without_other_load(const StudySet& set, Diagnostics& hints) {
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        std::vector<std::string_view> ids;
        for (const auto& [id, center] : variant.study.centers)
            if (holds_only_clients(center)) ids.push_back(id);
        if (ids.empty()) continue;
        Diagnostics alone;
        Reporter report{variant.places, alone};
        const std::string others = ids.size() == 1 ? "" : fmt::format(" and {} more", ids.size() - 1);
        report(
            fmt::format("centers.{}", ids.front()),
            fmt::format("\"{}\"{} hold{} only the study's clients (PUE and EnEfG scope are those of a center "
                        "with nobody else)",
                        ids.front(), others, ids.size() == 1 ? "s" : ""),
            "State other_load (IT power, servers, or a provider of `verbund catalog providers`) if others "
            "are there.");
        found.add(variant.id, alone);
    }
    found.move_to(hints, set.variants.size());
}

void find_distant_weather(const StudySet& set, Diagnostics& hints) {
    const Length far = 50.0 * kilometre;
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        Diagnostics distant;
        Reporter report{variant.places, distant};
        for (const auto& [id, center] : variant.study.centers) {
            const std::optional<std::string>& file =
                center.weather ? center.weather : variant.study.facility.weather;
            if (!file || !set.weathers.at(*file).at) continue;
            const Length away = network::great_circle(center.at, *set.weathers.at(*file).at);
            if (away <= far) continue;
            report(center.weather ? fmt::format("centers.{}.weather", id) : "facility.weather",
                   fmt::format("\"{}\" is the weather of a place {:.0f} km from center \"{}\"", *file,
                               away.in(kilometre), id),
                   "Take that of a nearer one (centers.<center>.weather) if there is any.");
        }
        found.add(variant.id, distant);
    }
    found.move_to(hints, set.variants.size());
}

namespace {

/// Places of the nodes that were read from the network's file.
std::vector<Place> places_of_file(const Network& network) {
    std::vector<Place> places;
    for (const auto& [id, node] : network.nodes)
        if (node.of_file) places.push_back(node.at);
    return places;
}

/// Administrations and centers with a place that no link names.
std::map<Id, Place> ends_without_link(const Study& study, const catalog::Catalog& catalog) {
    std::map<Id, Place> ends;
    for (const SelectedAdministration& one : select_administrations(study.territory, catalog))
        if (one.at) ends.emplace(one.id, *one.at);
    for (const auto& [id, center] : study.centers) ends.emplace(id, center.at);
    for (const auto& [id, link] : study.network.links) {
        ends.erase(link.from);
        ends.erase(link.to);
    }
    return ends;
}

}  // namespace

void find_hung_ends(const StudySet& set, Diagnostics& hints) {
    VariantMistakes found;
    for (const Variant& variant : set.variants) {
        const Network& network = variant.study.network;
        if (network.topology != TopologyKind::given || !network.file) continue;
        const std::map<Id, Place> ends = ends_without_link(variant.study, set.catalog);
        const std::vector<Place> places = places_of_file(network);
        if (ends.empty() || places.empty()) continue;
        const network::NearestPlace nearest{places};
        std::pair<Length, Id> farthest;
        for (const auto& [id, at] : ends)
            farthest = std::max(farthest, {network::great_circle(at, places[nearest.to(at)]), id});
        Diagnostics hung;
        Reporter report{variant.places, hung};
        report(
            "network.file",
            fmt::format("{} administrations and centers have no link: a line joins each to the nearest node "
                        "of the file, the longest air line is {:.0f} km (\"{}\")",
                        ends.size(), farthest.first.in(kilometre), farthest.second),
            "State links (network.links) where that is not so.");
        found.add(variant.id, hung);
    }
    found.move_to(hints, set.variants.size());
}

std::vector<Diagnostic> list_hints(const StudySet& set) {
    Diagnostics hints;
    find_unused_network(set, hints);
    find_assumed_inventory(set, hints);
    find_outgrown_hosts(set, hints);
    find_unused_second_access(set, hints);
    find_centers_without_other_load(set, hints);
    find_distant_weather(set, hints);
    find_hung_ends(set, hints);
    find_long_outages(set, hints);
    find_shared_reserve_of_neighbours(set, hints);
    find_uplinks_without_other_traffic(set, hints);
    find_distant_hubs(set, hints);
    find_unheeded_licence_prices(set, hints);
    return hints.sorted();
}

}  // namespace verbund::study
