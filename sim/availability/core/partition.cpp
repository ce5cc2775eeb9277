#include "sim/availability/core/partition.hpp"

#include <limits>
#include <map>

namespace verbund::availability {
namespace {

constexpr PartId no_part = std::numeric_limits<PartId>::max();

}  // namespace

Partition::Partition(const System& system)
    : parts_(1),
      part_of_(system.nodes().size(), no_part),
      wiring_(system.nodes().size()),
      source_of_(system.nodes().size(), no_source) {
    std::map<std::uint32_t, PartId> parts;
    for (std::size_t s = 0; s < system.services().size(); ++s) {
        const auto [entry, added] =
            parts.try_emplace(system.service_owners()[s], static_cast<PartId>(parts_.size()));
        if (added) parts_.emplace_back();
        part_of_service_.push_back(entry->second);
        mark(system, system.service_nodes()[s], entry->second);
    }
    share_split_crews(system);
    connect(system);
    assign_components(system);
    assign_reports(system);
}

/// A node that another part has already becomes shared, with everything below it.
void Partition::mark(const System& system, NodeId root, PartId part) {
    std::vector<std::pair<NodeId, PartId>> open{{root, part}};
    while (!open.empty()) {
        const auto [node, wanted] = open.back();
        open.pop_back();
        PartId& now = part_of_[node];
        if (now == shared || now == wanted) continue;
        now = now == no_part ? wanted : shared;
        for (const NodeId child : system.nodes()[node].children) open.emplace_back(child, now);
    }
}

/// Components that wait for one another are played together.
void Partition::share_split_crews(const System& system) {
    for (const RepairCrew& crew : system.crews()) {
        PartId part = no_part;
        for (const std::uint32_t c : crew) {
            const PartId here = part_of_[system.component_nodes()[c]];
            if (part == no_part) part = here;
            if (here != part) part = shared;
        }
        if (part == no_part) continue;
        for (const std::uint32_t c : crew) part_of_[system.component_nodes()[c]] = part;
    }
}

void Partition::connect(const System& system) {
    std::map<std::pair<PartId, NodeId>, Feed> feeds;
    for (NodeId id = 0; id < system.nodes().size(); ++id) {
        const PartId part = part_of_[id];
        const Node& node = system.nodes()[id];
        Wiring& wiring = wiring_[id];
        wiring.parents_begin = wiring.parents_end = static_cast<std::uint32_t>(parents_.size());
        wiring.needed = node.needed;
        wiring.kind = node.kind;
        wiring.serves = !node.services.empty();
        if (part == no_part) continue;
        for (const NodeId parent : node.parents) {
            const PartId above = part_of_[parent];
            if (above == part) parents_.push_back(parent);
            if (above != part && above != no_part) feeds[{above, id}].parents.push_back(parent);
        }
        wiring.parents_end = static_cast<std::uint32_t>(parents_.size());
        for (const std::uint32_t service : node.services)
            if (part_of_service_[service] != part)
                feeds[{part_of_service_[service], id}].services.push_back(service);
    }
    for (auto& [key, feed] : feeds) {
        feed.node = key.second;
        std::uint32_t& source = source_of_[feed.node];
        if (source == no_source) source = sources_++;
        feed.source = source;
        parts_[key.first].feeds.push_back(std::move(feed));
    }
}

void Partition::assign_components(const System& system) {
    for (std::uint32_t c = 0; c < system.components().size(); ++c) {
        const PartId part = part_of_[system.component_nodes()[c]];
        if (part != no_part && !system.has_crew(c)) parts_[part].components.push_back(c);
    }
    for (std::uint32_t crew = 0; crew < system.crews().size(); ++crew) {
        if (system.crews()[crew].empty()) continue;
        const PartId part = part_of_[system.component_nodes()[system.crews()[crew].front()]];
        if (part != no_part) parts_[part].crews.push_back(crew);
    }
}

void Partition::assign_reports(const System& system) {
    std::vector<PartId> part_of(system.reports(), no_part);
    for (std::size_t s = 0; s < system.services().size(); ++s) {
        for (const ReportShare& r : system.services()[s]) {
            PartId& part = part_of[r.report];
            if (part == no_part) part = part_of_service_[s];
            if (part != part_of_service_[s]) part = shared;
        }
    }
    for (std::uint32_t r = 0; r < part_of.size(); ++r) {
        if (part_of[r] == shared) shared_reports_.push_back(r);
        if (part_of[r] != shared && part_of[r] != no_part) parts_[part_of[r]].reports.push_back(r);
    }
}

}  // namespace verbund::availability
