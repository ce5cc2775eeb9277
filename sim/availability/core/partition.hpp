#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/availability/core/system.hpp"

/// Which parts of a system can be played by themselves.
namespace verbund::availability {

/// A part: what only services of one owner depend on, or what services of several do.  What no service
/// depends on is in no part.
using PartId = std::uint32_t;

/// A node of the shared part on which an owner depends directly.
struct Feed {
    NodeId node = 0;
    std::uint32_t source = 0;             ///< number of the node among those that feed owners
    std::vector<NodeId> parents;          ///< of the owner's part, once for each time it is their child
    std::vector<std::uint32_t> services;  ///< of the owner, that this node is
};

/// Components of a part, ascending, and crews that repair its components.
struct PartContent {
    std::vector<std::uint32_t> components;  ///< without a crew
    std::vector<std::uint32_t> crews;
    std::vector<Feed> feeds;             ///< empty for the shared part
    std::vector<std::uint32_t> reports;  ///< that only this owner's services count in
};

/// What a sweep asks of a node at every change, side by side in memory.
struct Wiring {
    std::uint32_t parents_begin = 0;  ///< of the parents in its own part
    std::uint32_t parents_end = 0;
    std::uint32_t needed = 0;  ///< as in `Node`
    NodeKind kind = NodeKind::component;
    bool serves = false;  ///< it is a service
};

/// Divides a system by the owners of its services (`System::add_service`).  Everything below a shared node is
/// shared, so the shared part can be played first and each owner's after it, knowing only what the shared
/// nodes below it did: the outages are the same as if all were played at once, and memory stays near.
class Partition {
public:
    static constexpr PartId shared = 0;

    explicit Partition(const System& system);

    /// The shared part, then one for every owner that has services.
    [[nodiscard]] const std::vector<PartContent>& parts() const { return parts_; }
    [[nodiscard]] const Wiring& wiring(NodeId node) const { return wiring_[node]; }
    /// Parents of a node in its own part, once for each time it is their child.
    [[nodiscard]] std::span<const NodeId> parents(NodeId node) const {
        const Wiring& wiring = wiring_[node];
        return {parents_.data() + wiring.parents_begin, wiring.parents_end - wiring.parents_begin};
    }
    /// Number of a shared node among those on which owners depend directly; `no_source` of all others.
    [[nodiscard]] std::uint32_t source(NodeId node) const { return source_of_[node]; }
    [[nodiscard]] std::uint32_t sources() const { return sources_; }
    static constexpr std::uint32_t no_source = static_cast<std::uint32_t>(-1);

    /// Reports that services of several owners count in.
    [[nodiscard]] const std::vector<std::uint32_t>& shared_reports() const { return shared_reports_; }

private:
    void mark(const System& system, NodeId root, PartId part);
    void share_split_crews(const System& system);
    void connect(const System& system);
    void assign_components(const System& system);
    void assign_reports(const System& system);

    std::vector<PartContent> parts_;
    std::vector<PartId> part_of_;          ///< [node]
    std::vector<PartId> part_of_service_;  ///< of its owner
    std::vector<Wiring> wiring_;
    std::vector<NodeId> parents_;
    std::vector<std::uint32_t> source_of_;  ///< [node]
    std::uint32_t sources_ = 0;
    std::vector<std::uint32_t> shared_reports_;
};

}  // namespace verbund::availability
