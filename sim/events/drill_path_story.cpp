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
        names += (names.empty() ? "" : ", ") + input.variant->administrations[a].name;
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

Wording link_failure_words(const DrillTarget& target) {
    if (target.kind == FailureKind::link) {
        return {fmt::format("Strecke {} fällt aus", target.thing),
                fmt::format("link {} fails", target.thing)};
    }
    const Wording links = count_words(target.links.size(), "Strecke", "Strecken", "link", "links");
    return {fmt::format("Trasse {} fällt aus ({})", target.thing, links.de),
            fmt::format("duct {} fails ({})", target.thing, links.en)};
}

void tell_copies(const EventInput& input, const PathFailure& failure, double rerouting_s,
                 Timeline& timeline) {
    for (const CopyPath& copy : failure.copies) {
        const std::string& from = input.variant->sites[copy.primary].id;
        const std::string& to = input.variant->sites[copy.backup].id;
        timeline.add(rerouting_s, "replication", from,
                     copy.cut
                         ? Wording{fmt::format("Kopien von {} nach {} ruhen", from, to),
                                   fmt::format("copies from {} to {} pause", from, to)}
                         : Wording{fmt::format("Kopien von {} nach {} gehen einen anderen Weg", from, to),
                                   fmt::format("copies from {} to {} take another path", from, to)});
    }
}

}  // namespace

void tell_path_failure(const EventInput& input, const DrillTarget& target, const PathFailure& failure,
                       double lasts_s, Timeline& timeline) {
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
    timeline.add(0.0, "failure", target.thing, link_failure_words(target));
    tell_copies(input, failure, rerouting_s, timeline);
    if (failure.services.empty()) {
        timeline.add(0.0, "restored", target.thing,
                     {"Niemand erreicht seine Server auf diesem Weg", "nobody reaches servers this way"});
    }
    if (!rerouted.empty()) {
        const Wording who = administrations_words(rerouted.size());
        timeline.add(rerouting_s, "rerouting", target.thing,
                     {fmt::format("{} auf einem anderen Weg mit ihren Servern verbunden", who.de),
                      fmt::format("{} connected to their servers by another path", who.en)});
    }
    if (!cut.empty()) {
        const Wording who = names_words(input, cut);
        timeline.add(
            0.0, "cut", target.thing,
            {fmt::format("Abgeschnitten: {}; {} Server in eigenen Räumen arbeiten weiter", who.de,
                         servers_at_home(input, cut)),
             fmt::format("cut off: {}; {} servers in own rooms go on", who.en, servers_at_home(input, cut))});
    }
    timeline.add(lasts_s, "cause-ends", target.thing,
                 {fmt::format("{} ist wieder da", target.thing), fmt::format("{} is back", target.thing)});
    if (!cut.empty()) {
        const Wording who = administrations_words(cut.size());
        timeline.add(lasts_s + rerouting_s, "restored", target.thing,
                     {fmt::format("{} wieder mit ihren Servern verbunden", who.de),
                      fmt::format("{} connected to their servers again", who.en)});
    }
    if (!critical_cut && !critical_rerouted) return;
    timeline.add_critical(0.0, "failure", target.thing, {});
    if (critical_cut) {
        timeline.add_critical(lasts_s, "cause-ends", target.thing, {});
        timeline.add_critical(lasts_s + rerouting_s, "restored", target.thing, {});
    } else {
        timeline.add_critical(rerouting_s, "rerouting", target.thing, {});
    }
}

}  // namespace verbund::events
