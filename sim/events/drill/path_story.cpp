#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "sim/events/drill/story.hpp"

namespace verbund::events {
namespace {

/// Ids of up to three of them.
std::string ids_of(const deploy::WorldYear& input, const std::set<std::size_t>& administrations) {
    constexpr std::size_t most = 3;
    std::string ids;
    std::size_t shown = 0;
    for (const std::size_t a : administrations) {
        if (shown++ == most) break;
        ids += (ids.empty() ? "" : ", ") + input.variant().administrations[a].id;
    }
    return ids;
}

int servers_at_home(const deploy::WorldYear& input, const std::set<std::size_t>& administrations) {
    int servers = 0;
    for (const std::size_t a : administrations) servers += input.year().administrations[a].servers_at_home;
    return servers;
}

/// A step of a link, with its ends.
outcome::DrillEvent link_step(const deploy::WorldYear& input, std::size_t index, const char* step) {
    const network::Topology& topology = input.network().topology;
    const network::Link& link = topology.links[index];
    outcome::DrillEvent event = drill_step(step, link.id, "link");
    event.place = topology.nodes[link.from].id;
    event.other = topology.nodes[link.to].id;
    return event;
}

outcome::DrillEvent link_failure(const deploy::WorldYear& input, const DrillTarget& target) {
    if (target.facts().named == continuity::NamedThing::link)
        return link_step(input, target.links.front(), "failure");
    outcome::DrillEvent event = drill_step("failure", target.thing, std::string{target.facts().word});
    event.count = static_cast<double>(target.links.size());
    return event;
}

/// "x--p", "x--p, x--b": what the later steps are about.
std::string things_of(const std::vector<DrillTarget>& targets) {
    std::string things;
    for (const DrillTarget& target : targets) things += (things.empty() ? "" : ", ") + target.thing;
    return things;
}

outcome::DrillEvent counted(outcome::DrillEvent event, std::size_t administrations) {
    event.administrations = static_cast<double>(administrations);
    return event;
}

outcome::DrillEvent ways_back(const std::vector<DrillTarget>& targets, const std::string& things) {
    outcome::DrillEvent event = drill_step("cause-ends", things, targets.size() == 1 ? "way" : "ways");
    event.count = static_cast<double>(targets.size());
    return event;
}

void tell_copies(const deploy::WorldYear& input, const PathFailure& failure, double rerouting_s,
                 Timeline& timeline) {
    for (const CopyPath& copy : failure.copies) {
        outcome::DrillEvent event =
            site_step(input, copy.primary, "replication", copy.cut ? "pause" : "other-path");
        event.other = input.variant().sites[copy.backup].id;
        timeline.add(rerouting_s, std::move(event));
    }
}

}  // namespace

void tell_narrow_links(const deploy::WorldYear& input, const std::vector<NarrowLink>& narrow,
                       Timeline& timeline) {
    constexpr std::size_t most = 3;
    const double rerouting_s = input.study().events.recovery.rerouting.in(seconds);
    for (std::size_t i = 0; i < std::min(most, narrow.size()); ++i) {
        const NarrowLink& link = narrow[i];
        outcome::DrillEvent event = link_step(input, link.link, "narrow");
        event.amount = link.load_gbit_s;
        event.limit = link.capacity_gbit_s;
        event.unit = "Gbit s-1";
        event.hour = link.hour;
        timeline.add(rerouting_s, std::move(event));
    }
    if (narrow.size() <= most) return;
    outcome::DrillEvent more = drill_step("narrow", "", "more");
    more.count = static_cast<double>(narrow.size() - most);
    timeline.add(rerouting_s, std::move(more));
}

void tell_path_failure(const deploy::WorldYear& input, const std::vector<DrillTarget>& targets,
                       const PathFailure& failure, double lasts_s, Timeline& timeline) {
    const double rerouting_s = input.study().events.recovery.rerouting.in(seconds);
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
    for (const DrillTarget& target : targets) timeline.add(0.0, link_failure(input, target));
    tell_copies(input, failure, rerouting_s, timeline);
    if (failure.services.empty()) timeline.add(0.0, drill_step("restored", things, "nobody"));
    if (!rerouted.empty())
        timeline.add(rerouting_s, counted(drill_step("rerouting", things), rerouted.size()));
    if (!cut.empty()) {
        outcome::DrillEvent event = counted(drill_step("cut", things), cut.size());
        event.who = ids_of(input, cut);
        event.servers = servers_at_home(input, cut);
        timeline.add(0.0, std::move(event));
    }
    timeline.add(lasts_s, ways_back(targets, things));
    if (!cut.empty())
        timeline.add(lasts_s + rerouting_s, counted(drill_step("restored", things, "connected"), cut.size()));
    if (!critical_cut && !critical_rerouted) return;
    timeline.add_critical(0.0, drill_step("failure", targets.front().thing));
    if (critical_cut) {
        timeline.add_critical(lasts_s, drill_step("cause-ends", things));
        timeline.add_critical(lasts_s + rerouting_s, drill_step("restored", things));
    } else {
        timeline.add_critical(rerouting_s, drill_step("rerouting", things));
    }
}

}  // namespace verbund::events
