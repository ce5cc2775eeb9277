#include "sim/availability/core/system.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace verbund::availability {
namespace {

void require(bool holds, const std::string& message) {
    if (!holds) throw std::invalid_argument{message};
}

bool is_rate(double value) { return std::isfinite(value) && value >= 0.0; }

}  // namespace

NodeId System::add_node(Node node) {
    const auto id = static_cast<NodeId>(nodes_.size());
    for (const NodeId child : node.children) {
        require(child < id, fmt::format("node {} does not exist yet", child));
        nodes_[child].parents.push_back(id);
    }
    nodes_.push_back(std::move(node));
    return id;
}

void System::claim_name(const std::string& name) {
    // Two things of one name would fail at the same instants.
    require(names_.insert(name).second, fmt::format("\"{}\" exists already (names must differ)", name));
}

void System::count_cause(CauseId cause) { causes_ = std::max(causes_, std::size_t{cause} + 1); }

NodeId System::add_component(Component component) {
    claim_name(component.name);
    require(is_rate(component.failures_per_year) && is_rate(component.sampled_per_year),
            fmt::format("\"{}\": a failure rate must be finite and not negative", component.name));
    const double repair_h = mean_h(component.repair);
    require(std::isfinite(repair_h) && repair_h > 0.0,
            fmt::format("\"{}\": the mean repair time must be finite and above zero", component.name));
    count_cause(component.cause);
    const auto index = static_cast<std::uint32_t>(components_.size());
    components_.push_back(std::move(component));
    has_crew_.push_back(false);
    component_nodes_.push_back(add_node(
        {.kind = NodeKind::component, .index = index, .children = {}, .parents = {}, .services = {}}));
    return component_nodes_.back();
}

NodeId System::at_least(std::size_t needed, std::vector<NodeId> children) {
    require(needed >= 1 && needed <= children.size(),
            fmt::format("{} of {} children cannot be needed", needed, children.size()));
    if (children.size() == 1) {
        require(children.front() < nodes_.size(),
                fmt::format("node {} does not exist yet", children.front()));
        return children.front();
    }
    return add_node({.kind = NodeKind::at_least,
                     .needed = static_cast<std::uint32_t>(needed),
                     .children = std::move(children),
                     .parents = {},
                     .services = {}});
}

NodeId System::series(std::vector<NodeId> children) {
    const std::size_t all = children.size();
    return at_least(all, std::move(children));
}

NodeId System::parallel(std::vector<NodeId> children) { return at_least(1, std::move(children)); }

NodeId System::delay(NodeId child, double hold_h, double restart_h) {
    require(is_rate(hold_h) && is_rate(restart_h), "a delay must be finite and not negative");
    const auto index = static_cast<std::uint32_t>(delays_.size());
    delays_.push_back({hold_h, restart_h});
    return add_node(
        {.kind = NodeKind::delay, .index = index, .children = {child}, .parents = {}, .services = {}});
}

NodeId System::standby(Standby gate) {
    claim_name(gate.name);
    require(gate.failure_on_demand >= 0.0 && gate.failure_on_demand <= 1.0,
            fmt::format("\"{}\": a failure on demand is a probability", gate.name));
    require(is_rate(gate.switch_h) && is_rate(gate.running_mttf_h),
            fmt::format("\"{}\": a time must be finite and not negative", gate.name));
    require(gate.main != gate.spare, fmt::format("\"{}\": nothing can stand by for itself", gate.name));
    if (gate.cause) count_cause(*gate.cause);
    const auto index = static_cast<std::uint32_t>(standbys_.size());
    const std::vector<NodeId> children{gate.main, gate.spare};
    standbys_.push_back(std::move(gate));
    return add_node(
        {.kind = NodeKind::standby, .index = index, .children = children, .parents = {}, .services = {}});
}

void System::add_crew(const std::vector<NodeId>& components) {
    RepairCrew crew;
    for (const NodeId node : components) {
        require(node < nodes_.size() && nodes_[node].kind == NodeKind::component,
                fmt::format("node {} is no component (a crew repairs components)", node));
        const std::uint32_t index = nodes_[node].index;
        const Component& component = components_[index];
        require(!has_crew_[index], fmt::format("\"{}\" has a crew already", component.name));
        require(component.sampled_per_year == 0.0,
                fmt::format("\"{}\" waits for a crew and cannot be sampled at another rate", component.name));
        has_crew_[index] = true;
        crew.push_back(index);
    }
    crews_.push_back(std::move(crew));
}

std::uint32_t System::add_report() { return reports_++; }

void System::add_sum(std::vector<ReportShare> parts) {
    for (const ReportShare& r : parts)
        require(r.report < reports_, fmt::format("report {} does not exist", r.report));
    sums_.push_back(std::move(parts));
}

void System::add_service(NodeId node, std::vector<ReportShare> reports, std::uint32_t owner) {
    require(node < nodes_.size(), fmt::format("node {} does not exist", node));
    for (const ReportShare& r : reports)
        require(r.report < reports_, fmt::format("report {} does not exist", r.report));
    nodes_[node].services.push_back(static_cast<std::uint32_t>(services_.size()));
    services_.push_back(std::move(reports));
    service_nodes_.push_back(node);
    service_owners_.push_back(owner);
}

}  // namespace verbund::availability
