#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/availability/core/repair_time.hpp"

/// What can fail, and how services depend on it: a success graph with shared nodes.
namespace verbund::availability {

using NodeId = std::uint32_t;
using CauseId = std::uint32_t;

/// Something that fails at random times and is repaired.
struct Component {
    std::string name;              ///< unique; names its random numbers
    double failures_per_year = 0;  ///< while it works: times between failures are exponential
    RepairTime repair;
    CauseId cause = 0;
    /// Rate it is simulated with; 0 = its own.  For rare failures: see `simulate` in monte_carlo.hpp.
    double sampled_per_year = 0;
};

/// Works while `main` works, and on `spare` once that has taken over.
struct Standby {
    std::string name;  ///< unique; names its random numbers
    NodeId main = 0;
    NodeId spare = 0;
    double failure_on_demand =
        0;                      ///< probability that the takeover does not succeed until `main` works again
    double switch_h = 0;        ///< without either, until the spare has taken over; 0 = no interruption
    double running_mttf_h = 0;  ///< mean running time of the spare until it fails; 0 = it does not
    std::optional<CauseId> cause;  ///< of outages by a failed takeover; default: what made `main` fail
};

/// What a node of the system does with its parts.
enum class NodeKind : std::uint8_t { component, at_least, delay, standby };

/// One node of the graph; children have lower ids.
struct Node {
    NodeKind kind = NodeKind::component;
    std::uint32_t index = 0;   ///< into the components, delays or standbys
    std::uint32_t needed = 0;  ///< at_least: children that must work
    std::vector<NodeId> children;
    std::vector<NodeId> parents;
    std::vector<std::uint32_t> services;  ///< that this node is
};

/// How long a node lags behind its part.
struct Delay {
    double hold_h = 0;     ///< works on for this long after its child has failed
    double restart_h = 0;  ///< comes back this long after its child works again
};

/// A share of what a service's outages mean to somebody.
struct ReportShare {
    std::uint32_t report = 0;
    double share = 1.0;
};

/// Components repaired by one crew, one after the other in the order in which they fail.
using RepairCrew = std::vector<std::uint32_t>;

/// Built from the bottom up; a node may have any number of parents.  Services are nodes whose outages are
/// recorded; reports are weighted sums of services, and sums are weighted sums of reports.  Wrong arguments
/// throw `std::invalid_argument`.
class System {
public:
    NodeId add_component(Component component);
    /// Works while at least `needed` of the children do.  A child given twice counts twice.
    NodeId at_least(std::size_t needed, std::vector<NodeId> children);
    NodeId series(std::vector<NodeId> children);
    NodeId parallel(std::vector<NodeId> children);
    NodeId delay(NodeId child, double hold_h, double restart_h);
    NodeId standby(Standby gate);
    /// Components that wait for one repair crew; each belongs to at most one.
    void add_crew(const std::vector<NodeId>& components);

    std::uint32_t add_report();
    /// A weighted sum of reports, each of which belongs to any number of sums.
    void add_sum(std::vector<ReportShare> parts);
    /// Records the outages of a node for the reports named.  Services of one owner are played together, apart
    /// from those of others (see partition.hpp); what is found does not depend on who owns them.
    void add_service(NodeId node, std::vector<ReportShare> reports, std::uint32_t owner = 0);

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const std::vector<Component>& components() const { return components_; }
    [[nodiscard]] const std::vector<NodeId>& component_nodes() const { return component_nodes_; }
    [[nodiscard]] const std::vector<Delay>& delays() const { return delays_; }
    [[nodiscard]] const std::vector<Standby>& standbys() const { return standbys_; }
    [[nodiscard]] const std::vector<RepairCrew>& crews() const { return crews_; }
    [[nodiscard]] const std::vector<std::vector<ReportShare>>& services() const { return services_; }
    [[nodiscard]] const std::vector<NodeId>& service_nodes() const { return service_nodes_; }
    [[nodiscard]] const std::vector<std::uint32_t>& service_owners() const { return service_owners_; }
    [[nodiscard]] std::uint32_t reports() const { return reports_; }
    [[nodiscard]] const std::vector<std::vector<ReportShare>>& sums() const { return sums_; }
    [[nodiscard]] std::size_t causes() const { return causes_; }
    /// Whether a component waits for a crew.
    [[nodiscard]] bool has_crew(std::size_t component) const { return has_crew_[component]; }

private:
    NodeId add_node(Node node);
    void claim_name(const std::string& name);
    void count_cause(CauseId cause);

    std::vector<Node> nodes_;
    std::vector<Component> components_;
    std::vector<NodeId> component_nodes_;
    std::vector<Delay> delays_;
    std::vector<Standby> standbys_;
    std::vector<RepairCrew> crews_;
    std::vector<bool> has_crew_;
    std::vector<std::vector<ReportShare>> services_;
    std::vector<NodeId> service_nodes_;
    std::vector<std::uint32_t> service_owners_;
    std::set<std::string> names_;
    std::uint32_t reports_ = 0;
    std::vector<std::vector<ReportShare>> sums_;
    std::size_t causes_ = 0;
};

}  // namespace verbund::availability
