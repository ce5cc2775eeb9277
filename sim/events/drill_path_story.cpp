#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/events/drill_story.hpp"

namespace verbund::events {
namespace {

/// Up to three names, and how many more.
Wording names_words(const EventInput& input, const std::set<std::size_t>& administrations) {
    constexpr std::size_t most = 3;
    std::string names;
    std::size_t shown = 0;
    for (const std::size_t a : administrations) {
        if (shown++ == most) break;
        names += (names.empty() ? "" : ", ") + administration_name(input, a);
    }
    if (administrations.size() <= most) return {names, names};
    const std::size_t more = administrations.size() - most;
    return {fmt::format("{} und {} weitere", names, more), fmt::format("{} and {} more", names, more)};
}

int servers_at_home(const EventInput& input, const std::set<std::size_t>& administrations) {
    int servers = 0;
    for (const std::size_t a : administrations) servers += input.year->administrations[a].servers_at_home;
    return servers;
}

/// Whose node it is, by name; the node's own id where it is nobody's.
std::string node_name(const EventInput& input, std::size_t node) {
    const deploy::NetworkPlan& plan = *input.network;
    const auto& sites = plan.site_node;
    for (std::size_t s = 0; s < sites.size(); ++s) {
        if (sites[s] == node && input.variant->sites[s].center != nullptr)
            return input.variant->sites[s].name;
    }
    const auto& owners = plan.administration_node;
    const auto owner = std::find(owners.begin(), owners.end(), node);
    if (owner == owners.end()) return plan.topology.nodes[node].id;
    return input.variant->administrations[static_cast<std::size_t>(owner - owners.begin())].name;
}

/// "alpha--x (Alpha - x)"; the id alone where the names say no more.
std::string link_name(const EventInput& input, std::size_t index) {
    const network::Link& link = input.network->topology.links[index];
    const std::string from = node_name(input, link.from);
    const std::string to = node_name(input, link.to);
    const auto& nodes = input.network->topology.nodes;
    if (from == nodes[link.from].id && to == nodes[link.to].id) return link.id;
    return fmt::format("{} ({} - {})", link.id, from, to);
}

Wording link_failure_words(const EventInput& input, const DrillTarget& target) {
    if (target.kind == FailureKind::link) {
        const std::string name = link_name(input, target.links.front());
        return {fmt::format("Strecke {} fällt aus", name), fmt::format("link {} fails", name)};
    }
    const Wording links = count_words(target.links.size(), "Strecke", "Strecken", "link", "links");
    return {fmt::format("Trasse {} fällt aus ({})", target.thing, links.de),
            fmt::format("duct {} fails ({})", target.thing, links.en)};
}

/// "x--p", "x--p, x--b": what the later steps are about.
std::string things_of(const std::vector<DrillTarget>& targets) {
    std::string things;
    for (const DrillTarget& target : targets) things += (things.empty() ? "" : ", ") + target.thing;
    return things;
}

Wording back_words(const std::vector<DrillTarget>& targets) {
    if (targets.size() == 1) {
        return {fmt::format("{} ist wieder da", targets.front().thing),
                fmt::format("{} is back", targets.front().thing)};
    }
    return {fmt::format("Alle {} Wege sind wieder da", targets.size()),
            fmt::format("all {} ways are back", targets.size())};
}

void tell_copies(const EventInput& input, const PathFailure& failure, double rerouting_s,
                 Timeline& timeline) {
    for (const CopyPath& copy : failure.copies) {
        const std::string from = place_name(input, copy.primary);
        const std::string to = place_name(input, copy.backup);
        timeline.add(rerouting_s, "replication", input.variant->sites[copy.primary].id,
                     copy.cut
                         ? Wording{fmt::format("Kopien von {} nach {} ruhen", from, to),
                                   fmt::format("copies from {} to {} pause", from, to)}
                         : Wording{fmt::format("Kopien von {} nach {} gehen einen anderen Weg", from, to),
                                   fmt::format("copies from {} to {} take another path", from, to)});
    }
}

/// "0.71", "4.5": two digits that count; the decimal mark as the language has it.
Wording rate_words(double gbit_s) {
    const std::string en = fmt::format("{:.2g}", gbit_s);
    std::string de = en;
    std::replace(de.begin(), de.end(), '.', ',');
    return {de, en};
}

}  // namespace

void tell_narrow_links(const EventInput& input, const std::vector<NarrowLink>& narrow, Timeline& timeline) {
    constexpr std::size_t most = 3;
    const double rerouting_s = input.study->events.recovery.rerouting.in(seconds);
    for (std::size_t i = 0; i < std::min(most, narrow.size()); ++i) {
        const NarrowLink& link = narrow[i];
        const std::string name = link_name(input, link.link);
        const Wording load = rate_words(link.load_gbit_s);
        const Wording capacity = rate_words(link.capacity_gbit_s);
        timeline.add(rerouting_s, "narrow", input.network->topology.links[link.link].id,
                     {fmt::format("Zu schmal: Strecke {} hat {} Gbit/s, gebraucht werden bis {} (um {} Uhr)",
                                  name, capacity.de, load.de, link.hour),
                      fmt::format("too narrow: link {} has {} Gbit/s, up to {} are needed (at {}:00)", name,
                                  capacity.en, load.en, link.hour)});
    }
    if (narrow.size() <= most) return;
    const Wording more =
        count_words(narrow.size() - most, "weitere Strecke", "weitere Strecken", "more link", "more links");
    timeline.add(rerouting_s, "narrow", "", {"Zu schmal: " + more.de, "too narrow: " + more.en});
}

void tell_path_failure(const EventInput& input, const std::vector<DrillTarget>& targets,
                       const PathFailure& failure, double lasts_s, Timeline& timeline) {
    const double rerouting_s = input.study->events.recovery.rerouting.in(seconds);
    std::set<std::size_t> cut;
    std::set<std::size_t> rerouted;
    bool critical_cut = false;
    bool critical_rerouted = false;
    for (const PlannedService& s : failure.services) {
        const bool off = s.way == Way::cut_off;
        (off ? cut : rerouted).insert(s.service.administration);
        (off ? critical_cut : critical_rerouted) |= s.service.is_critical();
    }
    const std::string things = things_of(targets);
    for (const DrillTarget& target : targets) {
        timeline.add(0.0, "failure", target.thing, link_failure_words(input, target));
    }
    tell_copies(input, failure, rerouting_s, timeline);
    if (failure.services.empty()) {
        timeline.add(0.0, "restored", things,
                     {"Niemand erreicht seine Server auf diesem Weg", "nobody reaches servers this way"});
    }
    if (!rerouted.empty()) {
        const Wording who = administrations_words(rerouted.size());
        timeline.add(rerouting_s, "rerouting", things,
                     {fmt::format("{} auf einem anderen Weg mit ihren Servern verbunden", who.de),
                      fmt::format("{} connected to their servers by another path", who.en)});
    }
    if (!cut.empty()) {
        const Wording who = names_words(input, cut);
        timeline.add(
            0.0, "cut", things,
            {fmt::format("Abgeschnitten: {}; {} Server in eigenen Räumen arbeiten weiter", who.de,
                         servers_at_home(input, cut)),
             fmt::format("cut off: {}; {} servers in own rooms go on", who.en, servers_at_home(input, cut))});
    }
    timeline.add(lasts_s, "cause-ends", things, back_words(targets));
    if (!cut.empty()) {
        const Wording who = administrations_words(cut.size());
        timeline.add(lasts_s + rerouting_s, "restored", things,
                     {fmt::format("{} wieder mit ihren Servern verbunden", who.de),
                      fmt::format("{} connected to their servers again", who.en)});
    }
    if (!critical_cut && !critical_rerouted) return;
    timeline.add_critical(0.0, "failure", targets.front().thing, {});
    if (critical_cut) {
        timeline.add_critical(lasts_s, "cause-ends", things, {});
        timeline.add_critical(lasts_s + rerouting_s, "restored", things, {});
    } else {
        timeline.add_critical(rerouting_s, "rerouting", things, {});
    }
}

}  // namespace verbund::events
