#include "scenarios/study/hints.hpp"

#include <algorithm>

#include <fmt/format.h>

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
        report(network.links.empty() ? "network.nodes" : "network.links",
               fmt::format("without effect: {} (the topology is synthetic, which lays its own lines)",
                           content_of(network)),
               "Write network: {topology: given}, or leave them out.");
        found.add(variant.id, unused);
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

std::vector<Diagnostic> list_hints(const StudySet& set) {
    Diagnostics hints;
    find_unused_network(set, hints);
    find_unused_second_access(set, hints);
    return hints.sorted();
}

}  // namespace verbund::study
